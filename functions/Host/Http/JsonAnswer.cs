using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinerja.Application.Json;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Http;

/// <summary>
/// A JSON answer, written by generated code and readable without a parser.
/// </summary>
internal sealed class JsonAnswer<T>(
    int status, T value, JsonTypeInfo<T> type, string contentType = "application/json") : IResult
{
    private static readonly JsonWriterOptions Readable = ReadableJson.Writer with { SkipValidation = true };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = contentType;
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        return EncodedAnswer.WriteAsync(httpContext, bytes.WrittenMemory);
    }
}

/// <summary>Bytes that are stored as they are sent.</summary>
internal sealed class BytesAnswer(ReadOnlyMemory<byte> bytes, string contentType) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = contentType;
        return EncodedAnswer.WriteAsync(httpContext, bytes);
    }
}

/// <summary>A refusal as problem details (RFC 9457), in the language that the caller prefers.</summary>
internal sealed class ProblemAnswer(Domain.Refusal refusal, int? status) : IResult
{
    /// <summary>How long to wait when there was no room: what the line before dear work takes.</summary>
    private const string RetryAfterSeconds = "10";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = ProblemResponse.Of(
            refusal,
            HttpExchange.PrefersIndonesian(httpContext.Request),
            httpContext.Request.Path,
            httpContext.TraceIdentifier);
        if (status is { } given)
        {
            body = body with { Status = given };
        }

        if (body.Status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        if (body.Status == StatusCodes.Status415UnsupportedMediaType)
        {
            httpContext.Response.Headers.AcceptEncoding = RequestBody.Taken;
        }

        Application.Telemetry.RefusalMetrics.Answered(refusal.Code, body.Status);
        return new JsonAnswer<ProblemResponse>(
            body.Status, body, Application.JsonFormat.Default.ProblemResponse, "application/problem+json")
            .ExecuteAsync(httpContext);
    }
}
