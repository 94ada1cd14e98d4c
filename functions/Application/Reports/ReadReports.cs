using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Reports;
using NodaTime;

namespace Kinerja.Application.Reports;

/// <summary>
/// What an agency looks at once a month. People are read a slice of about 500 at a time, and only sums are kept, so
/// that a large agency takes longer and not more memory. Days are those of everybody's own month, with corrections,
/// outages and rewards.
/// </summary>
public sealed class ReadReports(
    AgencyDirectory register, IWorkforce workforce, ICheckIns checkIns, AgencyMonths months)
{
    /// <summary>Office and flexible days side by side, by unit.</summary>
    public async Task<Result<IReadOnlyList<UnitFigures>>> FlexibleAsync(
        AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        if ((await register.OfMonthAsync(agency, month, cancel)).Refusal is { } refusal)
        {
            return refusal;
        }

        var report = new FlexibleReport();
        await foreach (var person in months.ListAsync(agency, month, cancel))
        {
            report.Add(person.Employment, month, person.Month?.Days ?? []);
        }

        return Result(report.Lines());
    }

    /// <summary>How full each office was, by weekday, over the working days of the month.</summary>
    public async Task<Result<IReadOnlyList<OfficeWeekday>>> OccupancyAsync(
        AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        if ((await register.OfMonthAsync(agency, month, cancel)).Refusal is { } refusal)
        {
            return refusal;
        }

        var rules = await register.RulesOfAsync(agency, cancel);
        var report = new OccupancyReport(month.ToDateInterval().Where(rules.IsWorkingDay));
        foreach (var slice in await workforce.SlicesAsync(agency, cancel))
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

    /// <summary>What each office needed in the month, and what could be given up or rented by that rule.</summary>
    public async Task<Result<IReadOnlyList<OfficeSpace>>> SpaceAsync(
        AgencyId agency, YearMonth month, SpaceRule rule, CancellationToken cancel)
    {
        if (!(await OccupancyAsync(agency, month, cancel)).TryGet(out var lines, out var refusal))
        {
            return refusal;
        }

        var isOver = await register.TodayAsync(agency, cancel) > month.ToDateInterval().End;
        var areas = (await register.MapOfAsync(agency, cancel)).Fences.ToDictionary(f => f.Id, f => f.AreaSquareMetres);
        return Result<OfficeSpace>(
            [.. lines.GroupBy(l => l.FenceId).Where(of => areas.ContainsKey(of.Key)).Select(
                of => OfficeSpace.Of([.. of], areas[of.Key], rule, isOver))]);
    }

    private async Task<ILookup<EmployeeId, CheckIn>> CheckInsAsync(
        AgencyId agency,
        YearMonth month,
        HashRange slice,
        CancellationToken cancel) =>
        (await checkIns.ListAsync(agency, month, slice, cancel).ToListAsync(cancel)).ToLookup(c => c.Claim.EmployeeId);

    private static Result<IReadOnlyList<T>> Result<T>(IReadOnlyList<T> lines) => lines.ToList();
}
