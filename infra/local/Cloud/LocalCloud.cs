using Kinerja.Local.Issuer;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Cloud;

/// <summary>
/// Everything the function app needs, on one machine: real tables (Azurite), the local Service Bus, an issuer.
/// </summary>
public sealed class LocalCloud : IAsyncDisposable
{
    private LocalCloud(string folder, Azurite tables, LocalServiceBus bus, DevelopmentIssuer issuer)
    {
        Folder = folder;
        Tables = tables;
        Bus = bus;
        Issuer = issuer;
    }

    public string Folder { get; }

    public Azurite Tables { get; }

    public LocalServiceBus Bus { get; }

    public DevelopmentIssuer Issuer { get; }

    /// <summary>
    /// All state lives in the folder, but for tables and queues that are kept in memory alone. A lock time, when given,
    /// stands for every queue's own.
    /// </summary>
    public static async Task<LocalCloud> StartAsync(
        string folder,
        int issuerPort,
        double? lockSeconds,
        CancellationToken cancel,
        bool tablesInMemory = false)
    {
        var tables = Azurite.StartAsync(tablesInMemory ? null : Path.Combine(folder, "azurite"), cancel);
        var bus = LocalServiceBus.StartAsync(
            Path.Combine(folder, "service-bus"), lockSeconds: lockSeconds, cancellation: cancel);
        var issuer = DevelopmentIssuer.StartAsync(Path.Combine(folder, "issuer"), issuerPort, cancel);
        return new LocalCloud(folder, await tables, await bus, await issuer);
    }

    /// <summary>What a function app that uses this cloud is started with.</summary>
    public FunctionAppOptions OptionsFor(TimeProvider? clock = null, int port = 0) =>
        new(
            Tables.ConnectionString,
            Bus.ConnectionString,
            Issuer.Metadata,
            Issuer.Name,
            DevelopmentIssuer.Audience,
            Folder)
        {
            Clock = clock,
            Port = port,
        };

    public async ValueTask DisposeAsync()
    {
        await Issuer.DisposeAsync();
        await Bus.DisposeAsync();
        await Tables.DisposeAsync();
    }
}
