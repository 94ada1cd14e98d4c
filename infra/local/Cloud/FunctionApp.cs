using System.Globalization;
using Kinerja.Application.Messaging;
using Kinerja.Application.Storage;
using Kinerja.Host;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinerja.Local.Cloud;

/// <summary>What the function app is started with on one machine.</summary>
public sealed record FunctionAppOptions(
    string StorageConnection,
    string BusConnection,
    Uri IssuerMetadata,
    string Issuer,
    string Audience,
    string StateFolder)
{
    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    public TimeProvider? Clock { get; init; }

    /// <summary>PEM of the key that signs receipts.</summary>
    public string ReceiptKey { get; init; } = DevelopmentSecrets.ReceiptKey(StateFolder);

    public string SpotCheckSalt { get; init; } = DevelopmentSecrets.SpotCheckSalt(StateFolder);

    /// <summary>Other settings, spelt as the shell spells them.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Every setting as the host reads it; a host in a process of its own gets them as its environment.</summary>
    public IReadOnlyDictionary<string, string> Environment() => new Dictionary<string, string>(Settings)
    {
        [SettingNames.Tables] = StorageConnection,
        [SettingNames.Queues] = StorageConnection,
        [SettingNames.Bus] = BusConnection,
        [SettingNames.AuthMetadataAddress] = IssuerMetadata.AbsoluteUri,
        [SettingNames.AuthIssuer] = Issuer,
        [SettingNames.AuthAudience] = Audience,
        [SettingNames.ReceiptsSigningKey] = ReceiptKey,
        [SettingNames.SpotChecksSalt] = SpotCheckSalt,
        ["FunctionsHost__StateFolder"] = Path.Combine(StateFolder, "functions-host"),
        ["URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"),
    };
}

/// <summary>The function app in this process, on the local edition's host: the same functions that Azure runs.</summary>
public sealed class FunctionApp : IAsyncDisposable
{
    private readonly IHost _host;

    private FunctionApp(IHost host, Uri address)
    {
        _host = host;
        Address = address;
    }

    public Uri Address { get; }

    public IServiceProvider Services => _host.Services;

    public static async Task<FunctionApp> StartAsync(FunctionAppOptions options, CancellationToken cancel)
    {
        var builder = KinerjaHost.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(options.Environment()
            .Select(s => KeyValuePair.Create(SettingNames.InConfiguration(s.Key), (string?)s.Value)));
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(new FileLog(Path.Combine(options.StateFolder, "function-app.log")));
        if (options.Clock is { } clock)
        {
            builder.Services.AddSingleton(clock);
        }

        var host = builder.Build();
        await host.Services.GetRequiredService<TableStore>().CreateTablesAsync(cancel);
        await host.Services.GetRequiredService<WorkQueues>().CreateAsync(cancel);
        await host.StartAsync(cancel);
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new FunctionApp(host, new Uri(addresses.Addresses.First()));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
