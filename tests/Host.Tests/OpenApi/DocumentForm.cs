using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>The structure that OpenAPI 3.1 asks of a document, as far as this one uses it.</summary>
internal static partial class DocumentForm
{
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private static readonly string[] OperationMembers =
        ["operationId", "tags", "summary", "description", "parameters", "security", "requestBody", "responses"];

    internal static IEnumerable<string> Faults(JsonElement document)
    {
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(
                path => path.Value.EnumerateObject().Select(o => (Path: path.Name, Verb: o.Name, Json: o.Value)))
                    .ToList();
        var schemas = new DocumentSchemas(document);
        var names = operations.Select(o => o.Json.GetProperty("operationId").GetString()).ToList();
        return
        [
            .. Unless(Version().IsMatch(document.GetProperty("openapi").GetString()!), "openapi is no 3.1"),
            .. Unless(Text(document.GetProperty("info"), "title", "version"), "info lacks its title or version"),
            .. Unless(names.Distinct().Count() == names.Count, "an operationId stands twice"),
            .. operations.SelectMany(o => OfOperation(document, schemas, o.Path, o.Verb, o.Json)),
            .. Components(document),
        ];
    }

    private static IEnumerable<string> OfOperation(
        JsonElement document, DocumentSchemas schemas, string path, string verb, JsonElement operation)
    {
        var at = $"{verb} {path}";
        var parameters = operation.GetProperty("parameters").EnumerateArray()
            .Select(p => schemas.Resolve(p.GetProperty("$ref").GetString()!)).ToList();
        var inPath = parameters.Where(p => p.GetProperty("in").GetString() == "path")
            .Select(p => p.GetProperty("name").GetString());
        var tags = document.GetProperty("tags").EnumerateArray().Select(t => t.GetProperty("name").GetString());
        return
        [
            .. Unless(path.StartsWith('/') && Verbs.Contains(verb), $"{at} is no path and verb"),
            .. Unless(
                operation.EnumerateObject().All(m => OperationMembers.Contains(m.Name)), $"{at} has a foreign member"),
            .. Unless(Text(operation, "summary", "description"), $"{at} is not described"),
            .. Unless(
                operation.GetProperty("tags").EnumerateArray().All(t => tags.Contains(t.GetString())),
                $"{at} has an unknown tag"),
            .. Unless(
                Template().Matches(path).Select(m => m.Groups[1].Value).Order().SequenceEqual(inPath.Order()),
                $"{at} has other parameters than its path"),
            .. Unless(operation.GetProperty("security").EnumerateArray()
                .All(s => s.EnumerateObject().Single().Name == "bearer"), $"{at} has an unknown security"),
            .. operation.TryGetProperty("requestBody", out var body) ? Media(body, at) : [],
            .. operation.GetProperty("responses").EnumerateObject()
                .SelectMany(r => Unless(Status().IsMatch(r.Name), $"{at} has the status {r.Name}")),
            .. operation.GetProperty("responses").EnumerateObject()
                .SelectMany(r => Response(r.Value, $"{at} {r.Name}")),
        ];
    }

    private static IEnumerable<string> Components(JsonElement document)
    {
        var components = document.GetProperty("components");
        return
        [
            .. components.EnumerateObject().SelectMany(kind => kind.Value.EnumerateObject())
                .SelectMany(one => Unless(ComponentName().IsMatch(one.Name), $"{one.Name} is no component's name")),
            .. components.GetProperty("schemas").EnumerateObject().SelectMany(s => SchemaForm.Faults(s.Value, s.Name)),
            .. components.GetProperty("responses").EnumerateObject().SelectMany(r => Response(r.Value, r.Name)),
            .. components.GetProperty("headers").EnumerateObject()
                .SelectMany(h => SchemaForm.Faults(h.Value.GetProperty("schema"), h.Name)),
            .. components.GetProperty("parameters").EnumerateObject().SelectMany(p => Parameter(p.Value, p.Name)),
        ];
    }

    private static IEnumerable<string> Parameter(JsonElement parameter, string at) =>
    [
        .. Unless(Text(parameter, "name", "description"), $"{at} is not described"),
        .. Unless(parameter.GetProperty("in").GetString() is "query" or "header" or "path", $"{at} is nowhere"),
        .. Unless(
            parameter.GetProperty("in").GetString() != "path"
            || (parameter.GetProperty("required").GetBoolean() && Text(parameter, "example")),
            $"{at} must be required and have an example"),
        .. SchemaForm.Faults(parameter.GetProperty("schema"), at),
    ];

    private static IEnumerable<string> Response(JsonElement response, string at)
    {
        if (response.TryGetProperty("$ref", out _))
        {
            return Unless(response.EnumerateObject().Count() == 1, $"{at} says more than its reference");
        }

        return [.. Unless(Text(response, "description"), $"{at} is not described"), .. Media(response, at)];
    }

    private static IEnumerable<string> Media(JsonElement part, string at) =>
        !part.TryGetProperty("content", out var content) ? [] :
    [
        .. Unless(content.EnumerateObject().Any(), $"{at} has an empty content"),
        .. content.EnumerateObject().SelectMany(
            c => Unless(c.Name.Contains('/', StringComparison.Ordinal), $"{at}: {c.Name} is no media type")),
        .. content.EnumerateObject().SelectMany(
            c => SchemaForm.Faults(c.Value.GetProperty("schema"), $"{at} {c.Name}")),
    ];

    private static bool Text(JsonElement json, params string[] members) =>
        members.All(m => json.TryGetProperty(m, out var text) && text.GetString() is { Length: > 0 });

    private static IEnumerable<string> Unless(bool good, string fault) => good ? [] : [fault];

    [GeneratedRegex(@"^3\.1\.\d+$")]
    private static partial Regex Version();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Template();

    [GeneratedRegex(@"^[1-5]\d\d$")]
    private static partial Regex Status();

    [GeneratedRegex(@"^[A-Za-z0-9._-]+$")]
    private static partial Regex ComponentName();
}
