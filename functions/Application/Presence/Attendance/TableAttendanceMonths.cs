using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>One row per person and month in the same buckets as the check-ins it was folded from.</summary>
public sealed class TableAttendanceMonths(TableStore store, BucketPlan buckets) : IAttendanceMonths
{
    private const int MostPerTransaction = 100;

    public async Task PutAsync(
        MonthBucket bucket, IReadOnlyCollection<(AttendanceMonth Month, string? Tag)> months, CancellationToken cancel)
    {
        var partition = TableKeys.Bucket(bucket);
        foreach (var chunk in months.Chunk(MostPerTransaction))
        {
            var actions = chunk.Select(m => TableStore.Next(AttendanceRows.Write(partition, m.Month), m.Tag));
            await store[TableNames.AttendanceMonths].SubmitTransactionAsync(actions, cancel);
        }
    }

    public async Task<AttendanceMonth?> FindAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel)
    {
        var count = await buckets.FindAsync(agency, month, cancel);
        if (count == 0)
        {
            return null;
        }

        var partition = TableKeys.Bucket(agency, month, HashRange.IndexOf(employee, count));
        return await store.FindAsync(TableNames.AttendanceMonths, partition, employee.ToString(), cancel) is { } row
            ? AttendanceRows.Read(row)
            : null;
    }

    public IAsyncEnumerable<Tagged<AttendanceMonth>> ListAsync(MonthBucket bucket, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.AttendanceMonths, TableRange.Partition(TableKeys.Bucket(bucket)),
            TableStore.Tag(AttendanceRows.Read), cancel);
}
