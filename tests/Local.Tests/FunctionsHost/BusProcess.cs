using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.FunctionsHost;

/// <summary>The local Service Bus with entities that give up on a message after three deliveries.</summary>
internal sealed partial class BusProcess : IAsyncDisposable
{
    private const string Topology = """
        {
          "queues": [{ "name": "kinerja-runs", "lockDurationSeconds": 5, "maxDeliveryCount": 3 }],
          "topics": [{ "name": "kinerja-events", "subscriptions": [
            { "name": "all-events", "maxDeliveryCount": 3 }, { "name": "rankings", "maxDeliveryCount": 3 }] }]
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bus-");
    private ChildProcess? _process;

    public int Port { get; private set; } = FreePort.Next();

    public string ConnectionString =>
        $"Endpoint=sb://127.0.0.1:{Port};SharedAccessKeyName=RootManageSharedAccessKey;"
        + "SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true";

    public static BusProcess Create() => new();

    public async Task StartAsync()
    {
        await NodePackages.EnsureAsync();
        var topology = Path.Combine(_folder.FullName, "topology.json");
        await File.WriteAllTextAsync(topology, Topology);
        _process = ChildProcess.Start(
            "node",
            [
                "--require", Path.Combine(RepositoryFolder.Local, "Processes", "stop-with-parent.cjs"),
                Path.Combine(RepositoryFolder.Local, "ServiceBus", "main.mjs"),
                "--data", Path.Combine(_folder.FullName, "data"),
                "--topology", topology,
                "--port", Port.ToString(CultureInfo.InvariantCulture),
            ]);
        var ready = await _process.FirstMatchAsync(Ready(), TimeSpan.FromSeconds(60));
        Port = JsonDocument.Parse(ready.Value).RootElement.GetProperty("port").GetInt32();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    [GeneratedRegex("""\{"ready":true.*\}""")]
    private static partial Regex Ready();
}
