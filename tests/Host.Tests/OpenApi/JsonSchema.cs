using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// Validates a value against a schema, for just the keywords that the API's document uses. Another keyword is an error,
/// so that no rule is written down and silently ignored.
/// </summary>
internal sealed class JsonSchema(JsonElement document)
{
    internal IEnumerable<string> Faults(JsonElement schema, JsonElement value, string at = "")
    {
        return schema.EnumerateObject().SelectMany(keyword => keyword.Name switch
        {
            "$ref" => Faults(Resolve(keyword.Value.GetString()!), value, at),
            "type" => Unless(IsOfType(keyword.Value, value), at, $"is no {keyword.Value.GetRawText()}"),
            "enum" => Unless(keyword.Value.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)), at, "is none of the enum"),
            "properties" => Properties(keyword.Value, value, at),
            "required" => Required(keyword.Value, value, at),
            "additionalProperties" => Undocumented(schema, value, at),
            "items" => Items(keyword.Value, value, at),
            "oneOf" => OneOf(keyword.Value, value, at),
            "anyOf" => Unless(keyword.Value.EnumerateArray().Any(choice => !Faults(choice, value, at).Any()), at, "fits no choice"),
            "minItems" => Unless(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(), at, "has too few items"),
            "maxItems" => Unless(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= keyword.Value.GetInt32(), at, "has too many items"),
            "minLength" => Unless(Text(value) is not { } text || text.Length >= keyword.Value.GetInt32(), at, "is too short"),
            "maxLength" => Unless(Text(value) is not { } text || text.Length <= keyword.Value.GetInt32(), at, "is too long"),
            "minimum" => Unless(Number(value) is not { } number || number >= keyword.Value.GetDecimal(), at, "is too small"),
            "maximum" => Unless(Number(value) is not { } number || number <= keyword.Value.GetDecimal(), at, "is too large"),
            "pattern" => Unless(
                Text(value) is not { } text || Regex.IsMatch(text, keyword.Value.GetString()!, RegexOptions.ECMAScript), at, "does not fit the pattern"),
            "description" or "title" or "examples" or "$schema" or "$id" => [],
            _ => throw new NotSupportedException($"The keyword {keyword.Name} at {at}"),
        });
    }

    /// <summary>What a local reference such as #/components/schemas/Problem points to.</summary>
    internal JsonElement Resolve(string reference)
    {
        var found = document;
        foreach (var name in reference.Split('/')[1..])
        {
            found = found.GetProperty(name);
        }

        return found;
    }

    private static IEnumerable<string> Unless(bool good, string at, string fault) =>
        good ? [] : [string.Create(CultureInfo.InvariantCulture, $"{at} {fault}")];

    private static bool IsOfType(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(one => IsOfType(one, value))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => Number(value) is { } number && decimal.IsInteger(number),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            var other => throw new NotSupportedException($"The type {other}"),
        };

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private IEnumerable<string> Properties(JsonElement properties, JsonElement value, string at) =>
        value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().SelectMany(member =>
            properties.TryGetProperty(member.Name, out var schema) ? Faults(schema, member.Value, $"{at}/{member.Name}") : []);

    private static IEnumerable<string> Required(JsonElement names, JsonElement value, string at) =>
        value.ValueKind != JsonValueKind.Object ? [] : names.EnumerateArray()
            .Where(name => !value.TryGetProperty(name.GetString()!, out _))
            .Select(name => $"{at}/{name.GetString()} is missing");

    private static IEnumerable<string> Undocumented(JsonElement schema, JsonElement value, string at) =>
        value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject()
            .Where(member => !schema.GetProperty("properties").TryGetProperty(member.Name, out _))
            .Select(member => $"{at}/{member.Name} is not documented");

    private IEnumerable<string> Items(JsonElement schema, JsonElement value, string at) =>
        value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((item, i) =>
            Faults(schema, item, string.Create(CultureInfo.InvariantCulture, $"{at}/{i}")));

    private IEnumerable<string> OneOf(JsonElement choices, JsonElement value, string at)
    {
        var faults = choices.EnumerateArray().Select(choice => Faults(choice, value, at).ToList()).ToList();
        return Unless(faults.Count(f => f.Count == 0) == 1, at, $"fits not exactly one choice: {string.Join("; ", faults.SelectMany(f => f))}");
    }
}
