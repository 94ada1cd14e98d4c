using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// Makes the API's document: verb, path, scope and what every operation refuses from the functions, members from the
/// types, the rest from the words' files.
/// </summary>
internal sealed partial class DocumentMaker
{
    private static readonly string[] OperationMembers =
        ["tag", "summary", "description", "parameters", "body", "answers", "problems"];

    private readonly WordFiles _files;
    private readonly SortedDictionary<string, JsonNode> _parameters;
    private readonly Problems _problems;

    private DocumentMaker(WordFiles files)
    {
        _files = files;
        _parameters = files.All("parameters");
        _problems = new(files.Shared, files.Operations().Select(o => (FunctionOf(o.Id), o.Json)));
    }

    internal static JsonObject Make() => new DocumentMaker(WordFiles.OfOperations()).Document();

    private JsonObject Document()
    {
        var shared = _files.Shared;
        var answers = Parts(shared["answers"]!.AsObject()!, answer => Answers.Answer(answer, "answers"));
        return new JsonObject
        {
            ["openapi"] = shared["openapi"]!.DeepClone(),
            ["info"] = shared["info"]!.DeepClone(),
            ["servers"] = shared["servers"]!.DeepClone(),
            ["tags"] = shared["tags"]!.DeepClone(),
            ["paths"] = Paths(),
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = shared["securitySchemes"]!.DeepClone(),
                ["parameters"] = Parts(_parameters, WithSchema),
                ["headers"] = Parts(shared["headers"]!.AsObject()!, WithSchema),
                ["responses"] = Parts(
                    _problems.Components.Concat(answers!), response => response.DeepClone()),
                ["examples"] = Parts(
                    _files.All("examples"), example => new JsonObject { ["value"] = example.DeepClone() }),
                ["schemas"] = Schemas(),
            },
        };
    }

    private JsonObject Schemas()
    {
        var schemas = _files.All("schemas");
        var types = new TypeSchemas(schemas);
        return Parts(
            schemas.Append(new("ProblemType", ProblemType())), schema => References.Schema(types.Whole(schema)));
    }

    private JsonObject Paths()
    {
        var paths = new JsonObject();
        foreach (var (id, tag, json) in _files.Operations())
        {
            var function = FunctionOf(id);
            var verbs = paths[function.Path] ??= new JsonObject();
            verbs[function.Verb] = Operation(function, tag, json);
        }

        return paths;
    }

    private JsonObject Operation(HttpFunction function, string tag, JsonObject json)
    {
        Members.Check(json, function.Name, OperationMembers);
        var scope = function.Scope;
        var operation = new JsonObject
        {
            ["operationId"] = function.Name,
            ["tags"] = new JsonArray(tag),
            ["summary"] = Members.Needed(json, function.Name, "summary"),
            ["description"] = Members.Needed(json, function.Name, "description"),
            ["parameters"] = new JsonArray([.. Parameters(function, json).Select(p => References.To("parameters", p))]),
            ["security"] = scope is null ? [] : new JsonArray(new JsonObject { ["bearer"] = new JsonArray(scope) }),
        };
        if (json["body"] is { } body)
        {
            operation["requestBody"] = Answers.Body(body.AsObject(), function.Name);
        }

        var responses = new JsonObject();
        foreach (var (status, answer) in json["answers"]!.AsObject())
        {
            responses[status] = Answers.Answer(answer!, $"{function.Name} {status}");
        }

        foreach (var (status, problems) in Problems.Of(function, json))
        {
            responses[status] = _problems.Response(status, problems);
        }

        operation["responses"] = responses;
        return operation;
    }

    /// <summary>
    /// First those of the path: each has the name that it has there, unless the file names another of that name.
    /// </summary>
    private IEnumerable<string> Parameters(HttpFunction function, JsonObject json)
    {
        var given = (json["parameters"]?.AsArray() ?? []).Select(p => (string)p!).ToList();
        var inPath = Template().Matches(function.Path).Select(m => m.Groups[1].Value)
            .Select(name => given.Find(g => IsOfPath(g, name)) ?? name).ToList();
        return inPath.Concat(given.Except(inPath));
    }

    private bool IsOfPath(string parameter, string name) =>
        _parameters[parameter] is { } json && (string)json["in"]! == "path" && (string)json["name"]! == name;

    private JsonObject ProblemType() => new()
    {
        ["type"] = "string",
        ["description"] = "Stable name of the cause. Where an operation says nothing else:\n\n" + _problems.Meanings,
        ["enum"] = new JsonArray([.. _problems.Types.Select(type => (JsonNode)type)]),
    };

    private static HttpFunction FunctionOf(string id) => HttpFunctions.All.TryGetValue(id, out var function)
        ? function
        : throw new InvalidOperationException($"{id} is an operation of a file and no function.");

    private static JsonObject WithSchema(JsonNode part)
    {
        var whole = part.DeepClone().AsObject();
        whole["schema"] = References.Schema(whole["schema"]!);
        return whole;
    }

    private static JsonObject Parts(IEnumerable<KeyValuePair<string, JsonNode>> parts, Func<JsonNode, JsonNode> made) =>
        new(parts.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, made(p.Value))));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Template();
}
