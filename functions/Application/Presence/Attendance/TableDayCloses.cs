using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A row per bucket of a month, in one partition per agency: what is due is one short range.</summary>
public sealed class TableDayCloses(TableStore store, BucketPlan buckets) : IDayCloses
{
    public Task<int> FindBucketsAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        buckets.FindAsync(agency, month, cancel);

    public Task<int> PlanBucketsAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        buckets.CountAsync(agency, month, cancel);

    public async Task<IReadOnlyDictionary<int, Instant>> ListAsync(
        AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        var filter = TableRange.Prefix(agency.ToString(), TableKeys.ClosePrefix(month));
        return await store.ListAsync(TableNames.DayCloses, filter, Read, cancel)
            .ToDictionaryAsync(close => close.Bucket, close => close.UpTo, cancellationToken: cancel);
    }

    public async Task<Instant?> FindAsync(MonthBucket bucket, CancellationToken cancel) =>
        await store.FindAsync(
            TableNames.DayCloses, bucket.AgencyId.ToString(), TableKeys.Close(bucket.Month, bucket.Index),
            cancel) is { } row
            ? Read(row).UpTo
            : null;

    public Task PutAsync(MonthBucket bucket, Instant upTo, CancellationToken cancel) =>
        store.PutAsync(TableNames.DayCloses, Write(bucket, upTo), cancel);

    internal static TableEntity Write(MonthBucket bucket, Instant upTo)
    {
        var row = TableColumns.NewRow(bucket.AgencyId.ToString(), TableKeys.Close(bucket.Month, bucket.Index));
        row["Bucket"] = bucket.Index;
        row.PutInstant("UpTo", upTo);
        return row;
    }

    internal static (int Bucket, Instant UpTo) Read(TableEntity row) => (row.Int("Bucket"), row.Instant("UpTo"));
}
