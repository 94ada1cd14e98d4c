using System.Globalization;
using System.Text.Json;

namespace Kinerja.FunctionsHost.Functions;

/// <summary>What this host reads of the app's host.json; a file that is missing leaves every default.</summary>
internal sealed class HostJson
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly JsonElement _root;

    public HostJson(string appFolder)
    {
        var file = Path.Combine(appFolder, "host.json");
        using var json = JsonDocument.Parse(File.Exists(file) ? File.ReadAllText(file) : "{}", Lenient);
        _root = json.RootElement.Clone();
    }

    public string RoutePrefix => Find("extensions", "http", "routePrefix") is { ValueKind: JsonValueKind.String } prefix
        ? prefix.GetString()!.Trim('/')
        : "api";

    public JsonElement? Find(params ReadOnlySpan<string> path)
    {
        var at = _root;
        foreach (var name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at;
    }

    public int Number(int otherwise, params ReadOnlySpan<string> path) =>
        Find(path) is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : otherwise;

    public TimeSpan Time(TimeSpan otherwise, params ReadOnlySpan<string> path) =>
        Find(path) is { ValueKind: JsonValueKind.String } value
            ? TimeSpan.Parse(value.GetString()!, CultureInfo.InvariantCulture)
            : otherwise;
}
