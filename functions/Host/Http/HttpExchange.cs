using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json.Serialization.Metadata;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Kinerja.Host.Http;

/// <summary>The only HTTP plumbing: body → contract, refusal → problem.</summary>
internal static class HttpExchange
{
    internal const int SmallBodyBytes = 64 * 1024;
    internal const int BulkBodyBytes = 1024 * 1024;

    /// <summary>A work plan of as much text as it may hold, in scripts of three bytes a letter.</summary>
    internal const int PlanBodyBytes = 256 * 1024;

    /// <summary>One fence of 100,000 vertices as GeoJSON: about 40 bytes each, and room for spaces.</summary>
    internal const int FenceBodyBytes = 6 * 1024 * 1024;
    internal const int FenceCollectionBytes = 16 * 1024 * 1024;

    internal static Caller Caller(this HttpRequest request) =>
        request.HttpContext.Features.Get<Caller>()
            ?? throw new InvalidOperationException("CallerMiddleware did not run.");

    /// <summary>What the path, the query and If-Match say, for the caller's own agency.</summary>
    internal static RouteReader Route(this HttpRequest request) => new(request, mayNameAnother: false);

    /// <summary>The same for a path that may name an agency other than the caller's.</summary>
    internal static RouteReader RouteBetweenAgencies(this HttpRequest request) => new(request, mayNameAnother: true);

    internal static Task<Result<T>> ReadAsync<TBody, T>(
        this HttpRequest request,
        JsonTypeInfo<TBody> type,
        Func<TBody, Result<T>> read,
        int mostBytes,
        CancellationToken cancel)
        where TBody : notnull
        where T : notnull => request.ReadAsync(body => Parse(body, type, read), mostBytes, cancel);

    /// <summary>A file as it came, once its coding is off.</summary>
    internal static Task<Result<ReadOnlyMemory<byte>>> ReadFileAsync(
        this HttpRequest request, int mostBytes, CancellationToken cancel) =>
        request.ReadAsync<ReadOnlyMemory<byte>>(
            body => (ReadOnlyMemory<byte>)body.ToArray(), mostBytes, cancel);

    private static async Task<Result<T>> ReadAsync<T>(
        this HttpRequest request,
        Func<ReadOnlySequence<byte>, Result<T>> parse,
        int mostBytes,
        CancellationToken cancel)
        where T : notnull
    {
        if (request.ContentLength > mostBytes)
        {
            return TooLarge(mostBytes);
        }

        if (!RequestBody.Open(request).TryGet(out var reader, out var refusal))
        {
            return refusal;
        }

        while (true)
        {
            ReadResult some;
            try
            {
                some = await reader.ReadAsync(cancel);
            }
            catch (InvalidDataException)
            {
                return RequestBody.NotGzip();
            }

            var buffer = some.Buffer;
            if (buffer.Length > mostBytes || some.IsCompleted)
            {
                // Parsed before the reader takes its memory back.
                var result = buffer.Length > mostBytes ? TooLarge(mostBytes) : parse(buffer);
                reader.AdvanceTo(buffer.End);
                return result;
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static Result<T> Parse<TBody, T>(
        ReadOnlySequence<byte> body, JsonTypeInfo<TBody> type, Func<TBody, Result<T>> read)
        where TBody : notnull
        where T : notnull =>
        ContractReader.Read(body.IsSingleSegment ? body.FirstSpan : body.ToArray(), type, read);

    /// <summary>201 for what is new, 200 for what had been sent before.</summary>
    internal static int Created(bool replayed) => replayed ? StatusCodes.Status200OK : StatusCodes.Status201Created;

    internal static IResult Refuse(Refusal refusal, int? status = null) => new ProblemAnswer(refusal, status);

    /// <summary>
    /// Indonesian when of the two languages that there are it is the better liked one (id, or id with a region), or the
    /// first named of two liked alike. Others, and those not taken at all (q of 0), are passed over.
    /// </summary>
    internal static bool PrefersIndonesian(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage is { Count: > 0 } languages
        && languages.Where(l => l.Quality is not 0 && (Is(l.Value, "id") || Is(l.Value, "en") || l.Value == "*"))
            .MaxBy(l => l.Quality ?? 1)?.Value is { } best
        && Is(best, "id");

    private static bool Is(StringSegment tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase)
            || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the caller likes lines of text better than JSON; a wildcard of all is no wish.</summary>
    internal static bool PrefersText(HttpRequest request)
    {
        var taken = request.GetTypedHeaders().Accept;
        double QualityOf(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (taken.FirstOrDefault(t => t.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } one)
                {
                    return one.Quality ?? 1;
                }
            }

            return 0;
        }

        return QualityOf("text/plain", "text/*") > QualityOf("application/json", "application/*", "*/*");
    }

    private static Refusal TooLarge(int mostBytes) =>
        new(RefusalKind.TooLarge, RefusalCodes.BodyTooLarge, $"At most {mostBytes} bytes are taken here.");
}
