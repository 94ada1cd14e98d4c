using Azure;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// A row per mark in the same buckets as the months, under the person's id or, for everybody, a key that no id can be.
/// The table holds what waits and nothing else, so that looking through an agency's part of it is one short scan.
/// </summary>
public sealed class TableStaleMonths(TableStore store, BucketPlan buckets, TimeProvider clock) : IStaleMonths
{
    private const string Everybody = "_all";

    /// <summary>The largest agencies have 200 buckets a month.</summary>
    private const int AtOnce = 16;

    public async Task MarkAsync(AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel)
    {
        var count = await buckets.CountAsync(agency, month, cancel);
        await PutAsync(BucketOf(agency, employee, month, count), employee.ToString(), cancel);
    }

    public async Task MarkAllAsync(AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        var count = await buckets.CountAsync(agency, month, cancel);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForAsync(0, count, options, async (index, stop) =>
            await PutAsync(new MonthBucket(agency, month, index, count), Everybody, stop));
    }

    public async Task<IReadOnlyList<StaleMonth>> ListAsync(MonthBucket bucket, CancellationToken cancel) =>
        await store.ListAsync(TableNames.DirtyMonths, TableRange.Partition(TableKeys.Bucket(bucket)), Read, cancel)
            .ToListAsync(cancel);

    public async Task<bool> IsMarkedAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel)
    {
        var count = await buckets.FindAsync(agency, month, cancel);
        if (count == 0)
        {
            return false;
        }

        var partition = TableKeys.Bucket(BucketOf(agency, employee, month, count));
        var found = await Task.WhenAll(
            store.FindAsync(TableNames.DirtyMonths, partition, employee.ToString(), cancel),
            store.FindAsync(TableNames.DirtyMonths, partition, Everybody, cancel));
        return found.Any(row => row is not null);
    }

    public IAsyncEnumerable<(YearMonth Month, int Index)> BucketsAsync(AgencyId agency, CancellationToken cancel) =>
        store.ListAsync(TableNames.DirtyMonths, TableRange.Partitions($"{agency}_"), ["Month", "Bucket"], cancel)
            .Select(ReadBucket)
            .Distinct();

    public async Task ClearAsync(MonthBucket bucket, StaleMonth mark, CancellationToken cancel)
    {
        try
        {
            await store[TableNames.DirtyMonths].DeleteEntityAsync(
                TableKeys.Bucket(bucket), mark.EmployeeId?.ToString() ?? Everybody, new ETag(mark.Tag), cancel);
        }
        catch (RequestFailedException changed) when (changed.Status is 412 or 404)
        {
            // Marked again meanwhile, or cleared by another worker: either way nothing is lost.
        }
    }

    internal static TableEntity Write(MonthBucket bucket, string key, Instant markedAt)
    {
        var row = TableColumns.NewRow(TableKeys.Bucket(bucket), key);
        row["Month"] = YearMonthPattern.Iso.Format(bucket.Month);
        row["Bucket"] = bucket.Index;
        row.PutInstant("MarkedAt", markedAt);
        return row;
    }

    internal static StaleMonth Read(TableEntity row) => new(
        row.RowKey == Everybody ? null : EmployeeId.Parse(row.RowKey).Value,
        row.Instant("MarkedAt"),
        row.ETag.ToString());

    internal static (YearMonth Month, int Index) ReadBucket(TableEntity row) =>
        (YearMonthPattern.Iso.Parse(row.Text("Month")).Value, row.Int("Bucket"));

    private Task PutAsync(MonthBucket bucket, string key, CancellationToken cancel) =>
        store.PutAsync(TableNames.DirtyMonths, Write(bucket, key, clock.Now()), cancel);

    private static MonthBucket BucketOf(AgencyId agency, EmployeeId employee, YearMonth month, int count) =>
        new(agency, month, HashRange.IndexOf(employee, count), count);
}
