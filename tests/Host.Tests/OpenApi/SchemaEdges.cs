using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// A value just beyond a bound of a schema, and where it stands; without one the member is left out.
/// </summary>
internal sealed record SchemaEdge(string Path, string Bound, JsonNode? Value)
{
    /// <summary>The body with this value; what leads to it is made where the body has not got it.</summary>
    internal string In(JsonNode body)
    {
        var root = body.DeepClone();
        var (parent, parts) = (root, Path.Split('/')[1..]);
        foreach (var (i, part) in parts[..^1].Index())
        {
            JsonNode made = parts[i + 1] == "0" ? new JsonArray() : new JsonObject();
            parent = parent is JsonArray list ? ItemOf(list, made) : parent[part] ??= made;
        }

        if (parent is JsonArray items)
        {
            ItemOf(items, "");
            items[0] = Value?.DeepClone();
        }
        else if (Value is null)
        {
            parent.AsObject().Remove(parts[^1]);
        }
        else
        {
            parent[parts[^1]] = Value.DeepClone();
        }

        return root.ToJsonString();
    }

    private static JsonNode ItemOf(JsonArray list, JsonNode made)
    {
        if (list.Count == 0)
        {
            list.Add(made);
        }

        return list[0]!;
    }
}

/// <summary>The bounds of a body's schema, each with a value that it does not take.</summary>
internal sealed class SchemaEdges(JsonNode schemas)
{
    private const int Deepest = 7;

    internal IEnumerable<SchemaEdge> Of(JsonNode schema, JsonNode? example, string path = "", int depth = 0)
    {
        var whole = Whole(schema);
        return depth > Deepest ? [] : (string?)(whole["type"] as JsonValue) switch
        {
            "object" => Members(whole, example as JsonObject, path, depth),
            "array" => Items(whole, example as JsonArray, path, depth),
            "string" => Texts(whole, path),
            "integer" or "number" => Numbers(whole, path),
            _ => [],
        };
    }

    private IEnumerable<SchemaEdge> Members(JsonObject schema, JsonObject? example, string path, int depth)
    {
        var required = (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).ToHashSet();
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            var at = $"{path}/{name}";
            foreach (var edge in Of(member!, example?[name], at, depth + 1))
            {
                yield return edge;
            }

            if (example?[name] is not null && required.Contains(name))
            {
                yield return new(at, "required", null);
            }
        }
    }

    private IEnumerable<SchemaEdge> Items(JsonObject schema, JsonArray? example, string path, int depth)
    {
        if (schema["maxItems"] is { } most && example?.FirstOrDefault() is { } one)
        {
            var many = Enumerable.Range(0, (int)most + 1).Select(_ => one.DeepClone());
            yield return new(path, $"maxItems {most}", new JsonArray([.. many]));
        }

        if ((int?)schema["minItems"] is > 0)
        {
            yield return new(path, "minItems", new JsonArray());
        }

        foreach (var edge in schema["items"] is { } item && example?.FirstOrDefault() is { } first
            ? Of(item, first, $"{path}/0", depth)
            : [])
        {
            yield return edge;
        }
    }

    private static IEnumerable<SchemaEdge> Texts(JsonObject schema, string path)
    {
        if (schema["enum"] is JsonArray)
        {
            yield return new(path, "enum", "noSuchName");
        }
        else if (schema["pattern"] is { } pattern)
        {
            yield return new(path, $"pattern {pattern}", "! !");
        }
        else
        {
            if ((int?)schema["minLength"] is > 0 and var least)
            {
                yield return new(path, $"minLength {least}", new string('x', least - 1));
            }

            if ((int?)schema["maxLength"] is { } most)
            {
                yield return new(path, $"maxLength {most}", new string('x', most + 1));
            }
        }
    }

    private static IEnumerable<SchemaEdge> Numbers(JsonObject schema, string path)
    {
        foreach (var (keyword, step) in new[] { ("minimum", -1m), ("maximum", 1m) })
        {
            if ((decimal?)schema[keyword] is { } bound)
            {
                yield return new(path, $"{keyword} {bound}", bound + step);
            }
        }

        if ((string)schema["type"]! == "integer")
        {
            yield return new(path, "integer", 1.5m);
        }
    }

    /// <summary>With what it refers to; its own words stand before those.</summary>
    private JsonObject Whole(JsonNode schema)
    {
        if ((string?)schema["$ref"] is not { } reference)
        {
            return schema.AsObject();
        }

        var named = Whole(schemas[reference.Split('/')[^1]]!);
        return new(schema.AsObject().Where(m => m.Key != "$ref").Concat(named.Where(m => schema[m.Key] is null))
            .Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
    }
}
