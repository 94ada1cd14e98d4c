using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// Holds every answer that a test gets against what the document promises for that operation and status.
/// </summary>
internal static partial class DocumentedAnswers
{
    private static readonly string[] Inside = [
        "Kinerja.", "System.", "Microsoft.", "Azure", "NetTopology", "Exception", "   at "
    ];

    internal static void Check(HttpMethod method, string path, Answer answer)
    {
        if (!path.StartsWith("/api/", StringComparison.Ordinal) || method == HttpMethod.Head)
        {
            return;
        }

        var document = ApiDocument.Embedded;
        var operation = document.Operations.SingleOrDefault(o => o.Fits(method.Method, path["/api".Length..]));
        var faults = operation is null ? Nowhere(answer) : Faults(document, operation, answer);
        var body = answer.Json?.ToJsonString() ?? "";
        var leaks = answer.Status < 400
            ? []
            : Inside.Where(word => body.Contains(word, StringComparison.Ordinal)).Select(w => $"tells {w}");
        Assert.True(
            !faults.Concat(leaks).Any(),
            $"{method} {path}: {answer.Status} {string.Join("; ", faults.Concat(leaks))} in {body}");
    }

    /// <summary>A path or method that is no operation: nothing, and under /v1 a problem that says so.</summary>
    private static List<string> Nowhere(Answer answer) =>
        answer.Status is 404 or 401 ? [] : ["only 404 or, without a token, 401 may come from where no operation is"];

    private static List<string> Faults(ApiDocument document, Operation operation, Answer answer)
    {
        if (!operation.Json.GetProperty("responses").TryGetProperty($"{answer.Status}", out var found))
        {
            return ["this status is not documented"];
        }

        return
        [
            .. BodyFaults(document, found, answer),
            .. HeaderFaults(document, found, answer),
            .. ProblemFaults(document, operation, answer),
            .. Unsaid(answer),
        ];
    }

    /// <summary>What the document says of all answers: every one names its trace, a problem its status.</summary>
    private static IEnumerable<string> Unsaid(Answer answer)
    {
        if (!answer.Headers.TryGetValues("traceparent", out var traces) || !Trace().IsMatch(traces.Single()))
        {
            yield return "the trace is missing";
        }

        if (answer.ContentType == "application/problem+json" && (int?)answer.Json?["status"] != answer.Status)
        {
            yield return "the problem has another status than the answer";
        }
    }

    private static IEnumerable<string> BodyFaults(ApiDocument document, JsonElement response, Answer answer)
    {
        if (!response.TryGetProperty("content", out var content))
        {
            return answer.ContentType is null ? [] : ["a body is not documented"];
        }

        var media = content.EnumerateObject().Where(c => c.Name.Split(';')[0] == answer.ContentType).ToList();
        return media.Count == 0
            ? [$"{answer.ContentType} is not documented"]
            : document.Schemas.Faults(
                media[0].Value.GetProperty("schema"), JsonSerializer.SerializeToElement(answer.Json));
    }

    private static IEnumerable<string> ProblemFaults(ApiDocument document, Operation operation, Answer answer) =>
        answer.ContentType == "application/problem+json"
        && !document.ProblemsOf(operation, answer.Status).Contains(answer.ProblemType)
            ? [$"{answer.ProblemType} is not documented"]
            : [];

    private static IEnumerable<string> HeaderFaults(ApiDocument document, JsonElement response, Answer answer)
    {
        if (!response.TryGetProperty("headers", out var headers))
        {
            yield break;
        }

        foreach (var documented in headers.EnumerateObject())
        {
            var header = document.Follow(documented.Value);
            var text = answer.Headers.TryGetValues(documented.Name, out var values) ? string.Join(", ", values) : null;
            if (text is null && header.TryGetProperty("required", out var required) && required.GetBoolean())
            {
                yield return $"the header {documented.Name} is missing";
            }

            var faults = text is null
                ? []
                : document.Schemas.Faults(header.GetProperty("schema"), JsonSerializer.SerializeToElement(text));
            foreach (var fault in faults)
            {
                yield return $"{documented.Name} {text}{fault}";
            }
        }
    }

    [GeneratedRegex("^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$")]
    private static partial Regex Trace();
}
