using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Reports;

/// <summary>
/// Days worked in one way, and how punctual they were. Late minutes are whole minutes over all those days.
/// </summary>
public readonly record struct ModeFigures(int Days, int OnTimeDays, int LateMinutes)
{
    /// <summary>Per hundred days, with one decimal, half away from zero; null without days.</summary>
    public decimal? OnTimePercent =>
        Days == 0 ? null : Math.Round(100m * OnTimeDays / Days, 1, MidpointRounding.AwayFromZero);

    public static ModeFigures operator +(ModeFigures a, ModeFigures b) =>
        new(a.Days + b.Days, a.OnTimeDays + b.OnTimeDays, a.LateMinutes + b.LateMinutes);
}

/// <summary>
/// A unit's month: office and flexible work side by side; <see cref="UnitId"/> null: the small units together.
/// </summary>
public sealed record UnitFigures(
    UnitId? UnitId, int People, ModeFigures Office, ModeFigures Flexible, ModeFigures Field);

/// <summary>
/// Office and flexible days and their punctuality, by unit (seed 002: comparable figures). Units of few people are
/// added up in one line, since a line of one or two would be a person's; too few even then, they are left out.
/// </summary>
public sealed class FlexibleReport
{
    public const int LeastPeople = 5;

    private readonly Dictionary<UnitId, UnitFigures> _units = [];

    /// <summary>Each day of a person's month for the unit of that day, the person for each unit held in it.</summary>
    public void Add(Employment person, YearMonth month, IReadOnlyList<AttendanceDay> days)
    {
        var all = month.ToDateInterval();
        foreach (var unit in person.Assignments.Within(all.Start, all.End).Select(e => e.UnitId).Distinct())
        {
            Add(unit, days.Where(d => person.On(d.Date).UnitId == unit));
        }
    }

    public void Add(UnitId unit, IEnumerable<AttendanceDay> days)
    {
        var sum = _units.GetValueOrDefault(unit) ?? new(unit, 0, default, default, default);
        sum = sum with { People = sum.People + 1 };
        foreach (var day in days.Where(d => d is { Status: DayStatus.Present, Mode: not null }))
        {
            var figures = new ModeFigures(1, day.LateMinutes is null or 0 ? 1 : 0, day.LateMinutes ?? 0);
            sum = day.Mode!.Value switch
            {
                WorkMode.Office => sum with { Office = sum.Office + figures },
                WorkMode.Flexible => sum with { Flexible = sum.Flexible + figures },
                WorkMode.Field => sum with { Field = sum.Field + figures },
            };
        }

        _units[unit] = sum;
    }

    public IReadOnlyList<UnitFigures> Lines()
    {
        var small = _units.Values.Where(u => u.People < LeastPeople).ToList();
        var together = small.Aggregate(
            new UnitFigures(null, 0, default, default, default),
            (a, b) => new(null, a.People + b.People, a.Office + b.Office, a.Flexible + b.Flexible, a.Field + b.Field));
        var large = _units.Values.Where(u => u.People >= LeastPeople).OrderBy(
            u => u.UnitId.ToString(), StringComparer.Ordinal);
        return together.People >= LeastPeople ? [.. large, together] : [.. large];
    }
}
