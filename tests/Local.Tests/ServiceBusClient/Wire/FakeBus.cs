using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kinerja.Local.Tests.BusClient.Wire;

/// <summary>A server on a free port that writes down requests and gives the answers it was told.</summary>
internal sealed class FakeBus : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<Func<HttpResponse, Task>> _answers = new();
    private readonly List<Seen> _seen = [];

    private FakeBus(WebApplication app)
    {
        _app = app;
    }

    public int Port { get; private set; }

    public IReadOnlyList<Seen> Requests
    {
        get
        {
            lock (_seen)
            {
                return [.. _seen];
            }
        }
    }

    public static async Task<FakeBus> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var service = new FakeBus(builder.Build());
        service._app.Run(service.AnswerAsync);
        await service._app.StartAsync();
        var addresses = service._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        service.Port = new Uri(addresses?.Addresses.Single() ?? "").Port;
        return service;
    }

    public FakeBus Answer(int status, string text = "", params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(response =>
        {
            response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                response.Headers.Append(name, value);
            }

            return text.Length > 0 ? response.WriteAsync(text) : Task.CompletedTask;
        });
        return this;
    }

    /// <summary>Keeps the next request until its client hangs up.</summary>
    public FakeBus Hang()
    {
        _answers.Enqueue(response => Task.Delay(Timeout.Infinite, response.HttpContext.RequestAborted)
            .ContinueWith(_ => { }, TaskScheduler.Default));
        return this;
    }

    public ServiceBusClient Client(TimeSpan? tryTimeout = null, int maxRetries = 3, TimeSpan? delay = null) =>
        new($"Endpoint=sb://127.0.0.1:{Port};SharedAccessKeyName=key;SharedAccessKey=secret=;UseDevelopmentEmulator=true",
            new ServiceBusClientOptions
            {
                RetryOptions = new ServiceBusRetryOptions
                {
                    Delay = delay ?? TimeSpan.FromMilliseconds(1),
                    TryTimeout = tryTimeout ?? TimeSpan.FromSeconds(30),
                    MaxRetries = maxRetries,
                },
            });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
    }

    // Without an answer told, a send succeeds and a receive finds nothing.
    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = context.Request;
        Func<HttpResponse, Task>? answer;
        lock (_seen)
        {
            _seen.Add(new Seen(
                request.Method,
                request.Path.Value + request.QueryString.Value,
                request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
                body.ToArray()));
            _answers.TryDequeue(out answer);
        }

        if (answer is not null)
        {
            await answer(context.Response);
            return;
        }

        context.Response.StatusCode = request.Path.Value?.EndsWith("/head", StringComparison.Ordinal) == true ? 204 : 201;
    }

    internal sealed record Seen(string Method, string Path, Dictionary<string, string> Headers, byte[] Body)
    {
        public string Text => System.Text.Encoding.UTF8.GetString(Body);
    }
}
