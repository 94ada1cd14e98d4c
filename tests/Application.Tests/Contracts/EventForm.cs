using System.Text.Json;
using Kinerja.Application.Contracts;
using Kinerja.Host.Tests.OpenApi;

namespace Kinerja.Application.Tests.Contracts;

/// <summary>Holds every event that any test publishes against the schema of its type.</summary>
internal static class EventForm
{
    private static readonly Dictionary<string, JsonElement> Schemas = EventSchemas.Types.ToDictionary(type => type, type =>
    {
        using var stream = EventSchemas.Open(type);
        return JsonDocument.Parse(stream).RootElement;
    });

    internal static IEnumerable<string> Faults(OutgoingEvent news)
    {
        using var data = JsonDocument.Parse(news.Json);
        var schema = Schemas[news.Type];
        return [.. new JsonSchema(schema).Faults(schema, data.RootElement, news.Id)];
    }
}
