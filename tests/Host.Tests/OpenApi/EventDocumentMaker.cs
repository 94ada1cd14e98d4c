using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// Makes the events' document (AsyncAPI 3): members from the types of the events, forms of ids and dates from the API's
/// own schemas, the rest from the words' files. Each schema stands alone: whoever keeps it needs no other.
/// </summary>
internal sealed class EventDocumentMaker
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";
    private const string Channel = "kinerjaEvents";
    private const string Trait = "cloudEvent";

    private static readonly string[] WholeSchema = ["type", "required"];

    private readonly JsonObject _shared;
    private readonly SortedDictionary<string, JsonNode> _events;
    private readonly Dictionary<string, JsonNode> _values;
    private readonly TypeSchemas _types;

    private EventDocumentMaker(WordFiles files)
    {
        (_shared, _events) = (files.Shared, files.All("events"));
        _values = WordFiles.OfOperations().All("schemas")
            .Where(s => s.Value["type"] is not null && s.Value["properties"] is null).ToDictionary();
        _types = new(_values);
    }

    internal static JsonObject Make() => new EventDocumentMaker(WordFiles.OfEvents()).Document();

    private JsonObject Document() => new()
    {
        ["asyncapi"] = _shared["asyncapi"]!.DeepClone(),
        ["info"] = _shared["info"]!.DeepClone(),
        ["defaultContentType"] = "application/json",
        ["channels"] = new JsonObject
        {
            [Channel] = With("channel", "messages", OfEach((type, _) =>
            To("components/messages", type)))
        },
        ["operations"] = new JsonObject { ["tell"] = With("operation", "channel", To("channels", Channel)) },
        ["components"] = new JsonObject
        {
            ["messageTraits"] = new JsonObject
            {
                [Trait] = new JsonObject
                {
                    ["contentType"] = "application/json",
                    ["headers"] = _shared["headers"]!.DeepClone(),
                },
            },
            ["messages"] = OfEach(Message),
            ["schemas"] = OfEach(Schema),
        },
    };

    private static JsonObject Message(string type, JsonObject told) => new()
    {
        ["name"] = type,
        ["title"] = told["title"]!.DeepClone(),
        ["summary"] = told["description"]!.DeepClone(),
        ["traits"] = new JsonArray(To("components/messageTraits", Trait)),
        ["payload"] = To("components/schemas", type),
        ["examples"] = new JsonArray(new JsonObject { ["payload"] = told["example"]!.DeepClone() }),
    };

    private JsonObject Schema(string type, JsonObject told)
    {
        Members.Check(told, type, [.. WholeSchema, "of", "title", "description", "properties", "example"]);
        var schema = new JsonObject
        {
            ["$schema"] = Draft,
            ["$id"] = $"urn:kinerja:event:{type}",
            ["title"] = told["title"]!.DeepClone(),
            ["description"] = told["description"]!.DeepClone(),
        };
        var laid = new JsonObject(told.Where(m => m.Key is "of" or "properties" || WholeSchema.Contains(m.Key))
            .Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
        foreach (var (keyword, value) in Whole(_types.Whole(laid)).AsObject())
        {
            schema[keyword] = value?.DeepClone();
        }

        foreach (var (member, common) in _shared["members"]!.AsObject())
        {
            if (schema["properties"]![member] is JsonObject own)
            {
                schema["properties"]![member] = Over(common!.AsObject(), own);
            }
        }

        schema["examples"] = new JsonArray(told["example"]!.DeepClone());
        return schema;
    }

    /// <summary>With the schemas that it names in their places, and closed against other members.</summary>
    private JsonNode Whole(JsonNode schema)
    {
        if (schema is JsonArray list)
        {
            return new JsonArray([.. list.Select(item => item is null ? null : Whole(item))]);
        }

        if (schema is not JsonObject json)
        {
            return schema.DeepClone();
        }

        if ((string?)json["$ref"] is { } name)
        {
            var own = json.DeepClone().AsObject();
            own.Remove("$ref");
            return Over(References.Schema(_types.Whole(_values[name])).AsObject(), own);
        }

        var whole = new JsonObject(
            json.Select(m => KeyValuePair.Create(m.Key, m.Value is null ? null : Whole(m.Value))));
        if (json["type"] is JsonValue kind && (string?)kind == "object")
        {
            whole["additionalProperties"] = false;
        }

        return whole;
    }

    private static JsonObject Over(JsonObject common, JsonObject own) => new(
        own.Concat(common.Where(m => !own.ContainsKey(m.Key)))
            .Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));

    private JsonObject OfEach(Func<string, JsonObject, JsonNode> made) => new(
        _events.Select(e => KeyValuePair.Create<string, JsonNode?>(e.Key, made(e.Key, e.Value.AsObject()))));

    private JsonObject With(string part, string member, JsonNode value)
    {
        var whole = _shared[part]!.DeepClone().AsObject();
        whole[member] = value;
        return whole;
    }

    private static JsonObject To(string kind, string name) => new() { ["$ref"] = $"#/{kind}/{name}" };
}
