using Kinerja.Application.FollowUp;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Folds one bucket: everybody when a day of the month has ended somewhere since the last time, else only those who are
/// marked. It reads the stored rows first and writes over exactly those, so that a worker who was overtaken writes
/// nothing; killed anywhere, it leaves marks and due days as they were, and the repeat writes the same.
/// </summary>
public sealed class CloseBucket(
    IAgencies agencies,
    IWorkforce workforce,
    IDayCloses closes,
    IStaleMonths dirty,
    IAttendanceMonths months,
    FoldMonths fold,
    RaiseAbsences absences,
    TimeProvider clock)
{
    /// <summary>How many months were written.</summary>
    public async Task<int> ExecuteAsync(CloseStep step, CancellationToken cancel)
    {
        var began = clock.Now();
        var count = await closes.PlanBucketsAsync(step.AgencyId, step.Month, cancel);
        var bucket = new MonthBucket(step.AgencyId, step.Month, step.Bucket, count);
        // The rows before all else: whatever another worker does from here on, he wins.
        var tags = await months.ListAsync(bucket, cancel)
            .ToDictionaryAsync(m => m.Value.EmployeeId, m => m.Tag, cancellationToken: cancel);
        var marks = await dirty.ListAsync(bucket, cancel);
        if (await agencies.FindAsync(step.AgencyId, cancel) is not { } agency)
        {
            return 0;
        }

        var units = await workforce.ListUnitsAsync(step.AgencyId, cancel)
            .ToDictionaryAsync(u => u.Id(), cancellationToken: cancel);
        var last = step.Month.ToDateInterval().End;
        var zones = units.Values.Select(u => u.On(last).Zone).Distinct();
        var upTo = await closes.FindAsync(bucket, cancel);
        var isDue = DayCloseRules.LastMidnight(step.Month, step.PlannedAt, zones) is { } midnight
            && (upTo is null || upTo < midnight);
        if (!isDue && marks.Count == 0)
        {
            return 0;
        }

        // A step that comes late closes no fewer days than were closed.
        var at = upTo is { } reached ? Instant.Max(reached, step.PlannedAt) : step.PlannedAt;
        var folded = await FoldAsync(
            bucket, isDue ? null : marks, [.. tags.Keys], units, agency, at, cancel);
        await months.PutAsync(bucket, [.. folded.Select(m => (m, tags.GetValueOrDefault(m.EmployeeId)))], cancel);
        await absences.ExecuteAsync(step.AgencyId, folded, cancel);
        await SettleAsync(bucket, marks, began, cancel);
        if (isDue)
        {
            await closes.PutAsync(bucket, at, cancel);
        }

        return folded.Count;
    }

    /// <summary>
    /// Everybody's months, or with marks only the marked people's; also of those who turned out not to have been in
    /// service, for their stored month must say so.
    /// </summary>
    private async Task<IReadOnlyList<AttendanceMonth>> FoldAsync(
        MonthBucket bucket,
        IReadOnlyList<StaleMonth>? marks,
        HashSet<EmployeeId> stored,
        Dictionary<UnitId, History<OrganisationUnit>> units,
        Agency agency,
        Instant at,
        CancellationToken cancel)
    {
        var marked = marks?.Select(m => m.EmployeeId).ToHashSet();
        var days = bucket.Month.ToDateInterval();
        var people = await workforce.ListEmployeesAsync(bucket.AgencyId, bucket.People, cancel)
            .Where(e => marked is null || marked.Contains(null) || marked.Contains(e.Id))
            .Select(e => new PersonTimeline(e, units, agency.BeganOn))
            .Where(p => stored.Contains(p.Id) || p.ServesWithin(days.Start, days.End))
            .ToListAsync(cancel);
        return await fold.FoldAsync(
            bucket.AgencyId,
            bucket.Month,
            bucket.People,
            people,
            zone => DayCloseRules.LastEnded(bucket.Month, at, zone),
            cancel);
    }

    private async Task SettleAsync(
        MonthBucket bucket, IReadOnlyList<StaleMonth> marks, Instant began, CancellationToken cancel)
    {
        foreach (var mark in marks.Where(m => m.MarkedAt + DayCloseRules.StaleMarkLifetime <= began))
        {
            await dirty.ClearAsync(bucket, mark, cancel);
        }
    }
}
