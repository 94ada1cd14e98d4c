using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>
/// Rows as text and back: a column's name with its type, then its value. JSON in a column stands as JSON, other bytes
/// as base64.
/// </summary>
internal static class PinnedColumns
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file of a table: each kind of its rows.</summary>
    internal static JsonObject FileOf(string table)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Pinned.{table}.json");
        return file is null ? [] : JsonNode.Parse(file)!.AsObject();
    }

    internal static JsonNode? Of(PinnedRow row) => FileOf(row.Table)[row.Kind];

    internal static string Show(JsonNode? node) => node is null ? "nothing" : node.ToJsonString(Readable);

    internal static JsonObject Show(TableEntity row) =>
        new(row.Select(c => KeyValuePair.Create<string, JsonNode?>($"{c.Key} {TypeOf(c.Value)}", Shown(c.Value))));

    internal static TableEntity Read(JsonObject shown)
    {
        var row = new TableEntity();
        foreach (var (title, value) in shown)
        {
            var (name, type) = title.Split(' ') is [var first, var second]
                ? (first, second)
                : throw new FormatException(title);
            row[name] = type switch
            {
                "String" => IsJson(value) ? value!.ToJsonString() : value!.GetValue<string>(),
                "Binary" => IsJson(value)
                    ? Encoding.UTF8.GetBytes(value!.ToJsonString())
                    : Convert.FromBase64String(value!.GetValue<string>()),
                "Int32" => value!.GetValue<int>(),
                "Int64" => value!.GetValue<long>(),
                "Double" => value!.GetValue<double>(),
                "Boolean" => value!.GetValue<bool>(),
                _ => throw new FormatException(title),
            };
        }

        return row;
    }

    private static bool IsJson(JsonNode? value) => value is JsonObject or JsonArray;

    private static string TypeOf(object? value) => value switch
    {
        string => "String",
        byte[] => "Binary",
        int => "Int32",
        long => "Int64",
        double => "Double",
        bool => "Boolean",
        _ => throw new NotSupportedException($"No column holds {value?.GetType().Name ?? "null"}."),
    };

    private static JsonNode Shown(object? value) => value switch
    {
        string text => AsJson(text) ?? JsonValue.Create(text),
        byte[] bytes => AsJson(Encoding.UTF8.GetString(bytes)) ?? JsonValue.Create(Convert.ToBase64String(bytes)),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        _ => JsonValue.Create((bool)value!),
    };

    private static JsonNode? AsJson(string text)
    {
        if (!text.StartsWith('{') && !text.StartsWith('['))
        {
            return null;
        }

        return JsonNode.Parse(text);
    }
}
