using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// Reads a fence from a GeoJSON Feature (RFC 7946): geometry Polygon or MultiPolygon, our facts in its properties.
/// Every fault is reported with its place; foreign members beside type, geometry and properties are ignored.
/// </summary>
public static class GeofenceReader
{
    private static readonly string[] Known =
        ["name", "kind", "zone", "validFrom", "validTo", "insideThreshold", "units", "employees"];

    public static Result<Geofence> Read(JsonElement feature, GeofenceId id, int version)
    {
        if (feature.ValueKind != JsonValueKind.Undefined && !JsonEscapes.AreText(feature))
        {
            return Refuse([new("", "An escape in this document is half of a surrogate pair, which is no text.")]);
        }

        var faults = new List<FieldFault>();
        var properties = feature.ValueKind == JsonValueKind.Object
            && feature.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            && type.ValueEquals("Feature")
            && feature.TryGetProperty("properties", out var found) && found.ValueKind == JsonValueKind.Object
                ? found
                : default;
        if (properties.ValueKind == JsonValueKind.Undefined || !feature.TryGetProperty("geometry", out var geometry))
        {
            return Refuse([new("", "A GeoJSON Feature with geometry and properties is expected.")]);
        }

        foreach (var unknown in properties.EnumerateObject().Where(p => !Known.Contains(p.Name)))
        {
            faults.Add(new($"/properties/{Escape(unknown.Name)}", "This property is not known."));
        }

        var name = Text(properties, "name", faults);
        var kind = Kind(Text(properties, "kind", faults), faults);
        var zone = Zone(Text(properties, "zone", faults), faults);
        var from = Day(properties, "validFrom", faults);
        var to = Day(properties, "validTo", faults);
        var threshold = Threshold(properties, faults);
        var units = Ids(properties, "units", UnitId.Parse, faults);
        var employees = Ids(properties, "employees", EmployeeId.Parse, faults);
        var area = PolygonReader.Read(geometry, faults);
        if (from >= to)
        {
            faults.Add(new("/properties/validTo", "The end comes after the first day."));
        }

        return faults.Count > 0
            ? Refuse(faults)
            : new Geofence(id, version, name!, kind!.Value, zone!, from, to, threshold, new(units, employees), area!);
    }

    private static Refusal Refuse(IReadOnlyList<FieldFault> faults) =>
        new(RefusalKind.Malformed, RefusalCodes.InvalidGeofence, faults[0].Detail) { Faults = faults };

    /// <summary>A name as a part of a JSON pointer (RFC 6901).</summary>
    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string? Text(JsonElement properties, string field, List<FieldFault> faults)
    {
        var text = properties.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!.Trim()
            : "";
        if (text.Length is >= 1 and <= 100)
        {
            return text;
        }

        faults.Add(new($"/properties/{field}", "A text of 1 to 100 characters is expected."));
        return null;
    }

    private static GeofenceKind? Kind(string? text, List<FieldFault> faults)
    {
        switch (text)
        {
            case "office": return GeofenceKind.Office;
            case "home": return GeofenceKind.Home;
            case "wfaArea": return GeofenceKind.WfaArea;
            case "fieldSite": return GeofenceKind.FieldSite;
            case null: return null;
            default:
                faults.Add(new("/properties/kind", "One of office, home, wfaArea, fieldSite is expected."));
                return null;
        }
    }

    private static DateTimeZone? Zone(string? text, List<FieldFault> faults)
    {
        var zone = text is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(text);
        if (text is not null && zone is null)
        {
            faults.Add(new("/properties/zone", "An IANA time zone such as Asia/Jakarta is expected."));
        }

        return zone;
    }

    private static LocalDate? Day(JsonElement properties, string field, List<FieldFault> faults)
    {
        if (!properties.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && LocalDatePattern.Iso.Parse(value.GetString()!) is { Success: true } day)
        {
            return day.Value;
        }

        faults.Add(new($"/properties/{field}", "A date such as 2026-01-31 is expected."));
        return null;
    }

    private static double Threshold(JsonElement properties, List<FieldFault> faults)
    {
        if (!properties.TryGetProperty("insideThreshold", out var value))
        {
            return Geofence.DefaultInsideThreshold;
        }

        if (value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0.01 and <= 0.99 and var threshold)
        {
            return threshold;
        }

        faults.Add(new("/properties/insideThreshold", "A number from 0.01 to 0.99 is expected."));
        return 0;
    }

    private static List<T> Ids<T>(
        JsonElement properties,
        string field,
        Func<string?, string, Result<T>> parse,
        List<FieldFault> faults)
        where T : notnull
    {
        var ids = new List<T>();
        if (!properties.TryGetProperty(field, out var value))
        {
            return ids;
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > 1000)
        {
            faults.Add(new($"/properties/{field}", "A list of at most 1,000 ids is expected."));
            return ids;
        }

        foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index)))
        {
            var text = item.ValueKind == JsonValueKind.String ? item.GetString() : null;
            if (parse(text, $"/properties/{field}/{index}").TryGet(out var id, out var refusal))
            {
                ids.Add(id);
            }
            else
            {
                faults.AddRange(refusal.Faults);
            }
        }

        return ids;
    }
}
