using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Objections;

/// <summary>
/// Gives each changed result its revision of the run, one after the other, the earliest decision first: the next begins
/// from what the one before published. A revision is known by the person and the objection's id, so a repeat finds the
/// one that was made.
/// </summary>
public sealed class ApplyObjections(
    IAgencies agencies, IRuns runs, IRunResults results, IObjections objections, ReviseRun revise, TimeProvider clock)
{
    public Task<int> ApplyDueAsync(CancellationToken cancel) =>
        agencies.ForEachAsync("Revising for", ApplyAsync, cancel);

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
        var delivered = await runs.ListAsync(agency, period, cancel).LastAsync(r => r.PublishedAt is not null, cancel);
        var input = await results.FindInputAsync(delivered, objection.Claim.EmployeeId, cancel);
        var correction = new RatingCorrection(objection.Claim.Id, ObjectionRules.Apply(objection, input!.Rating!));
        var revised = await revise.ExecuteAsync(agency, period, correction, cancel);
        return revised.TryGet(out var run, out _)
            && await objections.PutAsync(objection with { AppliedIn = run.Revision }, next.Tag, [], cancel);
    }

    private async Task<int> ApplyAsync(Agency agency, CancellationToken cancel)
    {
        var begun = 0;
        foreach (var period in RunRules.InReach(agency, clock.Now()))
        {
            begun += await ApplyAsync(agency.Id, period, cancel) ? 1 : 0;
        }

        return begun;
    }
}
