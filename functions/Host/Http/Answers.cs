using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinerja.Application;
using Kinerja.Domain;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Http;

/// <summary>The one way from a use case's result to an answer.</summary>
internal static class Answers
{
    /// <summary>The next step's result, or the refusal of the one before.</summary>
    internal static async Task<Result<TNext>> ThenAsync<T, TNext>(
        this Task<Result<T>> result,
        Func<T, Task<Result<TNext>>> next)
        where T : notnull
        where TNext : notnull => await (await result).ThenAsync(next);

    /// <summary>The next step's result, or this refusal.</summary>
    internal static Task<Result<TNext>> ThenAsync<T, TNext>(this Result<T> result, Func<T, Task<Result<TNext>>> next)
        where T : notnull
        where TNext : notnull =>
        result.TryGet(out var value, out var refusal) ? next(value) : Task.FromResult<Result<TNext>>(refusal);

    /// <summary>What never refuses, as a result.</summary>
    internal static async Task<Result<T>> AsResultAsync<T>(this Task<T> value)
        where T : notnull => await value;

    /// <summary>What <paramref name="answer"/> makes of the value, or the refusal as a problem.</summary>
    internal static async Task<IResult> AnswerAsync<T>(this Task<Result<T>> result, Func<T, IResult> answer)
        where T : notnull =>
        (await result).TryGet(out var value, out var refusal) ? answer(value) : HttpExchange.Refuse(refusal);

    /// <summary>The value as JSON, with status 200 unless another is given.</summary>
    internal static Task<IResult> AnswerAsync<T, TBody>(
        this Task<Result<T>> result,
        Func<T, TBody> body,
        JsonTypeInfo<TBody> type,
        Func<T, int>? status = null)
        where T : notnull =>
        result.AnswerAsync(value =>
            new JsonAnswer<TBody>(status?.Invoke(value) ?? StatusCodes.Status200OK, body(value), type));

    /// <summary>
    /// The value as JSON, with its version as ETag; 304 for a reader that has this version already.
    /// </summary>
    internal static Task<IResult> AnswerVersionAsync<T, TBody>(
        this Task<Result<T>> result,
        HttpRequest request,
        Func<T, int> version,
        Func<T, TBody> body,
        JsonTypeInfo<TBody> type)
        where T : notnull =>
        result.AnswerAsync<T>(value =>
        {
            request.Tag(version(value));
            return request.Has(version(value))
                ? Results.StatusCode(StatusCodes.Status304NotModified)
                : new JsonAnswer<TBody>(StatusCodes.Status200OK, body(value), type);
        });

    /// <summary>
    /// The value as JSON, with a number that its bytes come to as ETag, for what has no version of its own; 304 for a
    /// reader that has just that.
    /// </summary>
    internal static Task<IResult> AnswerTaggedAsync<T, TBody>(
        this Task<Result<T>> result, HttpRequest request, Func<T, TBody> body, JsonTypeInfo<TBody> type)
        where T : notnull =>
        result.AnswerAsync<T>(value =>
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(body(value), type);
            var version = BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(bytes)) & int.MaxValue;
            request.Tag(version);
            return request.Has(version)
                ? Results.StatusCode(StatusCodes.Status304NotModified)
                : new BytesAnswer(bytes, "application/json");
        });

    /// <summary>A page of a list as JSON, and where the next one is.</summary>
    /// <param name="result">The page.</param>
    /// <param name="request">Whose next page it is.</param>
    /// <param name="body">What is made of its items.</param>
    /// <param name="type">How that is written.</param>
    /// <param name="filter">What the next page is asked with besides its place, each member with its &amp;; of a
    /// request that is right.</param>
    internal static Task<IResult> AnswerPageAsync<T, TBody>(
        this Task<Result<ListPage<T>>> result,
        HttpRequest request,
        Func<IReadOnlyList<T>, TBody> body,
        JsonTypeInfo<TBody> type,
        Func<string>? filter = null) =>
        result.AnswerAsync(
            page =>
            {
                request.LinkNext(page.Next is { } next ? $"{filter?.Invoke()}cursor={next}" : null);
                return body(page.Items);
            },
            type);

    internal static Task<IResult> AnswerNothingAsync<T>(this Task<Result<T>> result)
        where T : notnull => result.AnswerAsync<T>(_ => Results.NoContent());

    /// <summary>
    /// The request's own query with one member set: the filters of the next page are those of this one.
    /// </summary>
    internal static string QueryWith(this HttpRequest request, string name, string value) => string.Join(
        '&',
        request.Query.Where(member => member.Key != name)
            .Select(member => $"{member.Key}={Uri.EscapeDataString(member.Value.ToString())}")
            .Append($"{name}={value}"));

    /// <summary>Where the next page is: a Link header. Null when this is the last one.</summary>
    internal static void LinkNext(this HttpRequest request, string? query)
    {
        if (query is not null)
        {
            request.HttpContext.Response.Headers.Link = $"<{request.Path}?{query}>; rel=\"next\"";
        }
    }
}
