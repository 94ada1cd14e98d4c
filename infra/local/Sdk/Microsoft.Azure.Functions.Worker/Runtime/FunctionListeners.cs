using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Checks the functions before anything starts, and starts the listeners once HTTP is served.</summary>
internal sealed partial class FunctionListeners(FunctionSet functions, ILogger<FunctionListeners> log)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) =>
        functions.Faults.Count == 0
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                "These functions cannot run:" + string.Concat(functions.Faults.Select(f => $"{Environment.NewLine}  {f}")));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        LogStarted(functions.Enabled.Count);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "{Count} functions are ready.")]
    private partial void LogStarted(int count);
}
