using Kinerja.Application.Files.Sheets;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kinerja.Host.Files;

/// <summary>
/// A table as a file to be saved, sent row by row while it is read. Headings are in the language that the caller
/// prefers. What fails under way breaks the connection off, so that nobody takes a part for the whole.
/// </summary>
internal sealed class SheetAnswer(Sheet sheet, SheetFormat format) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var indonesian = HttpExchange.PrefersIndonesian(httpContext.Request);
        var headers = httpContext.Response.Headers;
        headers.ContentType = format.ContentType();
        headers.ContentDisposition = $"attachment; filename=\"{sheet.Name}.{RouteFormat.NameOf(format)}\"";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.ContentLanguage = indonesian ? "id" : "en";
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        // A workbook is packed already.
        var body = format == SheetFormat.Xlsx ? httpContext.Response.Body : EncodedAnswer.Open(httpContext);
        await format.WriteAsync(sheet, body, indonesian, httpContext.RequestAborted);
        if (body != httpContext.Response.Body)
        {
            await body.DisposeAsync();
        }
    }
}
