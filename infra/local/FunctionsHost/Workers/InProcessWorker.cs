using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kinerja.FunctionsHost;

/// <summary>Runs the worker in this process, put together by the given function.</summary>
public sealed class InProcessWorker(Func<WorkerStart, CancellationToken, Task<IHost>> build) : IWorkerLauncher
{
    // The worker's web integration looks for host.json in the folder that this variable names.
    private const string AppFolder = "FUNCTIONS_APPLICATION_DIRECTORY";

    public async Task<IWorker> StartAsync(WorkerStart start, CancellationToken cancel)
    {
        Environment.SetEnvironmentVariable(AppFolder, start.AppFolder);
        var host = await build(start, cancel);
        try
        {
            await host.StartAsync(cancel);
            return new Running(host);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    private sealed class Running : IWorker
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly IHost _host;

        public Running(IHost host)
        {
            _host = host;
            host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(_ended.SetResult);
        }

        public int? ProcessId => null;

        public Task Ended => _ended.Task;

        public async ValueTask DisposeAsync()
        {
            await _host.StopAsync();
            if (_host is IAsyncDisposable host)
            {
                await host.DisposeAsync();
            }
        }
    }
}
