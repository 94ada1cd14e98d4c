using System.Security.Cryptography;
using System.Text;
using Kinerja.Application.Files.Prints;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Console;

/// <summary>
/// A file of the console, or 304 for whoever has it. Scripts, styles and calls are its own, but for the issuer, and no
/// other page may frame it. The style of papers, which a page shows within itself, is known by its hash.
/// </summary>
internal sealed class ConsoleAnswer(ConsoleFile file, ConsoleIssuer issuer) : IResult
{
    private static readonly string OfPapers =
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Printout.Style)))}'";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' {OfPapers}; "
            + $"connect-src 'self' {issuer.Origin}; "
            + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = file.KeepForever ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ETag = $"\"{file.Tag}\"";
        if (Has(httpContext.Request))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return new BytesAnswer(file.Bytes, file.ContentType).ExecuteAsync(httpContext);
    }

    private bool Has(HttpRequest request) => request.GetTypedHeaders().IfNoneMatch.Any(tag =>
        tag.Tag == "*" || EncodedAnswer.VersionPart(tag.Tag.ToString().Trim('"')) == file.Tag);
}
