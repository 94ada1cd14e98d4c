using System.Buffers;
using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Geofencing.GeoJson;

/// <summary>A fence as a GeoJSON Feature (RFC 7946): longitude before latitude, shells counter-clockwise.</summary>
public static class GeofenceWriter
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>What a fix may be like is told where the fence was just written.</summary>
    public static ReadOnlyMemory<byte> Write(Geofence fence, UsableAccuracy? usable = null)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, ReadableJson.Writer);
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", fence.Id.ToString());
        json.WriteNumber("version", fence.Version);
        if (usable is not null)
        {
            json.WritePropertyName("usableAccuracy");
            JsonSerializer.Serialize(
                json, new UsableAccuracyResponse(usable), JsonFormat.Default.UsableAccuracyResponse);
        }

        WriteProperties(json, fence);
        WriteGeometry(json, fence.Area);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteProperties(Utf8JsonWriter json, Geofence fence)
    {
        json.WriteStartObject("properties");
        json.WriteString("name", fence.Name);
        json.WriteString("kind", JsonFormat.Name(fence.Kind));
        json.WriteString("zone", fence.Zone.Id);
        json.WriteNumber("insideThreshold", fence.InsideThreshold);
        if (fence.ValidFrom is { } from)
        {
            json.WriteString("validFrom", LocalDatePattern.Iso.Format(from));
        }

        if (fence.ValidTo is { } to)
        {
            json.WriteString("validTo", LocalDatePattern.Iso.Format(to));
        }

        WriteHours(json, fence.Hours);
        if (fence.CapacityPeople is { } people)
        {
            json.WriteNumber("capacityPeople", people);
        }

        WriteIds(json, "units", fence.Scope.Units.Select(u => u.ToString()));
        WriteIds(json, "posts", fence.Scope.Posts.Select(p => p.ToString()));
        WriteIds(json, "employees", fence.Scope.Employees.Select(e => e.ToString()));
        json.WriteEndObject();
    }

    private static void WriteHours(Utf8JsonWriter json, FenceHours hours)
    {
        json.WriteStartArray("windows");
        foreach (var window in hours.Windows)
        {
            json.WriteStartObject();
            WriteIds(
                json, "days", Enum.GetValues<WeekDays>().Where(d => window.Days.HasFlag(d)).Select(JsonFormat.Name));
            json.WriteString("from", Minutes.Format(window.From));
            // An end at midnight is the day's end and never reads as its beginning.
            json.WriteString("to", window.To == LocalTime.Midnight ? "24:00" : Minutes.Format(window.To));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("holidays", JsonFormat.Name(hours.Holidays));
    }

    private static void WriteIds(Utf8JsonWriter json, string name, IEnumerable<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
    }

    private static void WriteGeometry(Utf8JsonWriter json, MultiPolygon area)
    {
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var polygon in area.Geometries.Cast<Polygon>())
        {
            json.WriteStartArray();
            foreach (var ring in polygon.Holes.Prepend(polygon.Shell))
            {
                WriteRing(json, ring);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRing(Utf8JsonWriter json, LinearRing ring)
    {
        json.WriteStartArray();
        foreach (var position in ring.Coordinates)
        {
            json.WriteStartArray();
            json.WriteNumberValue(position.X);
            json.WriteNumberValue(position.Y);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
