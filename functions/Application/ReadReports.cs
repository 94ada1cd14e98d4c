using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence;
using Kinerja.Domain.Reports;
using NodaTime;

namespace Kinerja.Application;

/// <summary>
/// What an agency looks at once a month. People are read a slice of about 500 at a time, and only sums are kept, so that a
/// large agency takes longer and not more memory.
/// </summary>
public sealed class ReadReports(Register register, IWorkforce workforce, ICheckIns checkIns)
{
    private const int PeoplePerSlice = 500;

    /// <summary>Office and flexible days side by side, by unit.</summary>
    public async Task<Result<IReadOnlyList<UnitFigures>>> FlexibleAsync(AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return Unknown.Agency(agency);
        }

        var report = new FlexibleReport();
        var rules = await register.RulesOfAsync(agency, cancel);
        var over = month.ToDateInterval().End.PlusDays(1);
        foreach (var slice in await SlicesAsync(agency, cancel))
        {
            var made = await CheckInsAsync(agency, month, slice, cancel);
            await foreach (var person in workforce.ListEmployeesAsync(agency, slice, cancel))
            {
                var unit = await register.UnitOfAsync(agency, person, cancel);
                var folded = AttendanceRules.Fold(person, unit.Zone, month, DayFacts.Of(made[person.Id]), rules, over);
                report.Add(person.UnitId, folded.Days);
            }
        }

        return Result(report.Lines());
    }

    /// <summary>How full each office was, by weekday, over the working days of the month.</summary>
    public async Task<Result<IReadOnlyList<OfficeWeekday>>> OccupancyAsync(AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return Unknown.Agency(agency);
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
        return Result(report.Lines(map.Fences.Where(f => f.Kind == GeofenceKind.Office).ToDictionary(f => f.Id, f => f.CapacityPeople)));
    }

    private async Task<IEnumerable<HashRange>> SlicesAsync(AgencyId agency, CancellationToken cancel)
    {
        var count = Math.Clamp(
            (await workforce.CountEmployeesAsync(agency, cancel) + PeoplePerSlice - 1) / PeoplePerSlice, 1, HashRange.Places);
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
