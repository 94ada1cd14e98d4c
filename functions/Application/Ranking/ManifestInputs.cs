using Kinerja.Application.Runs;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Ranking;

/// <summary>
/// What a manifest says beside the ranking itself, for who writes one and for who makes it again: both must say the
/// same.
/// </summary>
internal static class ManifestInputs
{
    /// <summary>Over what the shards froze, in their order.</summary>
    internal static async Task<string> InputsSha256Async(this IRuns runs, EvaluationRun run, CancellationToken cancel)
    {
        var marks = await runs.MarksAsync(run, RunState.Gathered, cancel);
        return InputHash.OfShards(marks.OrderBy(m => m.Key).Select(m => m.Value));
    }

    /// <summary>The manifest of the revision before; a first one replaces none.</summary>
    internal static async Task<RankingPage?> FindSupersededAsync(
        this IRankings rankings, EvaluationRun run, CancellationToken cancel) =>
        run.Revision == 1 ? null : await rankings.FindPageAsync(run with { Revision = run.Revision - 1 }, 0, cancel);
}
