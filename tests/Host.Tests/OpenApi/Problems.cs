using System.Globalization;
using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// What an operation refuses, as its function tells it and its word's file adds. A problem stands in a file as its
/// code, or as <c>code: words</c> where it means something else there. A status that the file names is told by the
/// file alone; an empty list takes it away.
/// </summary>
internal sealed class Problems
{
    /// <summary>
    /// Their schema is Problem as it is: Kiota makes its class of the first one that it meets, and would know no other
    /// type than that one names.
    /// </summary>
    private static readonly string[] OfEveryOperation = ["400", "401", "500"];

    private readonly JsonObject _meanings;
    private readonly JsonObject _headers;
    private readonly Dictionary<string, string> _shared = [];
    private readonly SortedDictionary<string, JsonNode> _components = new(StringComparer.Ordinal);

    internal Problems(JsonObject shared, IEnumerable<(HttpFunction Function, JsonObject Operation)> operations)
    {
        (_meanings, _headers) = (shared["problems"]!.AsObject(), shared["problemHeaders"]!.AsObject());
        foreach (var (name, response) in shared["responses"]!.AsObject())
        {
            var (status, problems) = response!.AsObject().Single();
            Share(name, status, Items(problems!));
        }

        foreach (var repeated in operations.SelectMany(o => Of(o.Function, o.Operation))
            .GroupBy(p => Key(p.Key, p.Value)).Where(g => g.Count() > 1 && !_shared.ContainsKey(g.Key)))
        {
            var (status, problems) = repeated.First();
            Share(NameOf(problems), status, problems);
        }
    }

    /// <summary>Responses that more than one operation gives, each written once.</summary>
    internal IReadOnlyDictionary<string, JsonNode> Components => _components;

    internal IEnumerable<string> Types => _meanings.Select(m => Type(m.Key));

    /// <summary>What every problem means, told once: an operation tells only where one means something else.</summary>
    internal string Meanings => string.Join('\n', _meanings.Select(m => $"- `{m.Key}`: {m.Value}"));

    internal JsonObject Response(string status, IReadOnlyList<string> problems) =>
        _shared.TryGetValue(Key(status, problems), out var name)
            ? References.To("responses", name)
            : Written(status, problems);

    /// <summary>The problems of an operation by status, in the order of the statuses.</summary>
    internal static SortedDictionary<string, IReadOnlyList<string>> Of(HttpFunction function, JsonObject operation)
    {
        var problems = Derived(function, operation.ContainsKey("body"));
        foreach (var (status, own) in operation["problems"]?.AsObject() ?? [])
        {
            problems[status] = Items(own!);
        }

        return new(problems.Where(p => p.Value.Count > 0).ToDictionary(), StringComparer.Ordinal);
    }

    private static Dictionary<string, IReadOnlyList<string>> Derived(HttpFunction function, bool hasBody)
    {
        var problems = new Dictionary<string, IReadOnlyList<string>> { ["500"] = ["unexpected"] };
        if (function.Scope is not null)
        {
            string[] ofAgency = function.Path.Contains("{agency}", StringComparison.Ordinal) ? ["wrong-agency"] : [];
            problems["400"] = ["invalid-field"];
            problems["401"] = ["unauthenticated"];
            problems["403"] = ["missing-scope", "wrong-person", .. ofAgency];
        }

        if (hasBody)
        {
            problems["400"] = ["invalid-body", "invalid-field"];
            problems["413"] = ["body-too-large"];
            problems["415"] = ["unknown-encoding"];
        }

        return problems;
    }

    private static IReadOnlyList<string> Items(JsonNode list) => [.. list.AsArray().Select(p => (string)p!)];

    private static string Key(string status, IEnumerable<string> problems) => $"{status} {string.Join('|', problems)}";

    private static string Code(string problem) => problem.Split(": ", 2)[0];

    private static string Type(string code) => "urn:kinerja:problem:" + code;

    /// <summary>As the codes are called: <c>unknown-run</c>, <c>unknown-unit</c> make UnknownRunUnknownUnit.</summary>
    private static string NameOf(IEnumerable<string> problems) => string.Concat(
        problems.SelectMany(p => Code(p).Split('-')).Select(CultureInfo.InvariantCulture.TextInfo.ToTitleCase));

    private void Share(string name, string status, IReadOnlyList<string> problems)
    {
        Assert.True(
            _components.TryAdd(name, Written(status, problems)),
            $"two responses would be called {name}: name {Key(status, problems)} in responses of Http");
        _shared.Add(Key(status, problems), name);
    }

    private JsonObject Written(string status, IReadOnlyList<string> problems)
    {
        var response = new JsonObject { ["description"] = string.Join(' ', problems.Select(Words)) };
        if (_headers[status] is { } headers)
        {
            response["headers"] = Answers.Headers(headers);
        }

        var schema = References.To("schemas", "Problem");
        if (!OfEveryOperation.Contains(status))
        {
            var types = problems.Select(p => (JsonNode)Type(Code(p)));
            schema["properties"] = new JsonObject
            {
                ["type"] = new JsonObject { ["enum"] = new JsonArray([.. types]) },
            };
        }

        response["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = schema } };
        return response;
    }

    private string Words(string problem)
    {
        var code = Code(problem);
        Assert.True(_meanings.ContainsKey(code), $"{code} is no problem: say in problems of Http what it means");
        return code == problem ? $"`{code}`." : $"`{code}`: {problem[(code.Length + 2)..]}";
    }
}
