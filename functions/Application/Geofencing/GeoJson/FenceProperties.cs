using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Geofencing.GeoJson;

/// <summary>Reads the properties of a fence's Feature, one question each; what is wrong goes to the faults.</summary>
internal sealed class FenceProperties
{
    private const int MostIds = 1000;
    private const int LongestPointer = 100;
    private const int MostPeople = 1_000_000;

    private static readonly HashSet<string> Known =
    [
        "name", "kind", "zone", "validFrom", "validTo", "insideThreshold", "windows", "holidays", "capacityPeople",
        "units", "posts", "employees",
    ];

    private readonly JsonElement _properties;
    private readonly FaultList _faults;

    internal FenceProperties(JsonElement properties, FaultList faults)
    {
        (_properties, _faults) = (properties, faults);
        foreach (var unknown in properties.EnumerateObject().Where(p => !Known.Contains(p.Name)))
        {
            faults.Add(PointerOf(unknown.Name), "This property is not known.");
        }
    }

    internal string? Text(string field)
    {
        var text = _properties.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!.Trim()
            : "";
        if (text.Length is >= 1 and <= 100 && PlainText.IsPlain(text))
        {
            return text;
        }

        Fault(field, "A text of 1 to 100 characters without control characters and marks of direction is expected.");
        return null;
    }

    internal GeofenceKind? Kind()
    {
        switch (Text("kind"))
        {
            case "office": return GeofenceKind.Office;
            case "home": return GeofenceKind.Home;
            case "wfaArea": return GeofenceKind.WfaArea;
            case "fieldSite": return GeofenceKind.FieldSite;
            case null: return null;
            default:
                Fault("kind", "One of office, home, wfaArea, fieldSite is expected.");
                return null;
        }
    }

    internal DateTimeZone? Zone()
    {
        var text = Text("zone");
        var zone = IanaZones.Find(text);
        if (text is not null && zone is null)
        {
            Fault("zone", "An IANA time zone such as Asia/Jakarta is expected.");
        }

        return zone;
    }

    internal (LocalDate? From, LocalDate? To) Validity()
    {
        var (from, to) = (Day("validFrom"), Day("validTo"));
        if (from >= to)
        {
            Fault("validTo", "The end comes after the first day.");
        }

        return (from, to);
    }

    internal double InsideThreshold()
    {
        if (!_properties.TryGetProperty("insideThreshold", out var value))
        {
            return Geofence.DefaultInsideThreshold;
        }

        if (value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0.01 and <= 0.99 and var threshold)
        {
            return threshold;
        }

        Fault("insideThreshold", "A number from 0.01 to 0.99 is expected.");
        return 0;
    }

    internal int? CapacityPeople()
    {
        if (!IsGiven("capacityPeople", out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var people)
            && people is >= 1 and <= MostPeople)
        {
            return people;
        }

        Fault("capacityPeople", "A whole number from 1 to 1,000,000 is expected.");
        return null;
    }

    internal FenceHours Hours()
    {
        var windows = IsGiven("windows", out var list)
            ? WeeklyWindowReader.Read(list, "/properties/windows", _faults)
            : [];
        if (!_properties.TryGetProperty("holidays", out var rule))
        {
            return new FenceHours(windows, HolidayRule.InForce);
        }

        if (rule.ValueKind == JsonValueKind.String && (rule.ValueEquals("inForce") || rule.ValueEquals("notInForce")))
        {
            return new FenceHours(windows, rule.ValueEquals("inForce") ? HolidayRule.InForce : HolidayRule.NotInForce);
        }

        Fault("holidays", "One of inForce, notInForce is expected.");
        return FenceHours.Always;
    }

    internal GeofenceScope Scope() => new(
        Ids("units", UnitId.Parse, id => id.ToString()),
        Ids("employees", EmployeeId.Parse, id => id.ToString()))
    {
        Posts = Ids("posts", PostId.Parse, id => id.ToString()),
    };

    private LocalDate? Day(string field)
    {
        if (!IsGiven(field, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String
            && LocalDatePattern.Iso.Parse(value.GetString()!) is { Success: true } day)
        {
            return day.Value;
        }

        Fault(field, "A date such as 2026-01-31 is expected.");
        return null;
    }

    /// <summary>Each id once and in one order: whose fence it is does not depend on how the list was written.</summary>
    private List<T> Ids<T>(string field, Func<string?, string, Result<T>> parse, Func<T, string> text)
        where T : notnull
    {
        if (!_properties.TryGetProperty(field, out var value))
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MostIds)
        {
            Fault(field, "A list of at most 1,000 ids is expected.");
            return [];
        }

        var ids = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            var given = item.ValueKind == JsonValueKind.String ? item.GetString() : null;
            if (parse(given, $"/properties/{field}/{index}").TryGet(out var id, out var refusal))
            {
                ids[text(id)] = id;
            }
            else
            {
                _faults.AddRange(refusal);
            }
        }

        return [.. ids.Values];
    }

    /// <summary>Null says the same as nothing.</summary>
    private bool IsGiven(string field, out JsonElement value) =>
        _properties.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;

    private void Fault(string field, Sentence detail) => _faults.Add($"/properties/{field}", detail);

    /// <summary>
    /// A name as a part of a JSON pointer (RFC 6901); one that is too long to repeat is not repeated.
    /// </summary>
    private static string PointerOf(string name) => name.Length > LongestPointer
        ? "/properties"
        : "/properties/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace(
            "/", "~1", StringComparison.Ordinal);
}
