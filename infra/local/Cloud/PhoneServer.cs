using System.Net.Http.Headers;
using System.Reflection;
using Kinerja.Local.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Local.Cloud;

/// <summary>
/// A sample agency's page for phones, and the agency's own backend behind it: what the page sends goes to the API in
/// the agency's name, with a token that no phone ever holds.
/// </summary>
internal sealed class PhoneServer : IAsyncDisposable
{
    private const string Json = "application/json";

    /// <summary>Nothing from elsewhere, and no script but the page's own files.</summary>
    private const string Policy =
        "default-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static readonly Dictionary<string, string> Types = new()
    {
        ["index.html"] = "text/html; charset=utf-8",
        ["style.css"] = "text/css; charset=utf-8",
        ["page.mjs"] = "text/javascript; charset=utf-8",
        ["outbox.mjs"] = "text/javascript; charset=utf-8",
        ["texts.mjs"] = "text/javascript; charset=utf-8",
        ["offline.js"] = "text/javascript; charset=utf-8",
    };

    private readonly WebApplication _web;
    private readonly HttpClient _api;
    private readonly Func<string, string> _tokenFor;

    private PhoneServer(WebApplication web, HttpClient api, Func<string, string> tokenFor) =>
        (_web, _api, _tokenFor) = (web, api, tokenFor);

    internal Uri Address => new(_web.Urls.First());

    /// <param name="api">Where the function app is.</param>
    /// <param name="tokenFor">A token of an agency.</param>
    /// <param name="clock">The sample's, which the page shows beside the phone's own.</param>
    /// <param name="port">On loopback; 0 takes a free one.</param>
    /// <param name="cancel">Ends the start.</param>
    internal static async Task<PhoneServer> StartAsync(
        Uri api, Func<string, string> tokenFor, TimeProvider clock, int port, CancellationToken cancel)
    {
        var server = new PhoneServer(LoopbackWeb.On(port), new HttpClient { BaseAddress = api }, tokenFor);
        server._web.MapGet("/clock", () => Results.Json(new { now = clock.GetUtcNow() }));
        server._web.MapGet("/{file?}", server.Page);
        server._web.MapPost("/send", server.SendAsync);
        await server._web.StartAsync(cancel);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _api.Dispose();
    }

    private IResult Page(HttpContext http, string? file)
    {
        var name = file ?? "index.html";
        if (!Types.TryGetValue(name, out var type))
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream($"phone/{name}")!, type);
    }

    /// <summary>
    /// JSON alone is taken, which no page from elsewhere may send without asking first. A dead function app is 503: the
    /// phone tries again.
    /// </summary>
    private async Task SendAsync(HttpContext http, string agency)
    {
        if (http.Request.ContentType?.StartsWith(Json, StringComparison.OrdinalIgnoreCase) != true)
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/check-ins/batch");
        request.Content = new StreamContent(http.Request.Body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(Json);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tokenFor(agency));
        request.Headers.TryAddWithoutValidation("Accept-Language", http.Request.Headers.AcceptLanguage.ToString());
        try
        {
            using var answer = await _api.SendAsync(request, http.RequestAborted);
            http.Response.StatusCode = (int)answer.StatusCode;
            http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
        catch (HttpRequestException)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
