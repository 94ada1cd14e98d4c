using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>What the words' files name alone: schemas, parts of the document, and enums of the code.</summary>
internal static class References
{
    private static readonly ILookup<string, Type> Enums = typeof(Application.JsonFormat).Assembly.GetTypes()
        .Concat(typeof(Domain.AgencyId).Assembly.GetTypes()).Where(type => type.IsEnum).ToLookup(type => type.Name);

    internal static JsonObject To(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    /// <summary>
    /// A name for the schema of that name; a schema with each name in a <c>$ref</c> as a reference, and each in an
    /// <c>enum</c> as the names of that enum as they are answered.
    /// </summary>
    internal static JsonNode Schema(JsonNode schema) => schema switch
    {
        JsonObject json => Within(json),
        JsonArray list => new JsonArray([.. list.Select(Item)]),
        _ => To("schemas", (string)schema!),
    };

    /// <summary>The names of an enum as they are answered.</summary>
    internal static JsonArray NamesOf(Type type) =>
        new([.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))]);

    private static JsonObject Within(JsonObject schema)
    {
        var expanded = new JsonObject();
        foreach (var (keyword, value) in schema)
        {
            expanded[keyword] = (keyword, value) switch
            {
                ("$ref", JsonValue name) => $"#/components/schemas/{(string)name!}",
                ("enum", JsonValue name) => NamesOf((string)name!),
                _ => Item(value),
            };
        }

        return expanded;
    }

    private static JsonNode? Item(JsonNode? node) => node is JsonObject or JsonArray ? Schema(node) : node?.DeepClone();

    private static JsonArray NamesOf(string name) => Enums[name].ToList() is [var type]
        ? NamesOf(type)
        : throw new InvalidOperationException($"{name} is no enum, or several have this name.");
}
