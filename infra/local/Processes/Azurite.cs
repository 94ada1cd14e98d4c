using System.Globalization;
using System.Text.RegularExpressions;

namespace Kinerja.Local.Processes;

/// <summary>Azurite on this machine: tables and queues, kept in a folder or in memory alone.</summary>
public sealed partial class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // Published by the emulator's documentation: the same on every machine, no secret.
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const int Attempts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string? _folder;
    private readonly Ports _ports;
    private ChildProcess _process;

    private Azurite(ChildProcess process, string? folder, Ports ports)
    {
        (_process, _folder, _ports) = (process, folder, ports);
        Endpoint = new Uri($"http://127.0.0.1:{ports.Tables}/{Account}");
        QueueEndpoint = new Uri($"http://127.0.0.1:{ports.Queues}/{Account}");
    }

    /// <summary>Of the tables.</summary>
    public Uri Endpoint { get; }

    public Uri QueueEndpoint { get; }

    /// <summary>Of tables and queues.</summary>
    public string ConnectionString => "DefaultEndpointsProtocol=http"
        + $";AccountName={Account};AccountKey={Key};TableEndpoint={Endpoint};QueueEndpoint={QueueEndpoint}";

    /// <summary>Starts it on free ports and waits until it answers. Needs <see cref="NodePackages"/>.</summary>
    /// <param name="folder">
    /// Where it keeps what it has. It saves all of it every five seconds and answers nobody meanwhile. Without a folder
    /// it keeps nothing.
    /// </param>
    /// <param name="cancellation">Stops the waiting.</param>
    public static async Task<Azurite> StartAsync(string? folder, CancellationToken cancellation = default)
    {
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
        }

        for (var attempt = 1; ; attempt++)
        {
            var ports = new Ports(FreePort.Next(), FreePort.Next(), FreePort.Next());
            var process = StartNode(folder, ports);
            try
            {
                await process.FirstMatchAsync(Started(), Patience, cancellation);
                return new Azurite(process, folder, ports);
            }
            catch (InvalidOperationException) when (attempt < Attempts)
            {
                // Somebody else took a port between our look and its start.
                await process.DisposeAsync();
            }
            catch
            {
                await process.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Ends it in order and starts it again where it was, with what it had.</summary>
    /// <param name="atRest">Done in between, while all that it has is in its files.</param>
    public async Task RestartAsync(Action? atRest = null)
    {
        await _process.DisposeAsync();
        atRest?.Invoke();
        _process = StartNode(_folder, _ports);
        await _process.FirstMatchAsync(Started(), Patience);
    }

    /// <summary>Alive and without an answer for that long. Not on Windows.</summary>
    public async Task HangAsync(TimeSpan time)
    {
        _process.Suspend();
        await Task.Delay(time);
        _process.Resume();
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <summary>Azurite saves what it acknowledged when it is interrupted, and on no other signal.</summary>
    private static ChildProcess StartNode(string? folder, Ports ports) =>
        ChildProcess.Start("node", Arguments(folder, ports), stop: StopSignal.Interrupt);

    private static string[] Arguments(string? folder, Ports ports) =>
    [
        "--require", Path.Combine(RepositoryFolder.Local, "Processes", "stop-with-parent.cjs"),
        Path.Combine(NodePackages.Folder, "azurite", "dist", "src", "azurite.js"),
        .. folder is null ? (string[])["--inMemoryPersistence"] : ["--location", folder],
        "--blobPort", Text(ports.Blobs), "--queuePort", Text(ports.Queues), "--tablePort", Text(ports.Tables),
        "--silent", "--skipApiVersionCheck", "--disableTelemetry",
    ];

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    /// <summary>Nothing here stores blobs, but Azurite starts all three services or none.</summary>
    private readonly record struct Ports(int Blobs, int Queues, int Tables);

    [GeneratedRegex("Table service is successfully listening")]
    private static partial Regex Started();
}
