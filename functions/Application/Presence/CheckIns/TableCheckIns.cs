using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// Check-ins by bucket of people, whatever the month. A check-in is three rows of one partition, written in one
/// transaction: itself, by month, person and day; its id, and its fact (kind and moment of capture), which both point
/// to it. So an id or a fact is taken once and for all, with no moment at which one row stands without the others.
/// </summary>
public sealed class TableCheckIns(TableStore store, BucketPlan buckets) : ICheckIns, IDayCheckIns
{
    public async Task<CheckIn?> AddOrFindAsync(CheckIn checkIn, CancellationToken cancel)
    {
        var claim = checkIn.Claim;
        var count = await buckets.CountAsync(claim.AgencyId, cancel);
        var partition = TableKeys.Bucket(claim.AgencyId, HashRange.IndexOf(claim.EmployeeId, count));
        var key = TableKeys.CheckIn(checkIn);
        var (id, fact) = (TableKeys.CheckInId(claim.EmployeeId, claim.Id), TableKeys.CheckInFact(claim));
        if (await store.AddTogetherAsync(
            TableNames.CheckIns,
            [
                CheckInRows.Write(partition, key, checkIn),
                CheckInRows.Pointer(partition, id, key),
                CheckInRows.Pointer(partition, fact, key),
            ],
            cancel))
        {
            return null;
        }

        return await FollowAsync(partition, id, cancel)
            ?? await FollowAsync(partition, fact, cancel)
            ?? throw new InvalidOperationException(
                $"Check-in {claim.Id} of {claim.EmployeeId} is taken and not to be found.");
    }

    public async Task<CheckIn?> FindAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel) =>
        await PartitionAsync(agency, employee, cancel) is { } partition
            ? await FollowAsync(partition, TableKeys.CheckInId(employee, id), cancel)
            : null;

    public async IAsyncEnumerable<CheckIn> ListAsync(
        AgencyId agency,
        DateInterval days,
        HashRange range,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var count = await buckets.FindAsync(agency, cancel);
        for (var bucket = 0; bucket < count; bucket++)
        {
            var slice = HashRange.Slice(bucket, count);
            if (slice.From >= range.To || slice.To <= range.From)
            {
                continue;
            }

            foreach (var month in MonthSpan.Of(days.Start, days.End))
            {
                var filter = TableRange.Prefix(TableKeys.Bucket(agency, bucket), TableKeys.CheckInMonth(month));
                var rows = store.ListAsync(TableNames.CheckIns, Within(filter, days, month), null, cancel);
                await foreach (var row in rows)
                {
                    var checkIn = CheckInRows.Read(row);
                    if (range.Contains(checkIn.Claim.EmployeeId))
                    {
                        yield return checkIn;
                    }
                }
            }
        }
    }

    public async Task<IReadOnlyList<CheckIn>> ListAsync(
        AgencyId agency,
        DateInterval days,
        EmployeeId employee,
        CancellationToken cancel)
    {
        var found = new List<CheckIn>();
        if (await PartitionAsync(agency, employee, cancel) is not { } partition)
        {
            return found;
        }

        foreach (var month in MonthSpan.Of(days.Start, days.End))
        {
            var filter = TableRange.Prefix(partition, TableKeys.CheckInMonth(month, employee));
            found.AddRange(await store.ListAsync(TableNames.CheckIns, Within(filter, days, month), null, cancel)
                .Select(CheckInRows.Read).ToListAsync(cancel));
        }

        return found;
    }

    public async IAsyncEnumerable<(CheckInPlace Place, CheckIn CheckIn)> ListAsync(
        AgencyId agency,
        LocalDate day,
        CheckInPlace? after,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var count = await buckets.FindAsync(agency, cancel);
        for (var bucket = after?.Bucket ?? 0; bucket < count; bucket++)
        {
            var (partition, month) = (TableKeys.Bucket(agency, bucket), day.ToYearMonth());
            var filter = after is { } place && place.Bucket == bucket
                ? TableRange.PrefixAfter(
                    partition, TableKeys.CheckInMonth(month), TableKeys.CheckInMonthEnd(month, place.Person))
                : TableRange.Prefix(partition, TableKeys.CheckInMonth(month));
            var rows = store.ListAsync(TableNames.CheckIns, TableRange.WorkDates(filter, new(day, day)), null, cancel);
            await foreach (var row in rows)
            {
                var checkIn = CheckInRows.Read(row);
                yield return (new CheckInPlace(bucket, checkIn.Claim.EmployeeId), checkIn);
            }
        }
    }

    /// <summary>Of a month that is not wanted whole, the days that are.</summary>
    private static string Within(string filter, DateInterval days, YearMonth month) =>
        days.Contains(month.ToDateInterval()) ? filter : TableRange.WorkDates(filter, days);

    /// <summary>Null when nobody of the agency ever checked in.</summary>
    private async Task<string?> PartitionAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel) =>
        await buckets.FindAsync(agency, cancel) is var count and > 0
            ? TableKeys.Bucket(agency, HashRange.IndexOf(employee, count))
            : null;

    private async Task<CheckIn?> FollowAsync(string partition, string pointer, CancellationToken cancel) =>
        await store.FindAsync(TableNames.CheckIns, partition, pointer, cancel) is { } row
            ? CheckInRows.Read(
                (await store.FindAsync(TableNames.CheckIns, partition, CheckInRows.Target(row), cancel))!)
            : null;
}
