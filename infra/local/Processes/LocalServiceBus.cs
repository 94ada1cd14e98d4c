using System.Globalization;
using System.Text.RegularExpressions;

namespace Kinerja.Local.Processes;

/// <summary>The local Service Bus on this machine: AMQP on one port, its messages kept in a folder.</summary>
public sealed partial class LocalServiceBus : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Func<int, IEnumerable<string>> _arguments;
    private ChildProcess _process;

    private LocalServiceBus(ChildProcess process, int port, Func<int, IEnumerable<string>> arguments)
    {
        _process = process;
        _arguments = arguments;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Under <c>/$local/</c>, over HTTP: health, counts and faults on demand; messages go over AMQP.</summary>
    public Uri Endpoint => new($"http://localhost:{Port}/");

    /// <summary>Key name and key are those of the Service Bus emulator: the same everywhere, no secret.</summary>
    public string ConnectionString =>
        $"Endpoint=sb://localhost:{Port};SharedAccessKeyName=RootManageSharedAccessKey;" +
        "SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;";

    /// <summary>
    /// Starts it and waits until it listens. Port 0 takes a free one; a lock time, when given, stands for every
    /// entity's own; without a topology file it has the queues and topics of infra/messaging.json.
    /// Needs <see cref="NodePackages"/>.
    /// </summary>
    public static async Task<LocalServiceBus> StartAsync(
        string dataFolder,
        int port = 0,
        double? lockSeconds = null,
        string? topologyFile = null,
        CancellationToken cancellation = default)
    {
        var topology = topologyFile ?? Path.Combine(RepositoryFolder.Root, "infra", "messaging.json");
        IEnumerable<string> ArgumentsOn(int at) => Arguments(dataFolder, at, lockSeconds, topology);
        var process = ChildProcess.Start("node", ArgumentsOn(port));
        try
        {
            var ready = await process.FirstMatchAsync(Ready(), Patience, cancellation);
            return new LocalServiceBus(
                process, int.Parse(ready.Groups[1].Value, CultureInfo.InvariantCulture), ArgumentsOn);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it as a power cut would: no word to it, nothing tidied up.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>After its end, however that came: starts it again where it was, with what it had.</summary>
    public async Task StartAgainAsync()
    {
        await _process.DisposeAsync();
        _process = ChildProcess.Start("node", _arguments(Port));
        await _process.FirstMatchAsync(Ready(), Patience);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static IEnumerable<string> Arguments(string dataFolder, int port, double? lockSeconds, string topology)
    {
        string[] always =
        [
            "--require", Path.Combine(RepositoryFolder.Local, "Processes", "stop-with-parent.cjs"),
            Path.Combine(RepositoryFolder.Local, "ServiceBus", "main.mjs"),
            "--port", port.ToString(CultureInfo.InvariantCulture),
            "--data", dataFolder,
            "--topology", topology,
        ];
        return lockSeconds is { } seconds
            ? [.. always, "--lock-seconds", seconds.ToString(CultureInfo.InvariantCulture)]
            : always;
    }

    [GeneratedRegex("^{\"ready\":true,\"port\":(\\d+)}")]
    private static partial Regex Ready();
}
