using Azure.Data.Tables;
using Kinerja.PeerApp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kinerja.Benchmarks.CheckIns;

/// <summary>The peers' work on Kestrel alone, in this process: what is left without host and worker.</summary>
internal sealed class BareEndpoints : IAsyncDisposable
{
    private readonly WebApplication _web;

    private BareEndpoints(WebApplication web) => _web = web;

    public Uri Echo => new(new Uri(_web.Urls.First()), "/echo");

    public Uri Insert => new(new Uri(_web.Urls.First()), "/insert");

    /// <summary>Makes the peers' table too.</summary>
    public static async Task<BareEndpoints> StartAsync(string tablesConnection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var bare = new BareEndpoints(builder.Build());
        var tables = new TableServiceClient(tablesConnection);
        await tables.CreateTableIfNotExistsAsync(PeerWork.Table);
        bare._web.MapPost("/echo", (RequestDelegate)PeerWork.EchoAsync);
        bare._web.MapPost("/insert", (RequestDelegate)(context => PeerWork.InsertAsync(context, tables)));
        await bare._web.StartAsync();
        return bare;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
