using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Runs functions that no request waits for, each in its own scope, and counts those under way.</summary>
internal sealed partial class FunctionRuns(
    FunctionExecutionDelegate chain, IServiceScopeFactory scopes, ILogger<FunctionRuns> log) : IDisposable
{
    private readonly CancellationTokenSource _forced = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource? _idle;
    private CancellationTokenRegistration _patience;
    private int _running;

    /// <summary>Fires when the host has waited long enough for the runs under way.</summary>
    public CancellationToken Forced => _forced.Token;

    /// <summary>Runs once through the middleware chain. A failure is logged and thrown on.</summary>
    public async Task RunAsync(
        FunctionMethod function,
        object trigger,
        CancellationToken cancellationToken,
        RetryContext? retry = null,
        IReadOnlyDictionary<string, object?>? bindingData = null)
    {
        Begin();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await chain(new Invocation(
                function, trigger, scope.ServiceProvider, cancellationToken, retry, bindingData)).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            LogFailed(e, function.Name);
            throw;
        }
        finally
        {
            End();
        }
    }

    /// <summary>Cancels the runs under way as soon as the host's patience ends.</summary>
    public void CancelWhen(CancellationToken patience) => _patience = patience.Register(_forced.Cancel);

    /// <summary>Waits until nothing runs.</summary>
    public Task IdleAsync()
    {
        lock (_gate)
        {
            return _running == 0 ? Task.CompletedTask : (_idle ??= NewSignal()).Task;
        }
    }

    public void Dispose()
    {
        _patience.Dispose();
        _forced.Dispose();
    }

    private void Begin()
    {
        lock (_gate)
        {
            _running++;
        }
    }

    private void End()
    {
        lock (_gate)
        {
            if (--_running == 0)
            {
                _idle?.TrySetResult();
                _idle = null;
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Error, "Function {Name} failed.")]
    private partial void LogFailed(Exception e, string name);
}
