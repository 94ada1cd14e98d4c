using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.ServiceBus;

/// <summary>One bus with the entities of topology.json for all tests of a class.</summary>
public sealed class RunningBus : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private LocalServiceBus? _bus;

    internal BusCalls Calls { get; private set; } = null!; // Set before any test runs.

    internal LocalServiceBus Bus => _bus ?? throw new InvalidOperationException("The bus is not started.");

    public async Task InitializeAsync()
    {
        await NodePackages.EnsureAsync();
        _bus = await LocalServiceBus.StartAsync(_folder.Path, topologyFile: BusCalls.TestTopology);
        Calls = new BusCalls(_bus.Endpoint);
    }

    public async Task DisposeAsync()
    {
        Calls?.Dispose();
        if (_bus is not null)
            await _bus.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();
}
