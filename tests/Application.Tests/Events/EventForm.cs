using System.Text.Json;
using Kinerja.Application.Events;

namespace Kinerja.Application.Tests.Events;

/// <summary>Holds every event that any test publishes against the schema of its type.</summary>
internal static class EventForm
{
    private static readonly Dictionary<string, (JsonElement Schema, DocumentSchemas Document)> Schemas = Told()
        .ToDictionary(schema => schema.Name, schema => (schema.Value, new DocumentSchemas(schema.Value)));

    internal static IEnumerable<string> Faults(OutgoingEvent news)
    {
        using var data = JsonDocument.Parse(news.Json);
        var (schema, document) = Schemas[news.Type];
        return document.Faults(schema, data.RootElement, news.Id);
    }

    private static IEnumerable<JsonProperty> Told()
    {
        using var stream = typeof(EventForm).Assembly.GetManifestResourceStream("asyncapi.json")!;
        return JsonDocument.Parse(stream).RootElement.GetProperty("components").GetProperty("schemas")
            .EnumerateObject();
    }
}
