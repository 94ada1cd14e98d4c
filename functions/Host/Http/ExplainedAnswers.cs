using System.Text;
using System.Text.Json.Serialization.Metadata;
using Kinerja.Application.Explanations;
using Kinerja.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kinerja.Host.Http;

/// <summary>What is told step by step: JSON, or lines of text for whoever likes them better.</summary>
internal static class ExplainedAnswers
{
    internal static Task<IResult> AnswerExplainedAsync<T, TBody>(
        this Task<Result<T>> result, HttpRequest request, Func<T, TBody> body, JsonTypeInfo<TBody> type)
        where T : notnull
        where TBody : IExplained =>
        result.AnswerAsync(value => Explained(request, body(value), type));

    private static IResult Explained<TBody>(HttpRequest request, TBody answer, JsonTypeInfo<TBody> type)
        where TBody : IExplained
    {
        var headers = request.HttpContext.Response.Headers;
        headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (!HttpExchange.PrefersText(request))
        {
            return new JsonAnswer<TBody>(StatusCodes.Status200OK, answer, type);
        }

        var indonesian = HttpExchange.PrefersIndonesian(request);
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        headers.ContentLanguage = indonesian ? "id" : "en";
        return new BytesAnswer(
            Encoding.UTF8.GetBytes(PlainExplanation.Of(answer, indonesian)), "text/plain; charset=utf-8");
    }
}
