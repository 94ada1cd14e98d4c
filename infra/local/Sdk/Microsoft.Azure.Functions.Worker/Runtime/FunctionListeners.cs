using Microsoft.Azure.Functions.Worker.Runtime.ServiceBus;
using Microsoft.Azure.Functions.Worker.Runtime.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>
/// Checks the functions before anything starts, starts the listeners once HTTP is served, and at the end lets
/// what is running finish.
/// </summary>
internal sealed partial class FunctionListeners(
    FunctionSet functions,
    FunctionRuns runs,
    HostJson json,
    BusClients clients,
    IConfiguration configuration,
    ILogger<FunctionListeners> log,
    [FromKeyedServices(LocalSettings.Clock)] TimeProvider? clock = null) : IHostedLifecycleService, IAsyncDisposable
{
    // How long a run that was told to stop may take to do so.
    private static readonly TimeSpan LastWait = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, TimerListener> _timers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<BusListener> _buses = [];
    private Task _stopping = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (functions.Faults.Count > 0)
        {
            var faults = functions.Faults.Select(fault => $"{Environment.NewLine}  {fault}");
            throw new InvalidOperationException("These functions cannot run:" + string.Concat(faults));
        }

        foreach (var function in functions.All)
        {
            Add(function, isEnabled: functions.Enabled.Contains(function));
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, timer) in _timers.Where(t => functions.Enabled.Any(f => f.Name == t.Key)))
        {
            timer.Start();
        }

        foreach (var bus in _buses)
        {
            await bus.StartAsync(cancellationToken).ConfigureAwait(false);
        }

        LogStarted(functions.Enabled.Count);
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        foreach (var timer in _timers.Values)
        {
            timer.Stop();
        }

        runs.CancelWhen(cancellationToken);

        // Not awaited yet: requests under way finish at the same time.
        _stopping = Task.WhenAll(
            _buses.Select(bus => bus.StopAsync(cancellationToken))
                .Concat(_timers.Values.Select(timer => timer.Stopped()))
                .Append(runs.IdleAsync()));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _stopping.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            var last = Task.Delay(LastWait, CancellationToken.None);
            if (await Task.WhenAny(_stopping, last).ConfigureAwait(false) == last)
            {
                LogLeft();
            }
        }
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Starts a function that no request starts. False when there is none of that name.</summary>
    public bool StartByHand(string name, string input)
    {
        var function = functions.All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
        if (function is null or { Trigger: HttpTriggerAttribute })
        {
            return false;
        }

        _ = RunByHandAsync(function, input);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var timer in _timers.Values)
        {
            timer.Dispose();
        }

        foreach (var bus in _buses)
        {
            await bus.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task RunByHandAsync(FunctionMethod function, string input)
    {
        try
        {
            await (_timers.TryGetValue(function.Name, out var timer)
                ? timer.RunByHandAsync()
                : runs.RunAsync(
                    function,
                    BusMessage.As(function.TriggerType, BusMessage.ByHand(input)),
                    runs.Forced)).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            LogByHand(e, function.Name);
        }
    }

    private void Add(FunctionMethod function, bool isEnabled)
    {
        if (function.Trigger is TimerTriggerAttribute timer
            && CronTimes.TryParse(SettingText.Resolve(configuration, timer.Schedule), out var times))
        {
            var folder = LocalSettings.StateFolder(configuration);
            _timers.Add(function.Name, new TimerListener(function, times, folder, runs, clock ?? TimeProvider.System, log));
        }
        else if (function.Trigger is ServiceBusTriggerAttribute && isEnabled)
        {
            _buses.Add(new BusListener(function, clients, configuration, json, runs, log));
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} functions are ready.")]
    private partial void LogStarted(int count);

    [LoggerMessage(LogLevel.Warning, "Some runs did not end when they were cancelled; the host stops without them.")]
    private partial void LogLeft();

    [LoggerMessage(LogLevel.Debug, "The run of {Name} by hand failed.")]
    private partial void LogByHand(Exception e, string name);
}
