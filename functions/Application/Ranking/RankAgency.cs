using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Ranking;

/// <summary>
/// Evaluations of the whole agency → ranking, stored as the very pages that are published, and as a place per person.
/// The manifest is written last: where it stands, all pages do. Of a month that is not ranked nothing is written.
/// </summary>
public sealed class RankAgency(IRuns runs, IRunResults results, IRankings rankings, PinnedPolicies policies)
{
    public async Task ExecuteAsync(EvaluationRun run, CancellationToken cancel)
    {
        var policy = await policies.RankingAsync(run, cancel);
        if (!policy.Ranks(run.Period))
        {
            return;
        }

        var evaluations = await results.ListEvaluationsAsync(run, HashRange.All, cancel).ToListAsync(cancel);
        var inputs = await runs.InputsSha256Async(run, cancel);

        var ranking = Ranker.Rank(evaluations, policy);
        var pages = RankingContract.Pages(run, ranking, ReleasedLines.Of(policy, evaluations));

        await rankings.PutPlacesAsync(run, [.. ranking.Lines], cancel);
        foreach (var page in pages)
        {
            await rankings.PutPageAsync(run, page, cancel);
        }

        var leftOut = LeftOutContract.Pages(run, ranking);
        foreach (var page in leftOut)
        {
            await rankings.PutLeftOutAsync(run, page, cancel);
        }

        var superseded = await rankings.FindSupersededAsync(run, cancel);
        await rankings.PutPageAsync(
            run, RankingContract.Manifest(run, ranking, pages, leftOut, inputs, superseded), cancel);
    }
}
