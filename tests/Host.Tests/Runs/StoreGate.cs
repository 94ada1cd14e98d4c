using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace Kinerja.Host.Tests.Runs;

/// <summary>
/// Stands between an app and its tables, so that a test decides at which write something happens. Reads always pass.
/// </summary>
internal sealed class StoreGate : IAsyncDisposable
{
    private readonly HttpMessageInvoker _tables = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    });

    private readonly Uri _store;
    private readonly WebApplication _web;
    private HeldWrites _held = HeldWrites.None;

    private StoreGate(Uri store, WebApplication web) => (_store, _web) = (store, web);

    internal static async Task<StoreGate> StartAsync(Uri store)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddHttpForwarder();
        var gate = new StoreGate(store, builder.Build());
        gate._web.Run(gate.ForwardAsync);
        await gate._web.StartAsync();
        return gate;
    }

    /// <summary>The same account, its tables by way of this gate.</summary>
    internal string Through(string connection) => connection.Replace(
        _store.GetLeftPart(UriPartial.Authority), _web.Urls.Single(), StringComparison.Ordinal);

    /// <summary>
    /// From now on lets so many of the meant writes pass and holds what comes after; what was held before is let go. A
    /// write is its address and its body.
    /// </summary>
    internal HeldWrites Hold(Func<string, bool> isMeant, int passing)
    {
        var next = new HeldWrites(isMeant, passing);
        Interlocked.Exchange(ref _held, next).Release();
        return next;
    }

    /// <summary>Lets everything pass.</summary>
    internal void Open() => Interlocked.Exchange(ref _held, HeldWrites.None).Release();

    public async ValueTask DisposeAsync()
    {
        Open();
        await _web.DisposeAsync();
        _tables.Dispose();
    }

    private async Task ForwardAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            await Volatile.Read(ref _held).PassAsync(await TextAsync(http.Request), http.RequestAborted);
        }

        var forwarder = http.RequestServices.GetRequiredService<IHttpForwarder>();
        var error = await forwarder.SendAsync(http, _store.GetLeftPart(UriPartial.Authority), _tables);
        if (error != ForwarderError.None)
        {
            // As if there were no gate: a store that does not answer gives no answer.
            http.Abort();
        }
    }

    private static async Task<string> TextAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return $"{request.GetEncodedPathAndQuery()} {body}";
    }
}
