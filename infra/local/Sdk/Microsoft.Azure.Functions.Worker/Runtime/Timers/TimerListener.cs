using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime.Timers;

/// <summary>Runs one timer function on its schedule and never over itself.</summary>
internal sealed partial class TimerListener : IDisposable
{
    // A clock that is set while we wait is noticed after this long.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly FunctionMethod _function;
    private readonly TimerTriggerAttribute _trigger;
    private readonly CronTimes _times;
    private readonly FunctionRuns _runs;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly string _folder;
    private readonly TimerStatusFile? _file;
    private readonly SemaphoreSlim _oneRun = new(1);
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    public TimerListener(
        FunctionMethod function, CronTimes times, string folder, FunctionRuns runs, TimeProvider clock, ILogger log)
    {
        (_function, _times, _runs, _clock, _log) = (function, times, runs, clock, log);
        _folder = Path.Combine(folder, "timers");
        _trigger = (TimerTriggerAttribute)function.Trigger;
        _file = _trigger.UseMonitor && !times.IsAlwaysUnderAMinute(Now)
            ? new TimerStatusFile(_folder, function.Name)
            : null;
    }

    private bool WasCutShort =>
        _runs.Forced.IsCancellationRequested || (_stop.IsCancellationRequested && _function.Retry is not null);

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    public void Start() => _loop = Task.Run(ListenAsync);

    /// <summary>Starts no further run; one that is under way goes on.</summary>
    public void Stop() => _stop.Cancel();

    public Task Stopped() => _loop;

    /// <summary>Runs now, after any run under way, and leaves the schedule as it is.</summary>
    public async Task RunByHandAsync()
    {
        await _oneRun.WaitAsync(_stop.Token).ConfigureAwait(false);
        try
        {
            await RunAsync(new TimerInfo { ScheduleStatus = _file?.Read() }).ConfigureAwait(false);
        }
        finally
        {
            _oneRun.Release();
        }
    }

    public void Dispose()
    {
        _oneRun.Dispose();
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            Directory.CreateDirectory(_folder);
            using var held = await TimerLock.TakeAsync(_folder, _function.Name, _stop.Token).ConfigureAwait(false);
            var (status, isPastDue, isNew) = PastDue.Check(_file?.Read(), _times, Now);
            if (isNew)
            {
                Keep(status);
            }

            LogNext(_function.Name, status.Next, isPastDue ? "past due, runs now" : "waiting");
            if (isPastDue || _trigger.RunOnStartup)
            {
                status = await RunOnScheduleAsync(status, isPastDue).ConfigureAwait(false);
            }

            while (true)
            {
                await WaitUntilAsync(status.Next).ConfigureAwait(false);
                status = await RunOnScheduleAsync(status, isPastDue: false).ConfigureAwait(false);
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            LogStopped(_function.Name);
        }
        catch (Exception e)
        {
            LogBroken(e, _function.Name);
        }
    }

    private async Task<ScheduleStatus> RunOnScheduleAsync(ScheduleStatus status, bool isPastDue)
    {
        await _oneRun.WaitAsync(_stop.Token).ConfigureAwait(false);
        try
        {
            var began = Now;
            await RunAsync(new TimerInfo { ScheduleStatus = _file is null ? null : status, IsPastDue = isPastDue })
                .ConfigureAwait(false);

            // Counted from the beginning: a run longer than its interval is followed by another at once.
            var next = new ScheduleStatus { Last = began, Next = _times.After(began), LastUpdated = began };
            Keep(next);
            return next;
        }
        finally
        {
            _oneRun.Release();
        }
    }

    private async Task RunAsync(TimerInfo timer)
    {
        try
        {
            await TimerRetries.RunAsync(
                _function.Retry,
                retry => _runs.RunAsync(_function, timer, _runs.Forced, retry),
                _clock,
                _stop.Token).ConfigureAwait(false);
        }
        catch (Exception) when (!WasCutShort)
        {
            // Logged where it ran. A failed run counts as a run; one that a stop cut short does not, so that it
            // is past due at the next start.
        }
    }

    private void Keep(ScheduleStatus status)
    {
        try
        {
            _file?.Write(status);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The schedule goes on without; only a restart will know less.
            LogNotKept(e, _function.Name);
        }
    }

    private async Task WaitUntilAsync(DateTime next)
    {
        for (var left = next - Now; left > TimeSpan.Zero; left = next - Now)
        {
            var wait = left > LongestWait ? LongestWait : left;
            await Task.Delay(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, _clock, _stop.Token)
                .ConfigureAwait(false);
        }

        _stop.Token.ThrowIfCancellationRequested();
    }

    [LoggerMessage(LogLevel.Information, "Timer {Name}: next at {Next:u}, {State}.")]
    private partial void LogNext(string name, DateTime next, string state);

    [LoggerMessage(LogLevel.Debug, "Timer {Name} stopped.")]
    private partial void LogStopped(string name);

    [LoggerMessage(LogLevel.Error, "The status of timer {Name} could not be written.")]
    private partial void LogNotKept(Exception e, string name);

    [LoggerMessage(LogLevel.Critical, "Timer {Name} cannot go on.")]
    private partial void LogBroken(Exception e, string name);
}
