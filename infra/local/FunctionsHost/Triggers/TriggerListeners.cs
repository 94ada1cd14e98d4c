using Kinerja.FunctionsHost.Functions;
using Kinerja.FunctionsHost.Rpc;
using Kinerja.FunctionsHost.Triggers.Queues;
using Kinerja.FunctionsHost.Triggers.Timers;
using Kinerja.FunctionsHost.Workers;
using Microsoft.Extensions.Logging;

namespace Kinerja.FunctionsHost.Triggers;

/// <summary>The timers and queues of one app, and what is started by hand.</summary>
internal sealed partial class TriggerListeners(
    FunctionsHostOptions options, WorkerSupervisor workers, ILoggerFactory logging)
    : IDisposable
{
    private readonly ILogger _log = logging.CreateLogger("Host.Triggers");
    private readonly Dictionary<string, TimerListener> _timers = [];
    private readonly List<QueueListener> _queues = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _forced = new();
    private Task _listening = Task.CompletedTask;

    /// <summary>
    /// Makes the function's listener, if it has one; a schedule or connection that cannot be is refused.
    /// </summary>
    public void Add(FunctionEntry function, AppSettings settings, QueueOptions queues)
    {
        if (function.Is("timerTrigger"))
        {
            _timers.Add(function.Name, new TimerListener(function, settings, options, workers, _log));
        }
        else if (function.Is("queueTrigger") && !function.IsDisabled)
        {
            _queues.Add(new QueueListener(function, QueueClients.Open(function, settings), queues, workers, _log));
        }
    }

    public void Start() => _listening = Task.WhenAll(
    [
        .. _timers.Values.Select(timer => timer.ListenAsync(_stop.Token, _forced.Token)),
        .. _queues.Select(queue => queue.ListenAsync(_stop.Token, _forced.Token)),
    ]);

    /// <summary>
    /// Starts nothing more and waits for what is under way; once the given token is cancelled, so is that.
    /// </summary>
    public async Task StopAsync(CancellationToken force)
    {
        await using var forcing = force.Register(_forced.Cancel);
        await _stop.CancelAsync();
        await _listening;
    }

    public void Dispose()
    {
        _stop.Dispose();
        _forced.Dispose();
    }

    /// <summary>Runs a function with the text as its input, beside its listener; nobody waits for it.</summary>
    public void StartByHand(FunctionEntry function, string input) => _ = RunByHandAsync(function, input);

    private async Task RunByHandAsync(FunctionEntry function, string input)
    {
        try
        {
            var request = _timers.TryGetValue(function.Name, out var timer) ? timer.ByHand()
                : function.Is("queueTrigger") ? QueueInvocation.ByHand(function, input)
                : new InvocationRequest
                {
                    InputData =
                    {
                        new ParameterBinding { Name = function.TriggerName, Data = new TypedData { String = input } }
                    }
                };
            request.InvocationId = Guid.NewGuid().ToString();
            await workers.InvokeAsync(function, request, _forced.Token);
        }
        catch (Exception e)
        {
            LogFailed(_log, e, function.Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "Function {Name} failed.")]
    internal static partial void LogFailed(ILogger log, Exception e, string name);
}
