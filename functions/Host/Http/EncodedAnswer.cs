using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kinerja.Host.Http;

/// <summary>
/// Sends an answer's bytes in the coding that the caller likes best (RFC 9110, 12.5.3): br or gzip, or as they are.
/// What is small, or no smaller for it, goes as it is. A coded answer is another representation, so a strong ETag
/// says so (8.8.3.3), and If-Match takes it back.
/// </summary>
internal static class EncodedAnswer
{
    /// <summary>Below it the headers weigh more than what is saved.</summary>
    internal const int LeastBytes = 1024;

    private const string Brotli = "br";
    private const string Gzip = "gzip";

    internal static Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> bytes)
    {
        var headers = http.Response.Headers;
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        headers.XContentTypeOptions = "nosniff";
        if (bytes.Length >= LeastBytes
            && CodingFor(http.Request) is { } coding
            && Encode(bytes, coding) is var encoded
            && encoded.Length < bytes.Length)
        {
            headers.ContentEncoding = coding;
            if (headers.ETag.ToString() is ['"', .. var tag, '"'])
            {
                headers.ETag = $"\"{tag}-{coding}\"";
            }

            bytes = encoded;
        }

        http.Response.ContentLength = bytes.Length;
        return http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    /// <summary>
    /// For an answer whose length is not known: packs what is written to it in the coding that the caller likes best.
    /// The caller of this disposes of it at the end; it is the response's own body when nothing is packed.
    /// </summary>
    internal static Stream Open(HttpContext http)
    {
        var (headers, body) = (http.Response.Headers, http.Response.Body);
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (CodingFor(http.Request) is not { } coding)
        {
            return body;
        }

        headers.ContentEncoding = coding;
        return coding == Brotli
            ? new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true);
    }

    /// <summary>The version's own part of an opaque tag, whichever representation it names.</summary>
    internal static string VersionPart(string tag) =>
        tag.EndsWith("-" + Brotli, StringComparison.Ordinal) ? tag[..^(Brotli.Length + 1)]
        : tag.EndsWith("-" + Gzip, StringComparison.Ordinal) ? tag[..^(Gzip.Length + 1)]
        : tag;

    /// <summary>Null when the bytes go as they are: nothing else is taken, or nothing is liked better.</summary>
    private static string? CodingFor(HttpRequest request)
    {
        if (request.GetTypedHeaders().AcceptEncoding is not { Count: > 0 } accepted)
        {
            return null;
        }

        var (br, gzip) = (Quality(Brotli) ?? 0, Math.Max(Quality(Gzip) ?? 0, Quality("x-gzip") ?? 0));
        var best = Math.Max(br, gzip);
        // As they are is always taken; only where it is named can it be liked better.
        var plain = accepted.FirstOrDefault(a => Is(a, "identity")) is { } named ? named.Quality ?? 1 : 0;
        return best == 0 || plain > best ? null : br >= gzip ? Brotli : Gzip;

        double? Quality(string coding) =>
            (accepted.FirstOrDefault(a => Is(a, coding)) ?? accepted.FirstOrDefault(a => Is(a, "*"))) is { } found
                ? found.Quality ?? 1
                : null;
    }

    private static bool Is(StringWithQualityHeaderValue accepted, string coding) =>
        accepted.Value.Equals(coding, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlyMemory<byte> Encode(ReadOnlyMemory<byte> bytes, string coding)
    {
        var encoded = new MemoryStream(bytes.Length / 4);
        using (Stream packing = coding == Brotli
            ? new BrotliStream(encoded, CompressionLevel.Optimal, leaveOpen: true)
            : new GZipStream(encoded, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(bytes.Span);
        }

        return encoded.GetBuffer().AsMemory(0, (int)encoded.Length);
    }
}
