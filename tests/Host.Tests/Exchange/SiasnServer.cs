using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Kinerja.Local.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Tests.Exchange;

/// <summary>SIASN on the wire: two tokens a call, and some calls answered as a test says.</summary>
internal sealed class SiasnServer : IAsyncDisposable
{
    internal const string ClientId = "pemda-contoh";
    internal const string Secret = "rahasia-siasn-1";

    private readonly WebApplication _web = LoopbackWeb.On(0);
    private readonly ConcurrentDictionary<string, bool> _tokens = [];

    private SiasnServer()
    {
    }

    internal FakeSiasn Siasn { get; } = new();

    internal string Address => _web.Urls.First();

    internal string Url => Address + "/apisiasn/1.0";

    internal string TokenUrl => Address + "/oauth2/token";

    internal string SignOn { get; set; } = "sso-1";

    internal int TokensGiven { get; private set; }

    /// <summary>Taken in turn by calls of that verb, and told how to answer as it should.</summary>
    internal ConcurrentQueue<(string Method, Func<HttpContext, Func<IResult>, Task<IResult>> Answer)> Faults { get; } =
        [];

    internal static async Task<SiasnServer> StartAsync()
    {
        var server = new SiasnServer();
        server._web.MapPost("/oauth2/token", server.Token);
        server._web.Map("/apisiasn/1.0/{**path}", server.AnswerAsync);
        await server._web.StartAsync();
        return server;
    }

    /// <summary>Every token that was given is worth nothing from now on.</summary>
    internal void ExpireTokens() => _tokens.Clear();

    internal void FailsWith(string method, int status, int times = 1, int? retryAfter = null)
    {
        for (var i = 0; i < times; i++)
        {
            Faults.Enqueue((method, (context, _) =>
            {
                if (retryAfter is { } seconds)
                {
                    context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                }

                return Task.FromResult(Results.Json(
                    new { code = 0, message = "Gagal untuk 199009132025242014" }, statusCode: status));
            }
            ));
        }
    }

    public async ValueTask DisposeAsync() => await _web.DisposeAsync();

    private IResult Token(HttpRequest request)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{Secret}"));
        if (request.Headers.Authorization != expected)
        {
            return Results.StatusCode(401);
        }

        var token = string.Create(CultureInfo.InvariantCulture, $"app-{++TokensGiven}");
        _tokens[token] = true;
        return Results.Json(new { access_token = token, expires_in = 3600, token_type = "Bearer" });
    }

    private async Task<IResult> AnswerAsync(HttpContext context, string path)
    {
        var headers = context.Request.Headers;
        if (headers.Authorization.ToString() is not { Length: > 7 } bearer || !_tokens.ContainsKey(bearer[7..])
            || headers["Auth"] != $"bearer {SignOn}" || headers.ContainsKey("traceparent"))
        {
            return Results.StatusCode(401);
        }

        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        IResult True()
        {
            var (status, json) = Siasn.Answer(context.Request.Method, path, body);
            return Results.Text(json, "application/json", statusCode: status);
        }

        return Faults.TryPeek(out var next) && next.Method == context.Request.Method && Faults.TryDequeue(out next)
            ? await next.Answer(context, True)
            : True();
    }
}
