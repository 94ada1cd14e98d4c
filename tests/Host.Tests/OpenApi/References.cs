using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>References into the document's components; the words' files name a schema alone.</summary>
internal static class References
{
    internal static JsonObject To(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    /// <summary>A name for the schema of that name; a schema with each name in a <c>$ref</c> as a reference.</summary>
    internal static JsonNode Schema(JsonNode schema) => schema switch
    {
        JsonObject json => Within(json),
        JsonArray list => new JsonArray([.. list.Select(Item)]),
        _ => To("schemas", (string)schema!),
    };

    private static JsonObject Within(JsonObject schema)
    {
        var expanded = new JsonObject();
        foreach (var (keyword, value) in schema)
        {
            expanded[keyword] = keyword == "$ref" && value is JsonValue name
                ? $"#/components/schemas/{(string)name!}"
                : Item(value);
        }

        return expanded;
    }

    private static JsonNode? Item(JsonNode? node) => node is JsonObject or JsonArray ? Schema(node) : node?.DeepClone();
}
