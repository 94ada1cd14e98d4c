using System.Runtime.InteropServices;
using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing.GeoJson;

/// <summary>
/// Reads a fence from a GeoJSON Feature (RFC 7946): geometry Polygon or MultiPolygon, our facts in its properties.
/// Every fault is reported with its place. An id, where there is one, is the fence's own, and a crs is WGS 84; other
/// members beside type, geometry and properties are ignored.
/// </summary>
public static class GeofenceReader
{
    /// <summary>A thousand vertices and more.</summary>
    private const int MostCheapBytes = 64 * 1024;

    /// <summary>Whether reading it takes a processor for more than some milliseconds, by its length alone.</summary>
    internal static bool IsLong(JsonElement feature) =>
        feature.ValueKind == JsonValueKind.Object
        && JsonMarshal.GetRawUtf8Value(feature).Length > MostCheapBytes;

    /// <summary>What can be told before the outline is looked at as a whole, with every fault of that.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public static DrawnFence Read(JsonElement feature, GeofenceId id, CancellationToken cancel = default)
    {
        var faults = new FaultList();
        if (feature.ValueKind != JsonValueKind.Undefined && !JsonEscapes.AreText(feature))
        {
            faults.Add("", "An escape in this document is half of a surrogate pair, which is no text.");
            return new DrawnFence(faults);
        }

        var found = feature.ValueKind == JsonValueKind.Object
            && feature.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            && type.ValueEquals("Feature")
            && feature.TryGetProperty("properties", out var member) && member.ValueKind == JsonValueKind.Object
                ? member
                : default;
        if (found.ValueKind == JsonValueKind.Undefined || !feature.TryGetProperty("geometry", out var geometry))
        {
            faults.Add("", "A GeoJSON Feature with geometry and properties is expected.");
            return new DrawnFence(faults);
        }

        FeatureId.Check(feature, id, faults);
        ReferenceSystem.Check(feature, "/crs", faults);
        ReferenceSystem.Check(geometry, "/geometry/crs", faults);
        var properties = new FenceProperties(found, faults);
        var name = properties.Text("name");
        var kind = properties.Kind();
        var zone = properties.Zone();
        var (from, to) = properties.Validity();
        var threshold = properties.InsideThreshold();
        var hours = properties.Hours();
        var capacity = properties.CapacityPeople();
        var scope = properties.Scope();
        var area = PolygonReader.Read(geometry, faults, cancel);
        return faults.Count > 0
            ? new DrawnFence(faults) { Area = area }
            : new DrawnFence(faults)
            {
                Area = area,
                Fence = new Geofence(id, 0, name!, kind!.Value, zone!, from, to, threshold, scope, area!)
                {
                    Hours = hours,
                    CapacityPeople = capacity,
                },
            };
    }
}
