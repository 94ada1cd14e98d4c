using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.WorkPlans;

/// <summary>
/// What team leaders tell raters, across agencies: the leader's agency writes, into the person's agency, only for
/// assignments that name it, and reads only its own leaders' lists.
/// </summary>
public sealed class GiveTeamInput(AgencyDirectory register, ITeamAssignments assignments, TimeProvider clock)
{
    /// <summary>
    /// The same words again change nothing; other words are the next version, if <paramref name="condition"/>
    /// allows.
    /// </summary>
    public async Task<Result<TeamInput>> PutAsync(
        Actor actor,
        AgencyId agency,
        EmployeeId employee,
        ClientId id,
        Quarter quarter,
        TeamInputCommand claim,
        VersionCondition? condition,
        CancellationToken cancel)
    {
        var caller = actor.Agency;
        if (await register.FindAgencyAsync(agency, cancel) is not { } home)
        {
            return NotFound.Agency(agency);
        }

        // Another agency is not told who works here.
        if (caller == agency && await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var assignment = (await assignments.FindAsync(agency, employee, id, cancel))?.Value;
        var now = clock.Now();
        var input = new TeamInput(
            id, employee, quarter, caller, claim.LeaderId, claim.Level, claim.Words, claim.Evidence, now, 1)
        {
            Actor = actor.For(claim.LeaderId),
        };
        if (AssignmentRules.FaultOf(input, assignment, caller, now.InZone(home.Zone).Date) is { } refusal)
        {
            return refusal;
        }

        var current = await assignments.FindInputAsync(agency, employee, id, quarter, cancel);
        var version = current?.Value.Version ?? 0;
        if (current is not null && Same(current.Value, input))
        {
            return current.Value;
        }

        var next = input with { Version = version + 1 };
        return condition?.Allows(version) != false && await assignments.PutInputAsync(
            agency, next, current?.Tag, cancel)
            ? next
            : Refusal.Stale($"The input's current version is {version}, or has just changed.");
    }

    /// <summary>What a leader of that agency leads, by agency, person and assignment.</summary>
    public async Task<Result<IReadOnlyList<LedAssignment>>> ListLedAsync(
        AgencyId agency, EmployeeId leader, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        if (await register.FindEmployeeAsync(agency, leader, cancel) is null)
        {
            return NotFound.Employee(leader, "/leaderId");
        }

        var found = await assignments.ListLedAsync(agency, leader, cancel).ToListAsync(cancel);
        return found.OrderBy(l => l.AgencyId.ToString(), StringComparer.Ordinal)
            .ThenBy(l => l.Assignment.EmployeeId).ThenBy(l => l.Assignment.Id).ToList();
    }

    private static bool Same(TeamInput one, TeamInput other) =>
        StoredEvidenceLink.Write(one.Evidence).AsSpan().SequenceEqual(StoredEvidenceLink.Write(other.Evidence))
        && one == other
            with
        { Evidence = one.Evidence, GivenAt = one.GivenAt, Version = one.Version, Actor = one.Actor };
}
