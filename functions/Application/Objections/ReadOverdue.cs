using Kinerja.Application.FollowUp;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Objections;

/// <summary>Objections and proposals of which a term is over and nobody has done what was due.</summary>
public sealed record OverdueCases(IReadOnlyList<Objection> Objections, IReadOnlyList<Proposal> Proposals);

/// <summary>
/// What the timer found over and what is still so: for the personnel office all of it, for an official the objections
/// that wait for him or were escalated to him. Proposals wait for the personnel office alone.
/// </summary>
public sealed class ReadOverdue(
    AgencyDirectory register, IObjections objections, IProposals proposals, TimeProvider clock)
{
    /// <summary>One look; what is left comes once these are dealt with.</summary>
    private const int Most = 500;

    public async Task<Result<OverdueCases>> ListAsync(AgencyId agency, EmployeeId? official, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is not { } home)
        {
            return NotFound.Agency(agency);
        }

        if (official is { } named && await register.FindEmployeeAsync(agency, named, cancel) is null)
        {
            return NotFound.Employee(named, "/officialId");
        }

        var open = new List<Objection>();
        foreach (var period in RunRules.InReach(home, clock.Now()))
        {
            open.AddRange(await objections.ListAsync(agency, period, cancel)
                .Select(o => o.Value).Where(o => IsOverdue(o) && Concerns(o, official)).ToListAsync(cancel));
        }

        var due = official is not null
            ? []
            : await proposals.ListAsync(agency, ProposalState.Decided, null, cancel).Where(p => p.IsReminded).Take(Most)
                .ToListAsync(cancel);
        return new OverdueCases(
            [.. open.OrderBy(o => o.DecideBy).ThenBy(o => o.Claim.EmployeeId).Take(Most)],
            [.. due.OrderBy(p => p.DueOn).ThenBy(p => p.EmployeeId)]);
    }

    private static bool IsOverdue(Objection known) =>
        known.State == ObjectionState.Filed
            && (known.Overdue is not null || known is { HearingLapsedAt: not null, IsHeard: false });

    private static bool Concerns(Objection known, EmployeeId? official) =>
        official is null || known.SuperiorId == official || known.Overdue?.To == official;
}
