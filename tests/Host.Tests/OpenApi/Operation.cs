using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>One operation of the API's document, its references resolved.</summary>
internal sealed record Operation(
    string Id, string Method, string Path, JsonElement Json, IReadOnlyList<JsonElement> Parameters)
{
    /// <summary>The scope that the operation names; null for an open one.</summary>
    internal string? Scope => Json.GetProperty("security").EnumerateArray()
        .Select(s => s.GetProperty("bearer")[0].GetString()).SingleOrDefault();

    internal bool Fits(string method, string path)
    {
        var (template, parts) = (Path.Split('/'), path.Split('?')[0].TrimEnd('/').Split('/'));
        return Method == method && template.Length == parts.Length
            && template.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }

    /// <summary>The path as a client calls it, with the document's own examples for its parameters.</summary>
    internal string ExamplePath()
    {
        var path = "/api" + Path;
        foreach (var parameter in Parameters.Where(p => p.GetProperty("in").GetString() == "path"))
        {
            path = path.Replace(
                $"{{{parameter.GetProperty("name")}}}",
                parameter.GetProperty("example").GetString(),
                StringComparison.Ordinal);
        }

        var query = Parameters
            .Where(p => p.GetProperty("in").GetString() == "query" && p.GetProperty("required").GetBoolean())
            .Select(p => $"{p.GetProperty("name")}={p.GetProperty("example")}").ToList();
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    /// <summary>The limit as the body's description begins: "At most 64 KiB." or "At most 6 MiB.".</summary>
    internal int MostBodyBytes()
    {
        var limit = Regex.Match(
            Json.GetProperty("requestBody").GetProperty("description").GetString()!, @"^At most (\d+) ([KM])iB\.");
        Assert.True(limit.Success, $"{Id} does not say how large its body may be");
        return int.Parse(
            limit.Groups[1].Value, CultureInfo.InvariantCulture) * (limit.Groups[2].Value == "K" ? 1024 : 1024 * 1024);
    }

    /// <summary>Whether the body is a file and no JSON.</summary>
    internal bool TakesFile => Example() is { ValueKind: JsonValueKind.String };

    /// <summary>JSON as it stands; of a file its text.</summary>
    internal string? ExampleBody() => TakesFile ? Example()!.Value.GetString() : Example()?.GetRawText();

    /// <summary>Of the first form that the body may have.</summary>
    private JsonElement? Example() => Json.TryGetProperty("requestBody", out var body)
        ? body.GetProperty("content").EnumerateObject().First().Value.GetProperty("example")
        : null;
}
