using Kinerja.FunctionsHost;
using Kinerja.Local.Cloud;
using Kinerja.PeerApp;
using Microsoft.Extensions.Logging;

namespace Kinerja.Benchmarks.CheckIns;

/// <summary>The peer's functions with host and worker in this process.</summary>
internal static class PeerInProcess
{
    public static Task<LocalFunctionsHost> StartAsync(string folder, IReadOnlyDictionary<string, string> settings) =>
        LocalFunctionsHost.StartAsync(
            new FunctionsHostOptions
            {
                AppFolder = AppContext.BaseDirectory,
                Worker = new InProcessWorker((start, _) =>
                    Task.FromResult(PeerWorker.CreateBuilder([]).RunBeside(start).Build())),
                StateFolder = Path.Combine(folder, "peer-host"),
                Port = 0,
                Settings = settings,
                Logging = log => log.SetMinimumLevel(LogLevel.Warning),
            },
            CancellationToken.None);
}
