using System.Collections.Concurrent;
using Azure.Data.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Tables;

/// <summary>
/// How many buckets an agency has, for its check-ins once and for all and for each month of what is folded from them:
/// one for about 500 people, decided by the first who writes and never changed, so that a partition stays far below
/// what a table server takes. Known plans stay in memory.
/// </summary>
public sealed class BucketPlan(TableStore store, IWorkforce workforce)
{
    private const int PeoplePerBucket = 500;

    /// <summary>Room for an agency that is still being registered when its first check-in comes.</summary>
    private const int FewestBuckets = 8;

    private const string CheckIns = "checkins";

    private readonly ConcurrentDictionary<(AgencyId, string), int> _known = new();

    internal Task<int> FindAsync(AgencyId agency, CancellationToken cancel) => FindAsync(agency, CheckIns, cancel);

    internal Task<int> CountAsync(AgencyId agency, CancellationToken cancel) => CountAsync(agency, CheckIns, cancel);

    internal Task<int> FindAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        FindAsync(agency, TableKeys.Month(month), cancel);

    internal Task<int> CountAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        CountAsync(agency, TableKeys.Month(month), cancel);

    internal static TableEntity Write(string partition, string plan, int buckets)
    {
        var row = TableColumns.NewRow(partition, plan);
        row["Buckets"] = buckets;
        return row;
    }

    internal static int Read(TableEntity row) => row.Int("Buckets");

    /// <summary>For reading: 0 when nothing was ever written under that plan. Looking never makes one.</summary>
    private async Task<int> FindAsync(AgencyId agency, string plan, CancellationToken cancel)
    {
        if (_known.TryGetValue((agency, plan), out var known))
        {
            return known;
        }

        var row = await store.FindAsync(TableNames.BucketPlans, agency.ToString(), plan, cancel);
        return row is null ? 0 : _known[(agency, plan)] = Read(row);
    }

    /// <summary>For writing: makes the plan when there is none yet.</summary>
    private async Task<int> CountAsync(AgencyId agency, string plan, CancellationToken cancel)
    {
        if (await FindAsync(agency, plan, cancel) is var found and > 0)
        {
            return found;
        }

        var partition = agency.ToString();
        var people = await workforce.CountEmployeesAsync(agency, cancel);
        var row = Write(partition, plan, Math.Max(FewestBuckets, (people + PeoplePerBucket - 1) / PeoplePerBucket));
        if (!await store.AddAsync(TableNames.BucketPlans, row, cancel))
        {
            row = (await store.FindAsync(TableNames.BucketPlans, partition, plan, cancel))!;
        }

        return _known[(agency, plan)] = Read(row);
    }
}
