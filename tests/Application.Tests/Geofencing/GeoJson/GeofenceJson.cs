using System.Text.Json;
using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Tests.Geofencing.GeoJson;

/// <summary>A valid feature as text, of which a test replaces one part.</summary>
internal static class GeofenceJson
{
    internal const string Square = "[[106,-7],[107,-7],[107,-6],[106,-6],[106,-7]]";

    internal static Result<Geofence> Read(string feature)
    {
        using var document = JsonDocument.Parse(feature);
        return GeofenceReader.Read(document.RootElement, Some.FenceId).Check(3);
    }

    internal static Result<Geofence> ReadGeometry(string geometry) => Read(Feature(geometry: geometry));

    internal static Result<Geofence> ReadPolygon(string rings) => ReadGeometry(Polygon(rings));

    internal static string Polygon(string rings) => $$"""{"type":"Polygon","coordinates":[{{rings}}]}""";

    internal static string MultiPolygon(string parts) => $$"""{"type":"MultiPolygon","coordinates":[{{parts}}]}""";

    internal static string Feature(
        string? geometry = null,
        string name = "\"Kantor\"",
        string kind = "\"office\"",
        string zone = "\"Asia/Jakarta\"",
        string more = "") =>
        $$$"""
        {"type":"Feature","geometry":{{{geometry ?? Polygon(Square)}}},
         "properties":{"name":{{{name}}},"kind":{{{kind}}},"zone":{{{zone}}}{{{more}}}}}
        """;

    internal static FieldFault OnlyFault(Result<Geofence> result)
    {
        var refusal = result.Refusal!;
        Assert.Equal((RefusalKind.Malformed, RefusalCodes.InvalidGeofence), (refusal.Kind, refusal.Code));
        return Assert.Single(refusal.Faults);
    }
}
