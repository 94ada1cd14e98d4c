using System.Globalization;
using System.Text.Json;
using Kinerja.FunctionsHost.Functions;
using Kinerja.FunctionsHost.Rpc;
using Kinerja.FunctionsHost.Workers;
using Microsoft.Extensions.Logging;

namespace Kinerja.FunctionsHost.Triggers.Timers;

/// <summary>Runs one timer function on its schedule and never over itself.</summary>
internal sealed partial class TimerListener
{
    // A clock that is set while we wait is noticed after this long.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly FunctionEntry _function;
    private readonly WorkerSupervisor _workers;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly TimerTimes _times;
    private readonly string _folder;
    private readonly TimerStatusFile? _file;
    private CancellationToken _stop;
    private CancellationToken _forced;

    public TimerListener(
        FunctionEntry function,
        AppSettings settings,
        FunctionsHostOptions options,
        WorkerSupervisor workers,
        ILogger log)
    {
        (_function, _workers, _clock, _log) = (function, workers, options.Clock, log);
        _times = new TimerTimes(settings.Resolve(function.Text("schedule") ?? ""));
        _folder = Path.Combine(options.StateFolder, "timers");
        _file = function.Flag("useMonitor", otherwise: true) && !_times.IsAlwaysUnderAMinute(Now)
            ? new TimerStatusFile(_folder, function.Name)
            : null;
    }

    private bool WasCutShort => _forced.IsCancellationRequested || (_stop.IsCancellationRequested && Retry is not null);

    private RpcRetryOptions? Retry => _function.Metadata.RetryOptions;

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Listens, unless the function is switched off, until it is stopped and the run under way has ended. The second
    /// token cancels that run too.
    /// </summary>
    public Task ListenAsync(CancellationToken stop, CancellationToken forced)
    {
        (_stop, _forced) = (stop, forced);
        return _function.IsDisabled ? Task.CompletedTask : Task.Run(ListenAsync, CancellationToken.None);
    }

    /// <summary>A run outside the schedule, which stays as it is.</summary>
    public InvocationRequest ByHand() => Request(_file?.Read(), isPastDue: false);

    private async Task ListenAsync()
    {
        try
        {
            Directory.CreateDirectory(_folder);
            using var held = await TimerLock.TakeAsync(_folder, _function.Name, _stop);
            var kept = _file?.Read();
            var (status, isPastDue) = PastDue.Check(kept, _times, Now);
            if (status != kept)
            {
                Keep(status);
            }

            LogNext(_log, _function.Name, status.Next, isPastDue ? "past due, runs now" : "waiting");
            if (isPastDue || _function.Flag("runOnStartup", otherwise: false))
            {
                status = await RunAsync(status, isPastDue);
            }

            while (true)
            {
                await WaitUntilAsync(status.Next);
                status = await RunAsync(status, isPastDue: false);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Stopped: the status on file says when the next host has to run it.
        }
        catch (Exception e)
        {
            LogBroken(_log, e, _function.Name);
        }
    }

    private async Task<TimerStatus> RunAsync(TimerStatus status, bool isPastDue)
    {
        var began = Now;
        var request = Request(_file is null ? null : status, isPastDue);
        request.InvocationId = Guid.NewGuid().ToString();
        try
        {
            await TimerRetries.RunAsync(Retry, attempt => AttemptAsync(request, attempt), _clock, _stop);
        }
        catch (Exception) when (!WasCutShort)
        {
            // Logged where it ran. A failed run counts as a run; one that a stop cut short does not, so that it is past
            // due at the next start.
        }
        catch (Exception)
        {
            throw new OperationCanceledException(_stop);
        }

        // Counted from the beginning: a run longer than its interval is followed by another at once.
        var next = new TimerStatus(began, _times.After(began), began);
        Keep(next);
        return next;
    }

    private async Task AttemptAsync(InvocationRequest request, RetryContext? attempt)
    {
        request.RetryContext = attempt;
        try
        {
            await _workers.InvokeAsync(_function, request, _forced);
        }
        catch (Exception e)
        {
            TriggerListeners.LogFailed(_log, e, _function.Name);
            throw;
        }
    }

    private InvocationRequest Request(TimerStatus? status, bool isPastDue)
    {
        var timer = new { Schedule = new { AdjustForDST = true }, ScheduleStatus = status, IsPastDue = isPastDue };
        var request = new InvocationRequest();
        request.InputData.Add(new ParameterBinding
        {
            Name = _function.TriggerName,
            Data = new TypedData { Json = JsonSerializer.Serialize(timer) },
        });
        request.TriggerMetadata["TimerTrigger"] = new TypedData { String = Now.ToString(CultureInfo.InvariantCulture) };
        return request;
    }

    private void Keep(TimerStatus status)
    {
        try
        {
            _file?.Write(status);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The schedule goes on without; only a restart will know less.
            LogNotKept(_log, e, _function.Name);
        }
    }

    private async Task WaitUntilAsync(DateTime next)
    {
        for (var left = next - Now; left > TimeSpan.Zero; left = next - Now)
        {
            var wait = left > LongestWait ? LongestWait : left;
            await Task.Delay(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, _clock, _stop);
        }

        _stop.ThrowIfCancellationRequested();
    }

    [LoggerMessage(LogLevel.Information, "Timer {Name}: next at {Next:u}, {State}.")]
    private static partial void LogNext(ILogger log, string name, DateTime next, string state);

    [LoggerMessage(LogLevel.Error, "The status of timer {Name} could not be written.")]
    private static partial void LogNotKept(ILogger log, Exception e, string name);

    [LoggerMessage(LogLevel.Critical, "Timer {Name} cannot go on.")]
    private static partial void LogBroken(ILogger log, Exception e, string name);
}
