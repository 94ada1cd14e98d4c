using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// Whether a schema itself is well formed: known keywords, each with the kind of value that it takes.
/// </summary>
internal static class SchemaForm
{
    private static readonly HashSet<string?> Types = [
        "object", "array", "string", "number", "integer", "boolean", "null"
    ];

    internal static IEnumerable<string> Faults(JsonElement schema, string at)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return [$"{at} is no schema"];
        }

        var own = schema.EnumerateObject().Where(keyword => !IsWellFormed(schema, keyword.Name, keyword.Value));
        return own.Select(keyword => $"{at}/{keyword.Name} is not well formed").Concat(Inner(schema, at));
    }

    private static IEnumerable<string> Inner(JsonElement schema, string at)
    {
        var items = schema.TryGetProperty("items", out var one) ? Faults(one, $"{at}/items") : [];
        var choices = schema.TryGetProperty("oneOf", out var many) || schema.TryGetProperty("anyOf", out many)
            ? many.EnumerateArray().SelectMany((choice, i) => Faults(choice, $"{at}/oneOf/{i}"))
            : [];
        var members = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().SelectMany(p => Faults(p.Value, $"{at}/properties/{p.Name}"))
            : [];
        return [.. items, .. choices, .. members];
    }

    private static bool IsWellFormed(JsonElement schema, string keyword, JsonElement value) => keyword switch
    {
        "$ref" => value.GetString()!.StartsWith("#/components/schemas/", StringComparison.Ordinal),
        "description" => value.GetString() is { Length: > 0 },
        "type" => value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().All(t => Types.Contains(t.GetString()))
            : Types.Contains(value.GetString()),
        "enum" => Distinct(value.EnumerateArray().Select(v => v.GetRawText())),
        "required" => Distinct(value.EnumerateArray().Select(v => v.GetString()!))
            && value.EnumerateArray().All(
                name => schema.GetProperty("properties").TryGetProperty(name.GetString()!, out _)),
        "properties" => value.ValueKind == JsonValueKind.Object,
        "additionalProperties" => value.ValueKind == JsonValueKind.Object
            ? !Faults(value, keyword).Any()
            : value.ValueKind == JsonValueKind.False && schema.TryGetProperty("properties", out _),
        "items" => value.ValueKind == JsonValueKind.Object,
        "oneOf" or "anyOf" => value.GetArrayLength() > 1,
        "minItems" or "maxItems" or "minLength" or "maxLength" => value.TryGetInt32(out var size) && size >= 0,
        "minimum" or "maximum" => value.ValueKind == JsonValueKind.Number,
        "pattern" => new Regex(value.GetString()!, RegexOptions.ECMAScript) is not null,
        _ => false,
    };

    private static bool Distinct(IEnumerable<string> names) =>
        names.ToList() is { Count: > 0 } all && all.Distinct().Count() == all.Count;
}
