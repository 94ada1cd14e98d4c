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

    /// <summary>Room for an agency that is still being registered when its first check-in comes.</summary>
    private const int FewestBuckets = 8;

    private readonly ConcurrentDictionary<(AgencyId, YearMonth), int> _known = new();

    /// <summary>For reading: 0 when nothing was ever written in that month. Looking never makes a plan.</summary>
    internal async Task<int> FindAsync(AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        if (_known.TryGetValue((agency, month), out var known))
        {
            return known;
        }

        var row = await store.FindAsync(TableNames.BucketPlans, agency.ToString(), TableKeys.Month(month), cancel);
        return row is null ? 0 : _known[(agency, month)] = row.Int("Buckets");
    }

    /// <summary>For writing: makes the plan when there is none yet.</summary>
    internal async Task<int> CountAsync(AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        if (await FindAsync(agency, month, cancel) is var found and > 0)
        {
            return found;
        }

        var (partition, key) = (agency.ToString(), TableKeys.Month(month));
        var row = TableColumns.NewRow(partition, key);
        var people = await workforce.CountEmployeesAsync(agency, cancel);
        row["Buckets"] = Math.Max(FewestBuckets, (people + PeoplePerBucket - 1) / PeoplePerBucket);
        if (!await store.AddAsync(TableNames.BucketPlans, row, cancel))
        {
            row = (await store.FindAsync(TableNames.BucketPlans, partition, key, cancel))!;
        }

        return _known[(agency, month)] = row.Int("Buckets");
    }
}
