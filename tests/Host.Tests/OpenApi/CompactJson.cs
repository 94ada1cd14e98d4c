using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// JSON without spaces, in lines: what does not fit into a line stands in several. So it is small, and a change shows.
/// </summary>
internal static class CompactJson
{
    private const int MostInLine = 240;

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Write(JsonNode node) => Lines(node, beside: 0) + "\n";

    private static string Lines(JsonNode? node, int beside)
    {
        var line = node?.ToJsonString(Plain) ?? "null";
        return line.Length + beside < MostInLine ? line : node switch
        {
            JsonObject { Count: > 0 } json => $"{{\n{string.Join(",\n", json.Select(Member))}\n}}",
            JsonArray { Count: > 0 } list => $"[\n{string.Join(",\n", list.Select(item => Lines(item, beside: 0)))}\n]",
            _ => line,
        };
    }

    private static string Member(KeyValuePair<string, JsonNode?> member)
    {
        var name = JsonSerializer.Serialize(member.Key, Plain) + ":";
        return name + Lines(member.Value, name.Length);
    }
}
