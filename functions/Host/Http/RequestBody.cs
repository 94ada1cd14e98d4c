using System.IO.Compression;
using System.IO.Pipelines;
using Kinerja.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kinerja.Host.Http;

/// <summary>A body as it was before its coding: gzip is taken, and none (RFC 9110, 8.4).</summary>
internal static class RequestBody
{
    /// <summary>What a refusal offers (RFC 9110, 15.5.16).</summary>
    internal const string Taken = "gzip, identity";

    internal static Result<PipeReader> Open(HttpRequest request)
    {
        var coding = request.Headers[HeaderNames.ContentEncoding].ToString().Trim();
        if (coding.Length == 0 || coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return request.BodyReader;
        }

        return coding.Equals("gzip", StringComparison.OrdinalIgnoreCase)
            || coding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase)
            ? PipeReader.Create(new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true))
            : new Refusal(
                RefusalKind.Unsupported, RefusalCodes.UnknownEncoding, $"A body is taken as {Taken}, in one coding.");
    }

    internal static Refusal NotGzip() =>
        new(RefusalKind.Malformed, RefusalCodes.InvalidBody, "The body is no whole gzip.");
}
