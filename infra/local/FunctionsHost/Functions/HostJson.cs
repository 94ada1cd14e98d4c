using System.Globalization;
using System.Text.Json;

namespace Kinerja.FunctionsHost.Functions;

/// <summary>
/// What this host reads of the app's host.json; a file that is missing leaves every default. As on the genuine host a
/// setting such as AzureFunctionsJobHost__extensions__queues__batchSize stands above the file.
/// </summary>
internal sealed class HostJson
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip
    };

    private readonly JsonElement _root;

    private readonly AppSettings _settings;

    public HostJson(string appFolder, AppSettings settings)
    {
        _settings = settings;
        var file = Path.Combine(appFolder, "host.json");
        using var json = JsonDocument.Parse(File.Exists(file) ? File.ReadAllText(file) : "{}", Lenient);
        _root = json.RootElement.Clone();
    }

    public string RoutePrefix => Text("extensions", "http", "routePrefix")?.Trim('/') ?? "api";

    /// <summary>A setting's or a value's text; null where neither stands.</summary>
    public string? Text(params ReadOnlySpan<string> path) =>
        _settings[$"AzureFunctionsJobHost:{string.Join(':', path)}"] ?? Find(path)?.ToString();

    private JsonElement? Find(params ReadOnlySpan<string> path)
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
        Text(path) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    public TimeSpan Time(TimeSpan otherwise, params ReadOnlySpan<string> path) =>
        Text(path) is { } value ? TimeSpan.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
