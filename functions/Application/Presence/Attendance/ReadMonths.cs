using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Months to be believed: the stored row when its month is settled and nothing marks it, else a fold of what is stored
/// now. Both come from the same facts by the same fold, so they are the same.
/// </summary>
public sealed class ReadMonths(IDayCloses closes, IStaleMonths dirty, IAttendanceMonths months, FoldMonths fold)
{
    /// <summary>One person's month up to <paramref name="last"/>.</summary>
    public async Task<AttendanceMonth> FindAsync(
        AgencyId agency, YearMonth month, PersonTimeline person, LocalDate last, CancellationToken cancel)
    {
        var stored = last == month.ToDateInterval().End ? await StoredAsync(agency, month, person, cancel) : null;
        return stored ?? await fold.FoldAsync(agency, month, person, last, cancel);
    }

    /// <summary>
    /// The whole month, which must be over, of the people of a slice: all from the store or all folded now.
    /// </summary>
    public async Task<IReadOnlyList<AttendanceMonth>> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, IReadOnlyCollection<PersonTimeline> people,
        CancellationToken cancel) =>
        await StoredAsync(agency, month, range, people, cancel)
        ?? await fold.FoldAsync(agency, month, range, people, _ => month.ToDateInterval().End, cancel);

    private async Task<AttendanceMonth?> StoredAsync(
        AgencyId agency, YearMonth month, PersonTimeline person, CancellationToken cancel)
    {
        var count = await closes.FindBucketsAsync(agency, month, cancel);
        if (count == 0)
        {
            return null;
        }

        var bucket = new MonthBucket(agency, month, HashRange.IndexOf(person.Id, count), count);
        // The close before the row, which is written before it; the row before the mark, which is set before what it
        // announces.
        var reached = await closes.FindAsync(bucket, cancel);
        var stored = await months.FindAsync(agency, person.Id, month, cancel);
        return reached >= DayCloseRules.SettledAt(month, person.ZoneOn(month.ToDateInterval().End))
            && !await dirty.IsMarkedAsync(agency, person.Id, month, cancel)
            ? stored
            : null;
    }

    private async Task<IReadOnlyList<AttendanceMonth>?> StoredAsync(
        AgencyId agency, YearMonth month, HashRange range, IReadOnlyCollection<PersonTimeline> people,
        CancellationToken cancel)
    {
        var count = await closes.FindBucketsAsync(agency, month, cancel);
        var settled = people
            .Select(p => DayCloseRules.SettledAt(month, p.ZoneOn(month.ToDateInterval().End)))
            .DefaultIfEmpty(Instant.MinValue).Max();
        var stored = new Dictionary<EmployeeId, AttendanceMonth>();
        foreach (var bucket in Enumerable.Range(0, count).Select(i => new MonthBucket(agency, month, i, count))
            .Where(b => b.People.Overlaps(range)))
        {
            if (await closes.FindAsync(bucket, cancel) is not { } reached || reached < settled)
            {
                return null;
            }

            await foreach (var row in months.ListAsync(bucket, cancel))
            {
                stored[row.Value.EmployeeId] = row.Value;
            }

            if ((await dirty.ListAsync(bucket, cancel)).Count > 0)
            {
                return null;
            }
        }

        return people.All(p => stored.ContainsKey(p.Id))
            ? [.. people.Select(p => stored[p.Id])]
            : null;
    }
}
