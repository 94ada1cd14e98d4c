using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Ranking;

/// <summary>
/// Counts a result once, when it becomes final, from what the run froze and published: the national operator reads
/// these numbers and never a person.
/// </summary>
public sealed class SummariseResult(
    IRunResults results, IRankings rankings, ReadCalibration calibrate, IResultSummaries summaries)
{
    /// <summary>Before the run is called final, so that a repeat writes the same.</summary>
    public async Task ExecuteAsync(EvaluationRun run, CancellationToken cancel)
    {
        var calibrated = await calibrate.ExecuteAsync(run.AgencyId, run.Period, cancel);
        // Without a manifest the period is not ranked, and nobody is in a top share.
        var manifest = await rankings.FindPageAsync(run, 0, cancel);
        var sum = new ResultSummary(
            run.AgencyId, run.Period, run.Revision, default, 0,
            manifest is null ? 0 : RankingFigures.Read(manifest).InTopShare)
        {
            Distribution = DistributionCounts.Of(calibrated.Value.Calibration),
        };
        await foreach (var evaluation in results.ListEvaluationsAsync(run, HashRange.All, cancel))
        {
            sum = sum.With(evaluation);
        }

        await foreach (var input in results.ListInputsAsync(run, HashRange.All, cancel))
        {
            sum = sum.With(input.Attendance);
        }

        await summaries.PutAsync(sum, cancel);
    }
}
