using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinerja.Local.Tests.FunctionsHost;

/// <summary>A running host of the given function classes on a free port, with a state folder of its own.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    private readonly DirectoryInfo _ownFolder = Directory.CreateTempSubdirectory("functions-host-");

    private SampleHost(IEnumerable<Type> types, Action<FunctionsApplicationBuilder>? configure, string? stateFolder)
    {
        StateFolder = stateFolder ?? _ownFolder.FullName;
        var builder = new FunctionsApplicationBuilder(["--urls", "http://127.0.0.1:0"], types);
        builder.Configuration.AddInMemoryCollection([new("FunctionsHost:StateFolder", StateFolder)]);
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Log);
        builder.Services.AddSingleton(Notes);
        builder.ConfigureFunctionsWebApplication();
        configure?.Invoke(builder);
        Host = builder.Build();
    }

    public IHost Host { get; }

    public Notes Notes { get; } = new();

    public LogNotes Log { get; } = new();

    public string StateFolder { get; }

    public HttpClient Client { get; } = new();

    public static async Task<SampleHost> StartAsync<T>(
        Action<FunctionsApplicationBuilder>? configure = null, string? stateFolder = null) =>
        await StartAsync([typeof(T)], configure, stateFolder);

    public static async Task<SampleHost> StartAsync(
        IEnumerable<Type> types, Action<FunctionsApplicationBuilder>? configure = null, string? stateFolder = null)
    {
        var host = new SampleHost(types, configure, stateFolder);
        try
        {
            await host.Host.StartAsync();
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        host.Client.BaseAddress = Addresses.Of(host.Host);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.StopAsync();
        await ((IAsyncDisposable)Host).DisposeAsync();
        Log.Dispose();
        _ownFolder.Delete(recursive: true);
    }
}
