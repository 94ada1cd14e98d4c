using Kinerja.Application.Telemetry;
using Kinerja.Domain;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>
/// Starts the next revision of a published result: the same frozen inputs and policies with one changed rating,
/// evaluated, ranked and published anew as what supersedes the revision before. The same cause makes one revision,
/// however often it comes; a cause is an objection's id, which is the person's own: another person's may be called the
/// same, and so may the version of a late rating.
/// </summary>
public sealed class ReviseRun(IRuns runs, IRunResults results, DispatchSteps dispatch, TimeProvider clock)
{
    public async Task<Result<EvaluationRun>> ExecuteAsync(
        AgencyId agency,
        AppraisalPeriod period,
        RatingCorrection correction,
        CancellationToken cancel)
    {
        var revisions = await runs.ListAsync(agency, period, cancel).ToListAsync(cancel);
        if (revisions.Count == 0)
        {
            return NotFound.Run(period);
        }

        if (revisions.Find(r => r.Correction is { } known && IsSame(known, correction)) is { } made)
        {
            if (made.UnsentBy == EvaluationRun.Planner)
            {
                await dispatch.ExecuteAsync(made, cancel);
            }

            return made;
        }

        var last = revisions[^1];
        if (last.State != RunState.Published)
        {
            return last.State == RunState.Final
                ? new Refusal(RefusalKind.Conflict, RefusalCodes.PeriodFrozen, $"The result of {period} is final.")
                : NotReady(period);
        }

        if (await results.FindInputAsync(last, correction.Rating.EmployeeId, cancel) is null)
        {
            return NotFound.Evaluation(correction.Rating.EmployeeId, period);
        }

        var next = NextOf(last, correction);
        if (!await runs.AddAsync(next, cancel))
        {
            return NotReady(period);
        }

        RunMetrics.Reached(next);
        await dispatch.ExecuteAsync(next, cancel);
        return next;
    }

    private static bool IsSame(RatingCorrection one, RatingCorrection other) =>
        (one.Cause, one.Rating.EmployeeId, one.Rating.Late)
            == (other.Cause, other.Rating.EmployeeId, other.Rating.Late);

    private EvaluationRun NextOf(EvaluationRun last, RatingCorrection correction) => last with
    {
        Revision = last.Revision + 1,
        State = RunState.Planned,
        Attempt = 1,
        PlannedAt = clock.Now(),
        ProgressAt = clock.Now(),
        PublishedAt = null,
        FinalSince = null,
        Actor = null,
        Correction = correction,
        UnsentBy = EvaluationRun.Planner,
    };

    /// <summary>Another revision is on its way; this one begins from what that one publishes.</summary>
    private static Refusal NotReady(AppraisalPeriod period) =>
        new(RefusalKind.Conflict, RefusalCodes.RankingNotReady, $"The run of {period} has not published yet.");
}
