using Kinerja.Application.Runs;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Ranking;

/// <summary>
/// A ranking and all pages that are made of it, for who writes them and for who makes them again: both must come to the
/// same.
/// </summary>
internal sealed record RankingDocuments(
    AgencyRanking Ranking, IReadOnlyList<RankingPage> Pages, IReadOnlyList<RankingPage> LeftOut, RankingPage Manifest)
{
    /// <param name="rankings">Where the manifest of the revision before stands; a first one replaces none.</param>
    /// <param name="run">Whose ranking.</param>
    /// <param name="evaluations">Of everybody whom the run took in.</param>
    /// <param name="policy">The run's own.</param>
    /// <param name="inputsSha256">Over what the run froze.</param>
    /// <param name="cancel">Ends the reading.</param>
    internal static async Task<RankingDocuments> MakeAsync(
        IRankings rankings,
        EvaluationRun run,
        IReadOnlyCollection<EmployeeEvaluation> evaluations,
        RankingPolicy policy,
        string inputsSha256,
        CancellationToken cancel)
    {
        var ranking = Ranker.Rank(evaluations, policy);
        var pages = RankingContract.Pages(run, ranking, policy.Releases, evaluations);
        var leftOut = LeftOutContract.Pages(run, ranking);
        var superseded = run.Revision == 1
            ? null
            : await rankings.FindPageAsync(run with { Revision = run.Revision - 1 }, 0, cancel);
        return new(
            ranking,
            pages,
            leftOut,
            RankingContract.Manifest(run, ranking, pages, leftOut, inputsSha256, superseded));
    }

    /// <summary>Over what the shards froze, in their order.</summary>
    internal static async Task<string> InputsSha256Async(IRuns runs, EvaluationRun run, CancellationToken cancel)
    {
        var marks = await runs.MarksAsync(run, RunState.Gathered, cancel);
        return InputHash.OfShards(marks.OrderBy(m => m.Key).Select(m => m.Value));
    }
}
