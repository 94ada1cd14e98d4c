using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kinerja.Local.Tests.Tables;

/// <summary>A table service that answers what a test tells it to, for what Azurite never does.</summary>
internal sealed class FakeTables : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate = SelfSigned();

    private FakeTables(Func<int, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            Requests.Enqueue(new Seen(
                context.Request.Method,
                context.Request.Path + context.Request.QueryString,
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
                await body.ReadToEndAsync()));
            await answer(Requests.Count, context);
        });
    }

    public ConcurrentQueue<Seen> Requests { get; } = new();

    public Uri Endpoint { get; private set; } = new("https://127.0.0.1");

    /// <summary>The answer is told which request it is, counted from 1.</summary>
    public static async Task<FakeTables> StartAsync(Func<int, HttpContext, Task> answer)
    {
        var fake = new FakeTables(answer);
        await fake._app.StartAsync();
        var addresses = fake._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        fake.Endpoint = new Uri(addresses?.Addresses.Single() + "/account");
        return fake;
    }

    public static async Task JsonAsync(HttpContext context, string json, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    public TableClient Table(TableClientOptions? options = null) =>
        new TableServiceClient(
            $"AccountName=account;AccountKey=a2V5;TableEndpoint={Endpoint}", Trusting(options)).GetTableClient("Test");

    /// <summary>Options under which this fake's own certificate is good and a retry does not wait.</summary>
    public TableClientOptions Trusting(TableClientOptions? options = null)
    {
        options ??= new TableClientOptions();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Transport = new HttpClientTransport(new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, shown, _, _) =>
                shown?.Thumbprint == _certificate.Thumbprint,
        });
        return options;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var now = DateTimeOffset.UtcNow;
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        // A key made in memory must be imported once before a server can use it.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    internal sealed record Seen(
        string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
}
