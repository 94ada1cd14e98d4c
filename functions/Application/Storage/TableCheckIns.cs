using Kinerja.Domain;
using Kinerja.Domain.Presence;
using NodaTime;

namespace Kinerja.Application.Storage;

/// <summary>Check-ins by bucket of people and month; within it by day, person and client id.</summary>
public sealed class TableCheckIns(TableStore store, BucketPlan buckets) : ICheckIns
{
    public async Task<CheckIn?> AddOrFindAsync(CheckIn checkIn, CancellationToken cancel)
    {
        var claim = checkIn.Claim;
        var month = checkIn.WorkDate.ToYearMonth();
        var count = await buckets.CountAsync(claim.AgencyId, month, cancel);
        var partition = TableKeys.Bucket(claim.AgencyId, month, HashRange.IndexOf(claim.EmployeeId, count));
        var key = TableKeys.DayPrefix(checkIn.WorkDate, claim.EmployeeId) + claim.Id;
        if (await store.AddAsync(TableNames.CheckIns, CheckInRows.Write(partition, key, checkIn), cancel))
        {
            return null;
        }

        var stored = await store.FindAsync(TableNames.CheckIns, partition, key, cancel);
        return CheckInRows.Read(stored!);
    }

    public async IAsyncEnumerable<CheckIn> ListAsync(
        AgencyId agency,
        YearMonth month,
        HashRange range,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var count = await buckets.FindAsync(agency, month, cancel);
        for (var bucket = 0; bucket < count; bucket++)
        {
            var slice = HashRange.Slice(bucket, count);
            if (slice.From >= range.To || slice.To <= range.From)
            {
                continue;
            }

            var filter = TableRange.Partition(TableKeys.Bucket(agency, month, bucket));
            await foreach (var row in store.ListAsync(TableNames.CheckIns, filter, null, cancel))
            {
                var checkIn = CheckInRows.Read(row);
                if (range.Contains(checkIn.Claim.EmployeeId))
                {
                    yield return checkIn;
                }
            }
        }
    }

    public async Task<IReadOnlyList<CheckIn>> ListAsync(
        AgencyId agency,
        YearMonth month,
        EmployeeId employee,
        CancellationToken cancel)
    {
        var count = await buckets.FindAsync(agency, month, cancel);
        if (count == 0)
        {
            return [];
        }

        var partition = TableKeys.Bucket(agency, month, HashRange.IndexOf(employee, count));
        var first = month.OnDayOfMonth(1);
        var days = Enumerable.Range(0, first.Calendar.GetDaysInMonth(month.Year, month.Month)).Select(first.PlusDays);
        var found = await Task.WhenAll(days.Select(day => DayAsync(partition, day, employee, cancel)));
        return [.. found.SelectMany(day => day)];
    }

    private async Task<List<CheckIn>> DayAsync(string partition, LocalDate day, EmployeeId employee, CancellationToken cancel)
    {
        var filter = TableRange.Prefix(partition, TableKeys.DayPrefix(day, employee));
        return await store.ListAsync(TableNames.CheckIns, filter, null, cancel).Select(CheckInRows.Read).ToListAsync(cancel);
    }
}
