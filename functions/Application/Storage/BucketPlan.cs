using System.Collections.Concurrent;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Storage;

/// <summary>
/// How many buckets an agency's month has: one for about 500 people, decided by the first who asks and never changed, so
/// that a partition stays far below what a table server takes. Known plans stay in memory.
/// </summary>
public sealed class BucketPlan(TableStore store, IWorkforce workforce)
{
    private const int PeoplePerBucket = 500;

    private readonly ConcurrentDictionary<(AgencyId, YearMonth), int> _known = new();

    internal async Task<int> CountAsync(AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        if (_known.TryGetValue((agency, month), out var known))
        {
            return known;
        }

        var (partition, key) = (agency.ToString(), TableKeys.Month(month));
        var row = await store.FindAsync(TableNames.BucketPlans, partition, key, cancel);
        if (row is null)
        {
            row = TableColumns.NewRow(partition, key);
            var people = await workforce.CountEmployeesAsync(agency, cancel);
            row["Buckets"] = Math.Max(1, (people + PeoplePerBucket - 1) / PeoplePerBucket);
            if (!await store.AddAsync(TableNames.BucketPlans, row, cancel))
            {
                row = (await store.FindAsync(TableNames.BucketPlans, partition, key, cancel))!;
            }
        }

        return _known[(agency, month)] = row.Int("Buckets");
    }
}
