using Kinerja.Application.Storage;
using Kinerja.Host;
using Kinerja.Local.Cloud;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinerja.Benchmarks.CheckIns;

/// <summary>The function app in this process, whole, but without a log to write and with room for another store.</summary>
internal sealed class MeasuredApp : IAsyncDisposable
{
    private readonly IHost _host;

    private MeasuredApp(IHost host, Uri address) => (_host, Address) = (host, address);

    public Uri Address { get; }

    public static async Task<MeasuredApp> StartAsync(FunctionAppOptions options, Action<IServiceCollection>? replace = null)
    {
        var builder = KinerjaHost.CreateBuilder([]);
        // Settings are spelt as the shell spells them; configuration parts their names with a colon.
        builder.Configuration.AddInMemoryCollection(options.Environment()
            .Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value)));
        builder.Logging.ClearProviders();
        replace?.Invoke(builder.Services);

        var host = builder.Build();
        await host.Services.GetRequiredService<TableStore>().CreateTablesAsync(CancellationToken.None);
        await host.StartAsync();
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new MeasuredApp(host, new Uri(addresses.Addresses.First()));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
