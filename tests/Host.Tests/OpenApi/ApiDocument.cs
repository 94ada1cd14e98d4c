using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>The API's own document, as the host serves it.</summary>
internal sealed class ApiDocument
{
    private ApiDocument(JsonElement json)
    {
        Json = json;
        Schemas = new DocumentSchemas(json);
        ProblemTypes = [.. Schemas.Resolve("#/components/schemas/ProblemType").GetProperty("enum").EnumerateArray()
            .Select(type => type.GetString()!)];
        Operations =
        [
            .. json.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(o =>
                new Operation(
                    o.Value.GetProperty("operationId").GetString()!,
                    o.Name.ToUpperInvariant(),
                    path.Name,
                    Resolved(o.Value),
                    [.. o.Value.GetProperty("parameters").EnumerateArray().Select(Follow)]))),
        ];
    }

    internal static ApiDocument Embedded { get; } = Read();

    internal JsonElement Json { get; }

    internal DocumentSchemas Schemas { get; }

    internal IReadOnlyList<Operation> Operations { get; }

    internal IReadOnlyList<string> ProblemTypes { get; }

    internal Operation this[string id] => Operations.Single(o => o.Id == id);

    /// <summary>The problem types whose codes an operation names for a status.</summary>
    internal IEnumerable<string> ProblemsOf(Operation operation, int status) =>
        operation.Json.GetProperty("responses").TryGetProperty($"{status}", out var response)
        && response.GetProperty("content").TryGetProperty("application/problem+json", out _)
            ? ProblemTypes.Where(type => response.GetProperty("description").GetString()!.Contains(
                $"`{type.Split(':')[^1]}`", StringComparison.Ordinal))
            : [];

    internal JsonElement Follow(JsonElement node) =>
        node.TryGetProperty("$ref", out var reference) ? Schemas.Resolve(reference.GetString()!) : node;

    /// <summary>The operation with its responses and examples in their places; schemas stay references.</summary>
    private JsonElement Resolved(JsonElement operation)
    {
        var whole = JsonObject.Create(operation)!;
        var responses = whole["responses"]!.AsObject();
        foreach (var (status, response) in responses.ToList())
        {
            responses[status] = Target(response!);
        }

        foreach (var media in responses.Select(r => r.Value).Append(whole["requestBody"])
            .SelectMany(part => part?["content"]?.AsObject() ?? []).Select(media => media.Value!.AsObject()))
        {
            if (media["examples"]?.AsObject().Single().Value is { } example)
            {
                media["example"] = Target(example)["value"]!.DeepClone();
            }
        }

        return JsonSerializer.SerializeToElement(whole);
    }

    private JsonNode Target(JsonNode node) => node["$ref"] is { } reference
        ? JsonObject.Create(Schemas.Resolve((string)reference!))!
        : node.DeepClone();

    private static ApiDocument Read()
    {
        using var stream = typeof(KinerjaHost).Assembly.GetManifestResourceStream("openapi.json")!;
        return new ApiDocument(JsonDocument.Parse(stream).RootElement);
    }
}
