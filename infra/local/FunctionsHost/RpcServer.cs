using System.Net;
using Kinerja.FunctionsHost.Rpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kinerja.FunctionsHost;

/// <summary>The address that workers call, on a free port of the loopback address.</summary>
internal sealed class RpcServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RpcServer(WebApplication app) => _app = app;

    public WorkerStreams Streams => _app.Services.GetRequiredService<WorkerStreams>();

    public Uri Address => new(_app.Urls.Single());

    public static async Task<RpcServer> StartAsync(ILoggerFactory logging, CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(logging);
        builder.Services.AddSingleton<WorkerLog>();
        builder.Services.AddSingleton<WorkerStreams>();
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        var app = builder.Build();
        app.MapGrpcService<WorkerStreams>();
        await app.StartAsync(cancel);
        return new RpcServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
