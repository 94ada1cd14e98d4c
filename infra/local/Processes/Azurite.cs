using System.Globalization;
using System.Text.RegularExpressions;

namespace Kinerja.Local.Processes;

/// <summary>Azurite's table service on this machine, keeping its tables in a folder.</summary>
public sealed partial class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // Published by the emulator's documentation: the same on every machine, no secret.
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const int Attempts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _process;

    private Azurite(ChildProcess process, int port)
    {
        _process = process;
        Endpoint = new Uri($"http://127.0.0.1:{port}/{Account}");
    }

    public Uri Endpoint { get; }

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint={Endpoint}";

    /// <summary>Starts it and waits until it answers. Port 0 takes a free one. Needs <see cref="NodePackages"/>.</summary>
    public static async Task<Azurite> StartAsync(string folder, int port = 0, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        for (var attempt = 1; ; attempt++)
        {
            var chosen = port == 0 ? FreePort.Next() : port;
            var process = ChildProcess.Start("node", Arguments(folder, chosen));
            try
            {
                // It says so only once it listens.
                await process.FirstMatchAsync(Started(), Patience, cancellation);
                return new Azurite(process, chosen);
            }
            catch (InvalidOperationException) when (port == 0 && attempt < Attempts)
            {
                // Somebody else took the port between our look and its start.
                await process.DisposeAsync();
            }
            catch
            {
                await process.DisposeAsync();
                throw;
            }
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string[] Arguments(string folder, int port) =>
    [
        "--require", Path.Combine(RepositoryFolder.Local, "Processes", "stop-with-parent.cjs"),
        Path.Combine(NodePackages.Folder, "azurite", "dist", "src", "table", "main.js"),
        "--location", folder,
        "--tablePort", port.ToString(CultureInfo.InvariantCulture),
        "--silent", "--skipApiVersionCheck", "--disableTelemetry",
    ];

    [GeneratedRegex("Table service successfully started")]
    private static partial Regex Started();
}
