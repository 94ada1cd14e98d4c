using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

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

public readonly struct OutageResponse(OutageNotice notice)
{
    public ClientId Id => notice.Window.Id;
    public int Version => notice.Version;
    public Instant From => notice.Window.From;
    public Instant To => notice.Window.To;
    public IReadOnlyList<UnitId> Units => notice.Window.Units;
    public string Reason => notice.Window.Reason;
    public bool Withdrawn => notice.Withdrawn;
    public Instant DeclaredAt => notice.DeclaredAt;

    public static OutageResponse Of(OutageNotice notice) => new(notice);
}

public sealed record OutageListResponse(IReadOnlyList<OutageResponse> Outages);
