using System.Runtime.CompilerServices;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// A person who serves in a month, and the month as far as it has come: today is its last day, which is not over. Null
/// when no day of it has begun.
/// </summary>
public sealed record PersonMonth(Employment Employment, PersonTimeline Timeline, AttendanceMonth? Month);

/// <summary>
/// A month of everybody in an agency who serves in it. People are read a slice at a time, with a few reads for all of
/// it and none for each of them.
/// </summary>
public sealed class AgencyMonths(
    AgencyDirectory register, IWorkforce workforce, ReadMonths months, FoldMonths fold, TimeProvider clock)
{
    /// <summary>By slice, then by id.</summary>
    public async IAsyncEnumerable<PersonMonth> ListAsync(
        AgencyId agency, YearMonth month, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var slice in await workforce.SlicesAsync(agency, cancel))
        {
            await foreach (var person in ListAsync(agency, month, slice, cancel))
            {
                yield return person;
            }
        }
    }

    /// <summary>Those of one slice, by id.</summary>
    internal async IAsyncEnumerable<PersonMonth> ListAsync(
        AgencyId agency, YearMonth month, HashRange slice, [EnumeratorCancellation] CancellationToken cancel)
    {
        var days = month.ToDateInterval();
        var people = new List<(Employment Employment, PersonTimeline Timeline)>();
        await foreach (var person in workforce.ListEmployeesAsync(agency, slice, cancel))
        {
            if (person.ServesWithin(days.Start, days.End))
            {
                people.Add((person, await register.TimelineOfAsync(agency, person, cancel)));
            }
        }

        var folded = (await MonthsAsync(agency, month, slice, [.. people.Select(p => p.Timeline)], cancel))
            .ToDictionary(m => m.EmployeeId);
        foreach (var (employment, timeline) in people.OrderBy(p => p.Timeline.Id))
        {
            yield return new(employment, timeline, folded.GetValueOrDefault(timeline.Id));
        }
    }

    private async Task<IReadOnlyList<AttendanceMonth>> MonthsAsync(
        AgencyId agency, YearMonth month, HashRange slice, List<PersonTimeline> placed, CancellationToken cancel)
    {
        var last = month.ToDateInterval().End;
        if (placed.TrueForAll(p => month.CompareTo(TodayIn(p.ZoneOn(last)).ToYearMonth()) > 0))
        {
            return [];
        }

        return placed.TrueForAll(p => month.CompareTo(TodayIn(p.ZoneOn(last)).ToYearMonth()) < 0)
            ? await months.ListAsync(agency, month, slice, placed, cancel)
            : await fold.FoldAsync(agency, month, slice, placed, LastIn, cancel);

        LocalDate TodayIn(DateTimeZone zone) => clock.Now().InZone(zone).Date;

        LocalDate? LastIn(DateTimeZone zone) => month.CompareTo(TodayIn(zone).ToYearMonth()) > 0
            ? null
            : LocalDate.Min(TodayIn(zone), month.ToDateInterval().End);
    }
}
