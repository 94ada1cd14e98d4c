using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Days;

/// <summary>
/// People and their stored facts → their months, no further than to a given day each: a day to come is no day of absence.
/// </summary>
public sealed class FoldMonths(ReadMonthFacts read)
{
    /// <summary>The people must be of the range; whoever has no day to fold yet is left out.</summary>
    public async Task<IReadOnlyList<AttendanceMonth>> FoldAsync(
        AgencyId agency,
        YearMonth month,
        HashRange range,
        IReadOnlyCollection<Placed> people,
        Func<DateTimeZone, LocalDate?> last,
        CancellationToken cancel)
    {
        var facts = await read.OfAsync(agency, month, range, cancel);
        return [.. people.Select(p => Fold(p, facts, month, last(p.Zone))).OfType<AttendanceMonth>()];
    }

    public async Task<AttendanceMonth> FoldAsync(
        AgencyId agency, YearMonth month, Placed person, LocalDate last, CancellationToken cancel)
    {
        var facts = await read.OfAsync(agency, month, person.Employee.Id, cancel);
        return Fold(person, facts, month, last)!;
    }

    /// <summary>A month of which no day has begun.</summary>
    internal static AttendanceMonth Unbegun(Placed person, YearMonth month) => Whole(person, month, []) with { Days = [] };

    private static AttendanceMonth? Fold(Placed person, MonthFacts facts, YearMonth month, LocalDate? last)
    {
        if (last is null)
        {
            return null;
        }

        var whole = Whole(person, month, facts.Of(person.Employee, person.Zone));
        return whole with { Days = [.. whole.Days.TakeWhile(d => d.Date <= last)] };
    }

    private static AttendanceMonth Whole(Placed person, YearMonth month, IReadOnlyList<DayFacts> days) => AttendanceRules.Fold(
        person.Employee.Id, month, days.SelectMany(d => d.CheckIns), Year2026.Calendar, Year2026.Hours);
}

/// <summary>A person and the zone in which his or her days begin and end: the unit's.</summary>
public sealed record Placed(Employee Employee, DateTimeZone Zone);
