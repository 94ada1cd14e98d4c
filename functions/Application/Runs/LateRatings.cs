using Kinerja.Application.Evaluation;
using Kinerja.Application.Objections;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Runs;

/// <summary>
/// Ratings that came after a run froze its inputs: whether one may be given, and the revision that they make. The first
/// that waits begins it, at once or by the timer when another revision is on its way; all that were given by then go
/// into it.
/// </summary>
public sealed class LateRatings(
    IAgencies agencies, IRuns runs, IRunResults results, IRatings ratings, IObjections objections, ReviseRun revise,
    TimeProvider clock)
{
    /// <summary>Null when the rating may be given.</summary>
    public async Task<Refusal?> WhyNotAsync(
        EvaluationRun newest, Rating asked, Rating? standing, CancellationToken cancel)
    {
        var objection = await objections.FindAsync(newest.AgencyId, newest.Period, asked.EmployeeId, cancel);
        if (LateRatingRules.WhyNot(newest, asked, standing, objection?.Value) is { } refusal)
        {
            return refusal;
        }

        // A revision that is on its way has frozen the same people as the one before.
        var first = newest with { Revision = 1 };
        return await results.FindInputAsync(first, asked.EmployeeId, cancel) is null
            ? NotFound.Evaluation(asked.EmployeeId, newest.Period)
            : null;
    }

    public Task<int> ApplyDueAsync(CancellationToken cancel) =>
        agencies.ForEachPeriodAsync("Revising by late ratings for", clock, ApplyAsync, cancel);

    /// <summary>True when a revision was begun.</summary>
    public async Task<bool> ApplyAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel)
    {
        if (await runs.FindAsync(agency, period, cancel) is not { Value: { State: RunState.Published } newest }
            || await FirstWaitingAsync(newest, cancel) is not { } late)
        {
            return false;
        }

        var cause = ClientId.Parse($"late-rating-v{late.Version}").Value;
        var revised = await revise.ExecuteAsync(agency, period, new RatingCorrection(cause, late), cancel);
        return revised.Refusal is null;
    }

    /// <summary>Whether a late rating is not in the newest revision yet.</summary>
    public async Task<bool> AnyWaitAsync(EvaluationRun newest, CancellationToken cancel) =>
        await FirstWaitingAsync(newest, cancel) is not null;

    private async Task<Rating?> FirstWaitingAsync(EvaluationRun newest, CancellationToken cancel)
    {
        await foreach (var late in ratings.ListLateAsync(newest.AgencyId, newest.Period, HashRange.All, cancel))
        {
            var input = await results.FindInputAsync(newest, late.EmployeeId, cancel);
            if (input is not null && (input.Rating?.Version ?? 0) < late.Version)
            {
                return late;
            }
        }

        return null;
    }
}
