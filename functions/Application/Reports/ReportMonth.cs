using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Reports;

/// <summary>
/// One person in a report: the stored month, null before the first close, and whether it waits to be folded again.
/// </summary>
public sealed record ReportLine(Employee Employee, AttendanceMonth? Month, bool Dirty);

/// <summary>People by id within the page; pages count from 1, and null follows the last.</summary>
public sealed record ReportPage(IReadOnlyList<ReportLine> Lines, int? Next);

/// <summary>
/// An agency's month person by person as it was last closed, by the unit of the last day in service in it. It reads
/// four short ranges a bucket of about 500 people and folds nothing, so that it says of each row whether something has
/// touched it since.
/// </summary>
public sealed class ReportMonth(
    AgencyDirectory register, IWorkforce workforce, IDayCloses closes, IStaleMonths dirty, IAttendanceMonths months)
{
    public async Task<Result<ReportPage>> PageAsync(
        AgencyId agency, YearMonth month, UnitId? unit, int page, CancellationToken cancel)
    {
        if ((await register.OfMonthAsync(agency, month, cancel)).Refusal is { } refusal)
        {
            return refusal;
        }

        if (unit is { } asked && await register.FindUnitAsync(agency, asked, cancel) is null)
        {
            return NotFound.Unit(asked);
        }

        var count = await closes.FindBucketsAsync(agency, month, cancel);
        for (var index = page - 1; index < count; index++)
        {
            var lines = await LinesAsync(new MonthBucket(agency, month, index, count), unit, cancel);
            if (lines.Count > 0)
            {
                return new ReportPage(lines, index + 1 < count ? index + 2 : null);
            }
        }

        return new ReportPage([], null);
    }

    private async Task<List<ReportLine>> LinesAsync(MonthBucket bucket, UnitId? unit, CancellationToken cancel)
    {
        var days = bucket.Month.ToDateInterval();
        var people = await workforce.ListEmployeesAsync(bucket.AgencyId, bucket.People, cancel)
            .Select(e => e.LastDayWithin(days.Start, days.End) is { } last ? e.On(last) : null)
            .OfType<Employee>()
            .Where(e => unit is null || e.UnitId == unit)
            .ToListAsync(cancel);
        if (people.Count == 0)
        {
            return [];
        }

        var stored = await months.ListAsync(bucket, cancel)
            .ToDictionaryAsync(m => m.Value.EmployeeId, m => m.Value, cancellationToken: cancel);
        var marked = (await dirty.ListAsync(bucket, cancel)).Select(m => m.EmployeeId).ToHashSet();
        return
        [
            .. people.OrderBy(e => e.Id).Select(e => new ReportLine(
                e, stored.GetValueOrDefault(e.Id), marked.Contains(null) || marked.Contains(e.Id))),
        ];
    }
}
