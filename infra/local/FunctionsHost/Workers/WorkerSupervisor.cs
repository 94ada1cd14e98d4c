using Kinerja.FunctionsHost.Functions;
using Kinerja.FunctionsHost.Rpc;
using Microsoft.Extensions.Logging;

namespace Kinerja.FunctionsHost.Workers;

/// <summary>
/// Keeps one worker running: starts another when it ends, and gives up after three ends within half an hour of each
/// other, as the platform's host does. A worker in this process is not started again when its first start throws.
/// </summary>
internal sealed partial class WorkerSupervisor(
    FunctionsHostOptions options,
    WorkerStreams streams,
    Uri endpoint,
    ILogger<WorkerSupervisor> log) : IAsyncDisposable
{
    private const int MostEnds = 3;
    private static readonly TimeSpan EndsForgotten = TimeSpan.FromMinutes(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<WorkerSession> _ready = NewReady();
    private Task _watch = Task.CompletedTask;
    private DateTimeOffset _lastEnd;
    private int _ends;

    /// <summary>Completes when no worker will be started any more.</summary>
    public Task GivenUp => _givenUp.Task;

    public int? ProcessId => _ready.Task.IsCompletedSuccessfully ? _ready.Task.Result.ProcessId : null;

    /// <summary>Starts the first worker; throws what kept it from starting, in the end.</summary>
    public async Task<IReadOnlyList<RpcFunctionMetadata>> StartAsync(CancellationToken cancel)
    {
        var first = await StartOneAsync(cancel);
        _watch = WatchAsync(first);
        return first.Functions;
    }

    /// <summary>The worker that serves now; while it is started anew, the next one.</summary>
    public Task<WorkerSession> ReadyAsync(CancellationToken cancel) => _ready.Task.WaitAsync(cancel);

    public async Task InvokeAsync(FunctionEntry function, InvocationRequest request, CancellationToken giveUp)
    {
        var session = await ReadyAsync(giveUp);
        await session.InvokeAsync(function, request, giveUp);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        if (_ready.Task.IsCompletedSuccessfully)
        {
            await (await _ready.Task).DisposeAsync();
        }

        _stop.Dispose();
    }

    private static TaskCompletionSource<WorkerSession> NewReady()
    {
        var ready = new TaskCompletionSource<WorkerSession>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = ready.Task.Exception;
        return ready;
    }

    private async Task WatchAsync(WorkerSession session)
    {
        try
        {
            while (true)
            {
                await session.Ended.WaitAsync(_stop.Token);
                LogEnded(session.ProcessId);
                _ready = NewReady();
                await session.DisposeAsync();
                Count();
                session = await StartOneAsync(_stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception e)
        {
            LogGivenUp(e);
            _ready.TrySetException(new WorkerLostException());
            _givenUp.TrySetResult();
        }
    }

    private async Task<WorkerSession> StartOneAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                var id = Guid.NewGuid().ToString();
                var start = new WorkerStart(
                    endpoint, id, Guid.NewGuid().ToString(), options.AppFolder, SettingsOfWorker());
                var session = await WorkerSession.StartAsync(options.Worker, streams, start, cancel);
                _ready.TrySetResult(session);
                LogStarted(session.ProcessId, session.Functions.Count);
                foreach (var (function, failure) in session.LoadFailures)
                {
                    LogNotLoaded(function, failure);
                }

                return session;
            }
            catch (Exception e) when (options.Worker is not InProcessWorker && !cancel.IsCancellationRequested
                && _ends + 1 < MostEnds)
            {
                LogNotStarted(e);
                Count();
            }
        }
    }

    private Dictionary<string, string> SettingsOfWorker()
    {
        var settings = new Dictionary<string, string>(options.Settings);
        settings.TryAdd("Logging__LogLevel__Default", options.WorkerLogLevel.ToString());
        return settings;
    }

    private void Count()
    {
        var now = TimeProvider.System.GetUtcNow();
        _ends = now - _lastEnd > EndsForgotten ? 1 : _ends + 1;
        _lastEnd = now;
        if (_ends >= MostEnds)
        {
            throw new WorkerLostException();
        }
    }

    [LoggerMessage(LogLevel.Information, "Worker started (process {ProcessId}), {Count} functions.")]
    private partial void LogStarted(int? processId, int count);

    [LoggerMessage(LogLevel.Error, "Function {Name} could not be loaded: {Failure}")]
    private partial void LogNotLoaded(string name, string failure);

    [LoggerMessage(LogLevel.Warning, "The worker (process {ProcessId}) ended; another is started.")]
    private partial void LogEnded(int? processId);

    [LoggerMessage(LogLevel.Error, "The worker did not start.")]
    private partial void LogNotStarted(Exception e);

    [LoggerMessage(LogLevel.Critical, "The worker is not started again.")]
    private partial void LogGivenUp(Exception e);
}
