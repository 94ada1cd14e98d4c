using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Exchange;

namespace Kinerja.Application.Exchange;

/// <summary>How far a period is, and a page of those that were refused or have failed.</summary>
/// <param name="Period">Of when.</param>
/// <param name="Revision">Which is sent; null when nothing of the period ever was to be.</param>
/// <param name="Counts">Of the shards that a step was at.</param>
/// <param name="Done">Whether nobody is left to be sent.</param>
/// <param name="Open">By the order that people hash to.</param>
public sealed record SiasnSending(
    AppraisalPeriod Period, int? Revision, SiasnCounts Counts, bool Done, ListPage<SiasnEntry> Open);

/// <summary>What of an agency's final results is at SIASN.</summary>
public sealed class ReadSending(ISiasnResults siasn, IRuns runs, AgencyDirectory register)
{
    public async Task<Result<SiasnSending>> ExecuteAsync(
        AgencyId agency, AppraisalPeriod period, string? after, int most, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        if (await runs.FindAsync(agency, period, cancel) is null)
        {
            return NotFound.Run(period);
        }

        var shards = (await siasn.ListShardsAsync(agency, period, cancel)).Select(shard => shard.Value).ToList();
        return new SiasnSending(
            period,
            shards.Count == 0 ? null : shards.Max(shard => shard.Revision),
            shards.Aggregate(default(SiasnCounts), (sum, shard) => sum + (shard.Counts ?? default)),
            shards.Count > 0 && shards.TrueForAll(shard => shard.Done),
            await siasn.PageOpenAsync(agency, period, after, most, cancel));
    }
}
