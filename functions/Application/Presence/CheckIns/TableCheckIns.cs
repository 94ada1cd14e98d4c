using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// Check-ins by bucket of people, whatever the month. A check-in is two rows of one partition, written in one
/// transaction: itself, keyed by its fact (person, kind and moment of capture) in the month of the capture, and its id,
/// which points to it. So an id or a fact is taken once and for all, with no moment at which one row stands without the
/// other. Where the work date lies in another month (around midnight of a month's end, or with a clock far off), a copy
/// stands there too, in the same transaction. A list takes from each month what has its work date there: each once.
/// </summary>
public sealed class TableCheckIns(TableStore store, BucketPlan buckets) : ICheckIns, IDayCheckIns
{
    public async Task<CheckIn?> AddOrFindAsync(CheckIn checkIn, CancellationToken cancel)
    {
        var claim = checkIn.Claim;
        var count = await buckets.CountAsync(claim.AgencyId, cancel);
        var partition = TableKeys.Bucket(claim.AgencyId, HashRange.IndexOf(claim.EmployeeId, count));
        var (key, id) = (TableKeys.CheckIn(claim), TableKeys.CheckInId(claim.EmployeeId, claim.Id));
        List<TableEntity> rows =
            [CheckInRows.Write(partition, key, checkIn), CheckInRows.Pointer(partition, id, key)];
        var month = checkIn.WorkDate.ToYearMonth();
        if (month != TableKeys.CaptureMonth(claim.CapturedAt))
        {
            rows.Add(CheckInRows.Write(partition, TableKeys.CheckIn(month, claim), checkIn));
        }

        if (await store.AddTogetherAsync(TableNames.CheckIns, rows, cancel))
        {
            return null;
        }

        return await FollowAsync(partition, id, cancel)
            ?? await AtAsync(partition, key, cancel)
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
                    if (IsOf(month, checkIn) && range.Contains(checkIn.Claim.EmployeeId))
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
            found.AddRange(await store.ListAsync(
                TableNames.CheckIns, Within(filter, days, month), CheckInRows.Read, cancel)
                .Where(c => IsOf(month, c)).ToListAsync(cancel));
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
                if (IsOf(month, checkIn))
                {
                    yield return (new CheckInPlace(bucket, checkIn.Claim.EmployeeId), checkIn);
                }
            }
        }
    }

    /// <summary>Not what stands in the month of its capture alone.</summary>
    private static bool IsOf(YearMonth month, CheckIn checkIn) => checkIn.WorkDate.ToYearMonth() == month;

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
            ? await AtAsync(partition, CheckInRows.Target(row), cancel)
            : null;

    private async Task<CheckIn?> AtAsync(string partition, string key, CancellationToken cancel) =>
        await store.FindAsync(TableNames.CheckIns, partition, key, cancel) is { } row ? CheckInRows.Read(row) : null;
}
