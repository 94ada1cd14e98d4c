using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Compression;
using Kinerja.Application.Telemetry;
using Kinerja.Host.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Kinerja.Host.Tests.Telemetry;

/// <summary>
/// Azure Monitor's exporter, sending to a server on this machine. It stands among the tests of the cloud, which so
/// never run beside it: it listens to every activity of this process.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class ExportTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public void Without_a_connection_string_nothing_is_set_up()
    {
        var services = new ServiceCollection().AddTelemetry(new ConfigurationBuilder().Build());
        Assert.Empty(services);
    }

    [Fact]
    public async Task With_one_our_instruments_and_activities_are_sent_there()
    {
        await using var ingestion = await Ingestion.StartAsync();
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTelemetry(ingestion.Configuration);
        using var host = builder.Build();
        await host.StartAsync();

        await SampledAsync(() => RefusalMetrics.Answered("unknown-run", 404));

        Assert.True(host.Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(host.Services.GetRequiredService<MeterProvider>().ForceFlush());
        var sent = string.Concat(ingestion.Bodies);
        Assert.Contains("kinerja.refusals", sent, StringComparison.Ordinal);
        Assert.Contains("unknown-run", sent, StringComparison.Ordinal);
        Assert.Contains(Trace, sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization=AAD;ClientId=1f2e3d4c", "1f2e3d4c")]
    [InlineData("ClientId=1f2e3d4c; Authorization=AAD", "1f2e3d4c")]
    [InlineData("Authorization=AAD", null)]
    [InlineData(null, null)]
    public void The_identity_is_the_one_that_the_platforms_setting_names(string? setting, string? clientId) =>
        Assert.Equal(clientId, TelemetryServices.ClientId(setting));

    /// <summary>The exporter keeps some traces a second; this comes back when it keeps one.</summary>
    private static async Task SampledAsync(Action work)
    {
        var sampled = false;
        while (!sampled)
        {
            using var activity = InvocationTrace.Start(
                "PostCheckIn", ActivityKind.Server, $"00-{Trace}-b7ad6b7169203331-01");
            work();
            sampled = activity!.Recorded;
            await Task.Delay(20);
        }
    }

    /// <summary>Takes what Application Insights would take.</summary>
    private sealed class Ingestion : IAsyncDisposable
    {
        private readonly WebApplication _server;

        private Ingestion(WebApplication server) => _server = server;

        internal ConcurrentQueue<string> Bodies { get; } = [];

        internal IConfiguration Configuration
        {
            get
            {
                var connection =
                    $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={_server.Urls.Single()}/;LiveEndpoint={_server.Urls.Single()}/";
                return new ConfigurationBuilder()
                    .AddInMemoryCollection([new(SettingNames.TelemetryConnectionString, connection)]).Build();
            }
        }

        internal static async Task<Ingestion> StartAsync()
        {
            // The exporter would tell Microsoft how it does.
            Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true");
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var server = builder.Build();
            var ingestion = new Ingestion(server);
            server.Run(ingestion.TakeAsync);
            await server.StartAsync();
            return ingestion;
        }

        public ValueTask DisposeAsync() => _server.DisposeAsync();

        private async Task TakeAsync(HttpContext http)
        {
            var zipped = http.Request.Headers.ContentEncoding == "gzip";
            await using var body = zipped
                ? new GZipStream(http.Request.Body, CompressionMode.Decompress)
                : http.Request.Body;
            using var reader = new StreamReader(body);
            var text = await reader.ReadToEndAsync(http.RequestAborted);
            Bodies.Enqueue(text);
            var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(
                $$"""{"itemsReceived":{{lines}},"itemsAccepted":{{lines}},"errors":[]}""", http.RequestAborted);
        }
    }
}
