using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>Bodies and answers as a word's file tells them.</summary>
internal static class Answers
{
    internal static JsonObject Body(JsonObject body, string at)
    {
        Members.Check(body, at, "description", "media", "schema", "example", "content");
        return new JsonObject
        {
            ["required"] = true,
            ["description"] = body["description"]!.DeepClone(),
            ["content"] = Content(body),
        };
    }

    /// <summary>The name of one that is shared, or one of its own.</summary>
    internal static JsonObject Answer(JsonNode answer, string at)
    {
        if (answer is not JsonObject json)
        {
            return References.To("responses", (string)answer!);
        }

        Members.Check(json, at, "description", "headers", "media", "schema", "example", "content");
        var made = new JsonObject { ["description"] = json["description"]!.DeepClone() };
        if (json["headers"] is { } headers)
        {
            made["headers"] = Headers(headers);
        }

        if (json.ContainsKey("schema") || json.ContainsKey("content"))
        {
            made["content"] = Content(json);
        }

        return made;
    }

    internal static JsonObject Headers(JsonNode names) =>
        new(names.AsArray().Select(name => (string)name!)
            .Select(name => KeyValuePair.Create<string, JsonNode?>(name, References.To("headers", name))));

    /// <summary>JSON unless a media type is named; several where <c>content</c> names them.</summary>
    private static JsonObject Content(JsonObject part) => part["content"] is JsonObject several
        ? new(several.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Key, Media(one.Value!.AsObject()))))
        : new() { [(string?)part["media"] ?? "application/json"] = Media(part) };

    private static JsonObject Media(JsonObject part)
    {
        var media = new JsonObject { ["schema"] = References.Schema(part["schema"]!) };
        if (part["example"] is JsonValue name && name.TryGetValue<string>(out var shared))
        {
            media["examples"] = new JsonObject { [shared] = References.To("examples", shared) };
        }
        else if (part["example"] is { } example)
        {
            media["example"] = example.DeepClone();
        }

        return media;
    }
}
