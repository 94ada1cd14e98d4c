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
        var inputs = await RankingDocuments.InputsSha256Async(runs, run, cancel);
        var made = await RankingDocuments.MakeAsync(rankings, run, evaluations, policy, inputs, cancel);
        await rankings.PutPlacesAsync(run, made.Ranking.Lines, cancel);
        foreach (var page in made.Pages)
        {
            await rankings.PutPageAsync(run, page, cancel);
        }

        foreach (var page in made.LeftOut)
        {
            await rankings.PutLeftOutAsync(run, page, cancel);
        }

        await rankings.PutPageAsync(run, made.Manifest, cancel);
    }
}
