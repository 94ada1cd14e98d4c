using System.Text.Json;
using System.Text.Json.Nodes;
using Kinerja.Host.Tests.OpenApi;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>An operation's example with one hostile thing in it, and where that stands.</summary>
internal sealed record HostileCall(ExampleCall Call, string Body, string Pointer, string Value);

/// <summary>Bodies that are the document's examples but for one place.</summary>
internal static class HostileBody
{
    private const string Mark = "hostile-place";

    private static readonly string Deep = new string('[', 70) + new string(']', 70);

    /// <summary>What no member of any body takes: no text, number, list or object that JSON has a place for.</summary>
    private static readonly string[] Never = ["\"\\u0000\"", "\"\\ud800\"", "NaN", "-Infinity", "1e", Deep];

    /// <summary>What no number takes; a whole number neither a part nor one beyond 64 bits.</summary>
    private static readonly string[] NoNumber =
        ["-1", "1e999", "-1e-400000", "9223372036854775808", "\"1\"", "true", "[]"];

    /// <summary>What no text takes.</summary>
    private static readonly string[] NoText = ["1", "false", "[]", "{}", "\"\\u202e\""];

    private static readonly string[] NoDate =
        ["\"2026-02-30\"", "\"0000-00-00\"", "\"+12026-01-05\"", "\"\"", "\"1767573000\""];

    private static readonly string[] NoId = ["\"\"", "\" \"", "\"../..\"", "\"a'b\"", "\"199009132025242014 \""];

    /// <summary>Each place of the example with some of the things that it must not take.</summary>
    internal static IEnumerable<HostileCall> Of(ExampleCall call)
    {
        foreach (var (i, (path, value)) in PlacesOf(JsonNode.Parse(call.Body!)!, "").Index())
        {
            var name = path.Split('/')[^1];
            var turn = call.Operation.Id.Length + i;
            foreach (var hostile in InTurn(Never, turn, 1).Concat(InTurn([.. Wrong(name, value)], turn, 2)))
            {
                yield return new(call, With(call.Body!, path, hostile), path, hostile);
            }
        }
    }

    /// <summary>So many of them, by turns, so that together all come and none of them everywhere.</summary>
    internal static IEnumerable<string> InTurn(IReadOnlyList<string> all, int turn, int most) =>
        Enumerable.Range(turn, Math.Min(most, all.Count)).Select(i => all[i % all.Count]);

    /// <summary>Each member that names a person or a unit, with one that is another agency's.</summary>
    internal static IEnumerable<HostileCall> WithStranger(ExampleCall call, string stranger) =>
        PlacesOf(JsonNode.Parse(call.Body!)!, "")
            .Where(place => IsText(place.Value) && place.Path.EndsWith("Id", StringComparison.Ordinal)
                && !place.Path.EndsWith("agencyId", StringComparison.OrdinalIgnoreCase)
                && !place.Path.EndsWith("deviceId", StringComparison.Ordinal))
            .Select(place => new HostileCall(
                call, With(call.Body!, place.Path, $"\"{stranger}\""), place.Path, stranger));

    /// <summary>Each object of the example with its first member twice.</summary>
    internal static IEnumerable<HostileCall> WithTwice(ExampleCall call) =>
        ObjectsOf(JsonNode.Parse(call.Body!)!, "").Where(place => place.Value.Count > 0).Select(place =>
        {
            var (name, value) = place.Value.First();
            var twice = $"{{\"{name}\":{value?.ToJsonString() ?? "null"},{place.Value.ToJsonString()[1..]}";
            return new HostileCall(call, With(call.Body!, place.Path, twice), $"{place.Path}/{name}", "twice");
        });

    /// <summary>Each span of the example with no length, backwards, and a century long.</summary>
    internal static IEnumerable<HostileCall> WithSpans(ExampleCall call)
    {
        foreach (var (path, span) in ObjectsOf(JsonNode.Parse(call.Body!)!, ""))
        {
            if (!IsText(span["from"]) || !IsText(span["to"]))
            {
                continue;
            }

            var (from, to) = ((string)span["from"]!, (string)span["to"]!);
            yield return new(call, With(call.Body!, $"{path}/to", $"\"{from}\""), $"{path}/to", "no length");
            yield return new(call, With(call.Body!, $"{path}/from", $"\"2120{to[4..]}\""), $"{path}/to", "backwards");
            yield return new(call, With(call.Body!, $"{path}/to", $"\"2126{to[4..]}\""), $"{path}/to", "a century");
        }
    }

    /// <summary>Where a client gives the id: the example, which is stored, with another text in it.</summary>
    internal static IEnumerable<HostileCall> WithOtherContent(ExampleCall call) =>
        JsonNode.Parse(call.Body!)!["id"] is null ? [] : PlacesOf(JsonNode.Parse(call.Body!)!, "")
            .Where(place => IsText(place.Value) && place.Path is "/reason" or "/evidence" or "/words" or "/provider")
            .Select(place => new HostileCall(
                call, With(call.Body!, place.Path, "\"Sama sekali lain.\""), place.Path, "other content"));

    private static IEnumerable<string> Wrong(string name, JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Number => NoNumber,
        JsonValueKind.String when IsDate((string)value!) => NoText.Concat(NoDate),
        JsonValueKind.String when name.EndsWith("Id", StringComparison.Ordinal) || name == "id" => NoText.Concat(NoId),
        JsonValueKind.String => NoText,
        JsonValueKind.Array => ["1", "{}", "\"x\""],
        _ => [],
    };

    private static bool IsText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String;

    private static bool IsDate(string text) => text.Length == 10 && text[4] == '-' && text[7] == '-';

    private static IEnumerable<(string Path, JsonNode? Value)> PlacesOf(JsonNode? node, string path) => node switch
    {
        JsonObject all => all.SelectMany(m => PlacesOf(m.Value, $"{path}/{m.Key}")),
        JsonArray all => all.SelectMany((item, i) => PlacesOf(item, $"{path}/{i}")).Prepend((path, all)),
        _ => [(path, node)],
    };

    private static IEnumerable<(string Path, JsonObject Value)> ObjectsOf(JsonNode? node, string path) => node switch
    {
        JsonObject all => all.SelectMany(m => ObjectsOf(m.Value, $"{path}/{m.Key}")).Prepend((path, all)),
        JsonArray all => all.SelectMany((item, i) => ObjectsOf(item, $"{path}/{i}")),
        _ => [],
    };

    /// <summary>As text, since no JSON writer writes what is none.</summary>
    private static string With(string body, string path, string raw)
    {
        if (path.Length == 0)
        {
            return raw;
        }

        var root = JsonNode.Parse(body)!;
        var (parent, parts) = (root, path.Split('/')[1..]);
        foreach (var part in parts[..^1])
        {
            parent = parent is JsonArray list ? list[int.Parse(part, null)]! : parent[part]!;
        }

        if (parent is JsonArray items)
        {
            items[int.Parse(parts[^1], null)] = Mark;
        }
        else
        {
            parent[parts[^1]] = Mark;
        }

        return root.ToJsonString().Replace($"\"{Mark}\"", raw, StringComparison.Ordinal);
    }
}
