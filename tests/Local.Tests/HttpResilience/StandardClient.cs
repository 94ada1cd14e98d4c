using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Http.Resilience.Pipeline;

namespace Kinerja.Local.Tests.HttpResilience;

/// <summary>An HttpClient with the standard handler, a clock under control and a server that is a function.</summary>
internal sealed class StandardClient : IDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="answer">Gives the answer to an attempt, counted from 1; none means that it hangs.</param>
    /// <param name="configure">Changes the options.</param>
    public StandardClient(
        Func<int, HttpResponseMessage?> answer,
        Action<HttpStandardResilienceOptions>? configure = null)
    {
        Server = new FakeServer(answer);
        Clock = new ManualClock(() => Server.Hangs);
        var services = new ServiceCollection();
        var builder = services.AddHttpClient("roster").ConfigurePrimaryHttpMessageHandler(() => Server);
        if (configure is null)
        {
            builder.AddStandardResilienceHandler();
        }
        else
        {
            builder.AddStandardResilienceHandler(configure);
        }

        services.AddSingleton(new PipelineClock(Clock));
        _services = services.BuildServiceProvider();
        Client = _services.GetRequiredService<IHttpClientFactory>().CreateClient("roster");
        Client.BaseAddress = new Uri("http://hr.example");
    }

    public ManualClock Clock { get; }

    public FakeServer Server { get; }

    public HttpClient Client { get; }

    public static HttpResponseMessage Answer(HttpStatusCode status) => new(status);

    public Task<HttpResponseMessage> GetAsync() => Clock.RunAsync(Client.GetAsync(new Uri("/", UriKind.Relative)));

    public void Dispose()
    {
        Client.Dispose();
        _services.Dispose();
        Server.Dispose();
    }

    internal sealed class FakeServer(Func<int, HttpResponseMessage?> answer) : HttpMessageHandler
    {
        private volatile bool _hangs;

        public bool Hangs => _hangs;

        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            Bodies.Add(await SentAsync(request.Content));
            if (answer(Bodies.Count) is { } given)
            {
                return given;
            }

            // Cleared while the timer still rings, before the clock can go on: by the callback where this method goes on
            // elsewhere, at the end where it goes on at once and the callback is taken off before its turn.
            _hangs = true;
            await using var end = cancellationToken.Register(() => _hangs = false);
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                _hangs = false;
            }

            throw new InvalidOperationException("An endless wait ended.");
        }

        // As a socket would take it: reading it as text would keep a copy in the content.
        private static async Task<string> SentAsync(HttpContent? content)
        {
            using var sent = new MemoryStream();
            await (content?.CopyToAsync(sent) ?? Task.CompletedTask);
            return Encoding.UTF8.GetString(sent.ToArray());
        }
    }
}
