using System.Reflection;

namespace Kinerja.Application.Events;

/// <summary>The JSON Schemas of the events' data (draft 2020-12), each with an example, by the event's type.</summary>
public static class EventSchemas
{
    private const string Ending = ".schema.json";

    public static IReadOnlyList<string> Types { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.EndsWith(Ending, StringComparison.Ordinal)).Select(name => name[..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    public static Stream Open(string type) => Assembly.GetExecutingAssembly().GetManifestResourceStream(type + Ending)
        ?? throw new InvalidOperationException($"The event type {type} has no schema.");
}
