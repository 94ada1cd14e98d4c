using System.Text.Json;
using System.Text.Json.Nodes;
using Kinerja.Local.Processes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// What code cannot tell of the API or of its events: a file beside each word's functions, such as
/// <c>functions/Host/Runs/Runs.openapi.json</c>, and one for what they share.
/// </summary>
internal sealed class WordFiles
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly List<(string Path, JsonObject Json)> _files;

    private WordFiles(List<(string Path, JsonObject Json)> files, string shared, string[] ownMembers)
    {
        _files = files;
        Shared = files.Single(f => Path.GetFileName(f.Path) == shared).Json;
        foreach (var (path, json) in files.Where(f => f.Json != Shared))
        {
            Members.Check(json, path, ownMembers);
        }
    }

    /// <summary>What no word has for itself.</summary>
    internal JsonObject Shared { get; }

    internal static WordFiles OfOperations() => Read(
        ".openapi.json", "Http", "tag", "operations", "parameters", "examples", "schemas");

    internal static WordFiles OfEvents() => Read(".asyncapi.json", "Events", "events");

    /// <summary>Each operation with its tag, in the order of the tags and then of the files.</summary>
    internal IReadOnlyList<(string Id, string Tag, JsonObject Json)> Operations()
    {
        var tags = Shared["tags"]!.AsArray().Select(t => (string)t!["name"]!).ToList();
        var all =
            from file in _files
            from operation in Part(file.Json, "operations")
            let tag = (string)(operation.Value!["tag"] ?? file.Json["tag"])!
            select (operation.Key, tag, operation.Value!.AsObject());
        return [.. all.OrderBy(o => tags.IndexOf(o.tag))];
    }

    /// <summary>A part of all files as one, by name; a name that stands in two files is a fault.</summary>
    internal SortedDictionary<string, JsonNode> All(string part)
    {
        var all = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var (path, json) in _files)
        {
            foreach (var (name, value) in Part(json, part))
            {
                Assert.True(all.TryAdd(name, value!), $"{path}: {name} stands in another file too");
            }
        }

        return all;
    }

    private static WordFiles Read(string ending, string shared, params string[] ownMembers)
    {
        var folder = Path.Combine(RepositoryFolder.Root, "functions", "Host");
        var files = Directory.EnumerateFiles(folder, "*" + ending, SearchOption.AllDirectories)
            .OrderBy(path => path.Replace('\\', '/'), StringComparer.Ordinal)
            .Select(path => (path, JsonNode.Parse(File.ReadAllText(path), documentOptions: Strict)!.AsObject()));
        return new WordFiles([.. files], shared + ending, ownMembers);
    }

    private static JsonObject Part(JsonObject file, string name) => file[name]?.AsObject() ?? [];
}
