using System.Text.Json;
using Kinerja.Application.Events;

namespace Kinerja.Application.Tests.Events;

/// <summary>Holds every event that any test publishes against the schema of its type.</summary>
internal static class EventForm
{
    private static readonly Dictionary<string, (JsonElement Schema, DocumentSchemas Document)> Schemas =
        EventSchemas.Types.ToDictionary(type => type, type =>
    {
        using var stream = EventSchemas.Open(type);
        var schema = JsonDocument.Parse(stream).RootElement;
        return (schema, new DocumentSchemas(schema));
    });

    internal static IEnumerable<string> Faults(OutgoingEvent news)
    {
        using var data = JsonDocument.Parse(news.Json);
        var (schema, document) = Schemas[news.Type];
        return document.Faults(schema, data.RootElement, news.Id);
    }
}
