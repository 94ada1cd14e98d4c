using Kinerja.Application.Workforce;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Finds the buckets in which a day has ended or a mark waits, and queues them. The timer calls it far more often than
/// days end; it decides in the zones of each agency's units. Per agency that costs four short queries when nothing is
/// due.
/// </summary>
public sealed class PlanDayCloses(
    IAgencies agencies,
    IWorkforce workforce,
    IDayCloses closes,
    IStaleMonths dirty,
    IDayQueue queue,
    TimeProvider clock)
{
    /// <summary>
    /// More than a timer's tick works off, fewer than a midnight of the whole country brings. While so many wait,
    /// planning would only queue the same buckets again, and the queue drops no repeats.
    /// </summary>
    public const int MostWaiting = 2000;

    /// <summary>
    /// All agencies; how many buckets were queued. None while <see cref="MostWaiting"/> wait from the ticks before.
    /// </summary>
    public async Task<int> PlanDueAsync(CancellationToken cancel) => await queue.CountAsync(cancel) < MostWaiting
        ? await agencies.ForEachAsync("Closing days for", PlanAsync, cancel)
        : 0;

    private async Task<int> PlanAsync(Agency agency, CancellationToken cancel)
    {
        var steps = await StepsAsync(agency, clock.Now(), cancel);
        await queue.SendAsync(steps, cancel);
        return steps.Count;
    }

    private async Task<IReadOnlyCollection<CloseStep>> StepsAsync(Agency agency, Instant now, CancellationToken cancel)
    {
        var today = now.InZone(agency.Zone).Date;
        var zones = await workforce.ListUnitsAsync(agency.Id, cancel).Select(u => u.On(today).Zone).Distinct()
            .ToListAsync(cancel);
        var ended = zones.Select(zone => DayCloseRules.LastEnded(now, zone).ToYearMonth()).ToHashSet();
        var buckets = await dirty.BucketsAsync(agency.Id, cancel).ToHashSetAsync(cancellationToken: cancel);
        // The month before, too: its last day may have been missed, and a night's shift ends on the day after it.
        foreach (var month in ended.Concat(ended.Select(m => m.PlusMonths(-1))).Distinct().Order().ToList())
        {
            buckets.UnionWith(await DueAsync(agency, month, ended.Contains(month), zones, now, cancel));
        }

        return [.. buckets.OrderBy(b => b.Month).ThenBy(b => b.Index)
            .Select(b => new CloseStep(agency.Id, b.Month, b.Index, now))];
    }

    private async Task<IEnumerable<(YearMonth Month, int Index)>> DueAsync(
        Agency agency, YearMonth month, bool isCurrent, List<DateTimeZone> zones, Instant now, CancellationToken cancel)
    {
        if (month.ToDateInterval().End < agency.BeganOn || DayCloseRules.LastMidnight(
            month, now, zones) is not { } midnight)
        {
            return [];
        }

        var count = isCurrent
            ? await closes.PlanBucketsAsync(agency.Id, month, cancel)
            : await closes.FindBucketsAsync(agency.Id, month, cancel);
        var folded = await closes.ListAsync(agency.Id, month, cancel);
        return Enumerable.Range(0, count)
            .Where(index => !folded.TryGetValue(index, out var upTo) || upTo < midnight)
            .Select(index => (month, index));
    }
}
