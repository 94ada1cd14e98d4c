using System.Text;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Http;

/// <summary>
/// A static page for people, in the language that the caller prefers. Nothing in it may run or be fetched, and no cache
/// keeps it: it tells of people.
/// </summary>
internal sealed class PageAnswer(Func<bool, string> write) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var indonesian = HttpExchange.PrefersIndonesian(httpContext.Request);
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.Vary = "Accept-Language";
        headers.ContentLanguage = indonesian ? "id" : "en";
        return new BytesAnswer(Encoding.UTF8.GetBytes(write(indonesian)), "text/html; charset=utf-8").ExecuteAsync(
            httpContext);
    }
}
