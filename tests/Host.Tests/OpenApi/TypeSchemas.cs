using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Kinerja.Application;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// Schemas of types as the app reads and writes them. A schema of a word's file that names its type (<c>of</c>) has its
/// members, their kinds and their order from there, and says itself only what the type cannot: words, bounds, which
/// schema a text follows and, of a body, what its reader requires.
/// </summary>
internal sealed class TypeSchemas
{
    private static readonly JsonSerializerOptions Wire = JsonFormat.Default.Options;

    private static readonly ILookup<string, Type> Types = typeof(JsonFormat).Assembly.GetTypes()
        .Concat(typeof(Domain.AgencyId).Assembly.GetTypes())
        .Concat(typeof(NodaTime.Instant).Assembly.GetExportedTypes())
        .Where(type => !type.ContainsGenericParameters)
        .ToLookup(type => type.Name);

    private readonly Dictionary<Type, string> _names;
    private readonly JsonSchemaExporterOptions _export;

    internal TypeSchemas(IEnumerable<KeyValuePair<string, JsonNode>> schemas)
    {
        _names = schemas.Where(s => s.Value["of"] is not null)
            .GroupBy(s => TypeOf((string)s.Value["of"]!), s => s.Key).Where(names => names.Count() == 1)
            .ToDictionary(names => names.Key, names => names.Single());
        _export = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Written };
    }

    /// <summary>The schema of a file, with what its type tells: of a value, such as a date, its name alone.</summary>
    internal JsonNode Whole(JsonNode schema)
    {
        if ((string?)schema["of"] is not { } name)
        {
            return schema;
        }

        var own = schema.DeepClone().AsObject();
        own.Remove("of");
        if (own.ContainsKey("type"))
        {
            return own;
        }

        var whole = Laid(own, Wire.GetJsonSchemaAsNode(TypeOf(name), _export).AsObject(), name).AsObject();
        if (whole["required"] is JsonArray { Count: 0 })
        {
            whole.Remove("required");
        }

        return whole;
    }

    private static Type TypeOf(string name)
    {
        var known = Types[name].Where(type => Wire.TryGetTypeInfo(type, out _)).ToList();
        return known.Count == 1
            ? known[0]
            : throw new InvalidOperationException($"{name} is no type of the app's JSON, or several have this name.");
    }

    /// <summary>
    /// A member whose type has one schema of its own is a reference to it. What may be null is left out of answers, and
    /// of a body it counts as left out: so it is not required, and null is not told of.
    /// </summary>
    private JsonNode Written(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject json)
        {
            return new JsonObject();
        }

        if (json["type"] is JsonArray kinds)
        {
            json["type"] = (string)kinds.Single(kind => (string)kind! != "null")!;
        }

        if (context.TypeInfo.ElementType is { } element && Named(element) is { } item)
        {
            json["items"] = item;
        }

        var members = json["properties"]?.AsObject() ?? [];
        foreach (var member in context.TypeInfo.Properties.Where(p => members.ContainsKey(p.Name)))
        {
            var told = Named(member.PropertyType) ?? members[member.Name]?.DeepClone() as JsonObject ?? [];
            told.Remove("default");
            members[member.Name] = told;
        }

        var required = context.TypeInfo.Properties.Where(p => !p.IsGetNullable && members.ContainsKey(p.Name))
            .Select(p => (JsonNode)p.Name).ToArray();
        if (required.Length > 0)
        {
            json["required"] = new JsonArray(required);
        }
        else
        {
            json.Remove("required");
        }

        return json;
    }

    private JsonObject? Named(Type written)
    {
        var type = Nullable.GetUnderlyingType(written) ?? written;
        return _names.TryGetValue(type, out var name) ? new JsonObject { ["$ref"] = name }
            : type.IsEnum ? new JsonObject { ["type"] = "string", ["enum"] = References.NamesOf(type) }
            : null;
    }

    /// <summary>Words, or a schema, laid over what a type tells; one with a kind takes the type's place.</summary>
    private static JsonNode Laid(JsonNode own, JsonObject derived, string at)
    {
        if (own is not JsonObject laid)
        {
            derived["description"] = own.DeepClone();
            return derived;
        }

        if (laid.Any(member => member.Key is "$ref" or "oneOf" or "anyOf" or "type"))
        {
            Assert.True(IsOfKind(laid, derived), $"{at} is no {derived["type"]}, as its type says, but {laid["type"]}");
            return laid.DeepClone();
        }

        foreach (var (keyword, value) in laid)
        {
            derived[keyword] = (keyword, derived[keyword]) switch
            {
                ("items", JsonObject items) => Laid(value!, items.DeepClone().AsObject(), $"{at}/items"),
                ("properties", JsonObject members) => LaidMembers(value!.AsObject(), members, at),
                _ => value!.DeepClone(),
            };
        }

        return derived;
    }

    private static JsonObject LaidMembers(JsonObject own, JsonObject derived, string at)
    {
        Members.Check(own, at, [.. derived.Select(member => member.Key)]);
        return new(derived.Where(member => own[member.Key] is not null || !own.ContainsKey(member.Key))
            .Select(member => KeyValuePair.Create<string, JsonNode?>(
                member.Key,
                own[member.Key] is { } laid
                    ? Laid(laid, member.Value!.DeepClone().AsObject(), $"{at}/{member.Key}")
                    : member.Value!.DeepClone())));
    }

    /// <summary>Where both name a kind it is the same one; a whole number is a number.</summary>
    private static bool IsOfKind(JsonObject own, JsonObject derived)
    {
        var kinds = own["type"] is JsonArray several
            ? several.Select(kind => (string?)kind).ToList()
            : [(string?)own["type"]];
        return derived["type"] is not JsonValue kind || kinds is [null] || kinds.Contains((string)kind!)
            || ((string)kind! == "number" && kinds.Contains("integer"));
    }
}
