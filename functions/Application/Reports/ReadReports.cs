using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Reports;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Reports;

/// <summary>
/// What an agency looks at once a month. People are read a slice of about 500 at a time, and only sums are kept, so
/// that a large agency takes longer and not more memory. Days are those of everybody's own month, with corrections,
/// outages and rewards.
/// </summary>
public sealed class ReadReports(
    AgencyDirectory register, IWorkforce workforce, ICheckIns checkIns, ReadMonths months, FoldMonths fold,
    TimeProvider clock)
{
    private const int PeoplePerSlice = 500;

    /// <summary>Office and flexible days side by side, by unit.</summary>
    public async Task<Result<IReadOnlyList<UnitFigures>>> FlexibleAsync(
        AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var report = new FlexibleReport();
        foreach (var slice in await SlicesAsync(agency, cancel))
        {
            var people = await workforce.ListEmployeesAsync(agency, slice, cancel)
                .Where(e => e.ServesWithin(month.ToDateInterval().Start, month.ToDateInterval().End))
                .ToListAsync(cancel);
            var days = (await MonthsAsync(agency, month, slice, people, cancel)).ToDictionary(
                m => m.EmployeeId, m => m.Days);
            foreach (var person in people)
            {
                report.Add(person, month, days.GetValueOrDefault(person.Id) ?? []);
            }
        }

        return Result(report.Lines());
    }

    /// <summary>How full each office was, by weekday, over the working days of the month.</summary>
    public async Task<Result<IReadOnlyList<OfficeWeekday>>> OccupancyAsync(
        AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var rules = await register.RulesOfAsync(agency, cancel);
        var report = new OccupancyReport(month.ToDateInterval().Where(rules.IsWorkingDay));
        foreach (var slice in await SlicesAsync(agency, cancel))
        {
            foreach (var person in await CheckInsAsync(agency, month, slice, cancel))
            {
                report.Add(person);
            }
        }

        var map = await register.MapOfAsync(agency, cancel);
        return Result(
            report.Lines(
                map.Fences.Where(f => f.Kind == GeofenceKind.Office).ToDictionary(f => f.Id, f => f.CapacityPeople)));
    }

    /// <summary>Of a month that goes on, the days so far, today's with them.</summary>
    private async Task<IReadOnlyList<AttendanceMonth>> MonthsAsync(
        AgencyId agency, YearMonth month, HashRange slice, List<Employment> people, CancellationToken cancel)
    {
        var last = month.ToDateInterval().End;
        var placed = new List<PersonTimeline>(people.Count);
        foreach (var person in people)
        {
            placed.Add(await register.TimelineOfAsync(agency, person, cancel));
        }

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

    private async Task<IEnumerable<HashRange>> SlicesAsync(AgencyId agency, CancellationToken cancel)
    {
        var count = Math.Clamp(
            (await workforce.CountEmployeesAsync(agency, cancel) + PeoplePerSlice - 1) / PeoplePerSlice, 1,
            HashRange.Places);
        return Enumerable.Range(0, count).Select(i => HashRange.Slice(i, count));
    }

    private async Task<ILookup<EmployeeId, CheckIn>> CheckInsAsync(
        AgencyId agency,
        YearMonth month,
        HashRange slice,
        CancellationToken cancel) =>
        (await checkIns.ListAsync(agency, month, slice, cancel).ToListAsync(cancel)).ToLookup(c => c.Claim.EmployeeId);

    private static Result<IReadOnlyList<T>> Result<T>(IReadOnlyList<T> lines) => lines.ToList();
}
