using System.Reflection;
using System.Text.Json.Nodes;
using Kinerja.Application.Events;

namespace Kinerja.Host.Events;

/// <summary>
/// The AsyncAPI document as it is served: the one in this folder, with every event's schema, summary and example put
/// in.
/// </summary>
internal static class EventDocument
{
    private static readonly Lazy<byte[]> Whole = new(Compose);

    internal static ReadOnlyMemory<byte> Json => Whole.Value;

    private static byte[] Compose()
    {
        using var own = Assembly.GetExecutingAssembly().GetManifestResourceStream("asyncapi.json")!;
        var document = JsonNode.Parse(own)!;
        var (messages, schemas) = (document["components"]!["messages"]!, document["components"]!["schemas"]!);
        foreach (var type in EventSchemas.Types)
        {
            using var stream = EventSchemas.Open(type);
            var schema = JsonNode.Parse(stream)!;
            (messages[type]!["title"], messages[type]!["summary"]) = (
                schema["title"]!.DeepClone(),
                schema["description"]!.DeepClone());
            messages[type]!["examples"] = new JsonArray(
                new JsonObject { ["payload"] = schema["examples"]![0]!.DeepClone() });
            schemas[type] = schema;
        }

        return System.Text.Encoding.UTF8.GetBytes(document.ToJsonString());
    }
}
