using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>From included, to excluded; without units the window holds for the whole agency.</summary>
public sealed record OutageRequest(string? From, string? To, IReadOnlyList<string?>? Units, string? Reason)
{
    private const int MostUnits = 1000;

    public Result<OutageWindow> Read(ClientId id)
    {
        var fields = new FieldReader();
        var from = fields.Time("from", From);
        var to = fields.Time("to", To);
        var reason = fields.Text("reason", Reason, 500);
        var units = ReadUnits(fields);
        if (from is { } first && to is { } end && (end <= first || end - first > OutageNotice.Longest))
        {
            fields.Add("to", $"A time after from is expected, at most {OutageNotice.Longest.TotalDays} days after it.");
        }

        return fields.Finish(() => new OutageWindow(id, units, from!.Value, to!.Value, reason!));
    }

    /// <summary>In order and once each, so that the same units make the same window.</summary>
    private List<UnitId> ReadUnits(FieldReader fields)
    {
        if (Units?.Count > MostUnits)
        {
            fields.Add("units", $"At most {MostUnits} units are taken.");
            return [];
        }

        var units = (Units ?? []).Select((text, i) => fields.Take($"units/{i}", p => UnitId.Parse(text, p)));
        return [.. units.OfType<UnitId>().Distinct().OrderBy(u => u.ToString(), StringComparer.Ordinal)];
    }
}

public sealed record OutageResponse(
    string Id, int Version, string From, string To, IReadOnlyList<string> Units, string Reason, bool Withdrawn,
    string DeclaredAt)
{
    public static OutageResponse Of(OutageNotice notice) => new(
        notice.Window.Id.ToString(),
        notice.Version,
        InstantPattern.ExtendedIso.Format(notice.Window.From),
        InstantPattern.ExtendedIso.Format(notice.Window.To),
        [.. notice.Window.Units.Select(u => u.ToString())],
        notice.Window.Reason,
        notice.Withdrawn,
        InstantPattern.ExtendedIso.Format(notice.DeclaredAt));
}

public sealed record OutageListResponse(IReadOnlyList<OutageResponse> Outages);
