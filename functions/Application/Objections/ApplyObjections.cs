using Kinerja.Application.Evaluation;
using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Objections;

/// <summary>
/// Gives each changed result its revision of the run, one after the other, the earliest decision first: the next begins
/// from what the one before published. The superior's rating is the next version of the person's rating, so that
/// whoever reads ratings reads what the evaluation names. A revision is known by the person and the objection's id, so
/// a repeat finds the one that was made.
/// </summary>
public sealed class ApplyObjections(
    IAgencies agencies, IRatings ratings, IObjections objections, ReviseRun revise, TimeProvider clock)
{
    public Task<int> ApplyDueAsync(CancellationToken cancel) =>
        agencies.ForEachPeriodAsync("Revising for", clock, ApplyAsync, cancel);

    /// <summary>True when a revision was begun, or found to stand.</summary>
    public async Task<bool> ApplyAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel)
    {
        var waiting = await objections.ListAsync(agency, period, cancel).Where(o => o.Value.AwaitsRevision)
            .ToListAsync(cancel);
        if (waiting.Count == 0)
        {
            return false;
        }

        var next = waiting.OrderBy(o => o.Value.Ruling!.At).ThenBy(o => o.Value.Claim.EmployeeId).First();
        var objection = next.Value;
        if (await RatedAsync(agency, objection, cancel) is not { } rating)
        {
            return false;
        }

        var correction = new RatingCorrection(objection.Claim.Id, rating);
        var revised = await revise.ExecuteAsync(agency, period, correction, cancel);
        return revised.TryGet(out var run, out _)
            && await objections.PutAsync(objection with { AppliedIn = run.Revision }, next.Tag, [], cancel);
    }

    /// <summary>
    /// The superior's rating as the version that stands; null when somebody rated at the same moment, so that the timer
    /// does it.
    /// </summary>
    private async Task<Rating?> RatedAsync(AgencyId agency, Objection decided, CancellationToken cancel)
    {
        var claim = decided.Claim;
        var standing = await ratings.FindAsync(agency, claim.Period, claim.EmployeeId, cancel);
        if (standing?.Value.ObjectionId == claim.Id)
        {
            return standing.Value;
        }

        var rating = ObjectionRules.Apply(decided, standing?.Value);
        return await ratings.PutAsync(agency, rating, standing?.Tag, [], cancel) ? rating : null;
    }
}
