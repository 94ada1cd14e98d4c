using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kinerja.FunctionsHost;

/// <summary>Runs the worker in this process, put together by the given function.</summary>
public sealed class InProcessWorker(Func<WorkerStart, CancellationToken, Task<IHost>> build) : IWorkerLauncher
{
    // The worker's web integration looks for host.json in the folder that this variable names.
    private const string AppFolder = "FUNCTIONS_APPLICATION_DIRECTORY";

    private const int Attempts = 5;

    public async Task<IWorker> StartAsync(WorkerStart start, CancellationToken cancel)
    {
        Environment.SetEnvironmentVariable(AppFolder, start.AppFolder);
        for (var attempt = 1; ; attempt++)
        {
            var host = await build(start, cancel);
            try
            {
                await host.StartAsync(cancel);
                return new Running(host);
            }
            catch (Exception e) when (IsPortTaken(e) && attempt < Attempts)
            {
                host.Dispose();
            }
            catch
            {
                host.Dispose();
                throw;
            }
        }
    }

    /// <summary>
    /// The worker's web integration looks for a free port, leaves it and takes it again; another program may be
    /// quicker.
    /// </summary>
    private static bool IsPortTaken(Exception? e) =>
        e is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
        || (e is not null && IsPortTaken(e.InnerException));

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
