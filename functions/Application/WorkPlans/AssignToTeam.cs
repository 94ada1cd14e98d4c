using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.WorkPlans;

/// <summary>An assignment with what its team's leader said, quarter by quarter.</summary>
public sealed record AssignmentWithInputs(TeamAssignment Assignment, IReadOnlyList<TeamInput> Inputs);

/// <summary>Team assignments of an agency's own people, in teams of any agency.</summary>
public sealed class AssignToTeam(AgencyDirectory register, ITeamAssignments assignments, TimeProvider clock)
{
    /// <summary>
    /// The same again is no new version. A leader of this agency must be registered; another agency's register is not
    /// asked.
    /// </summary>
    public async Task<Result<TeamAssignment>> PutAsync(
        Actor actor, EmployeeId employee, ClientId id, AssignmentCommand claim, VersionCondition? condition,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        if (claim.LeaderAgencyId == agency && await register.FindEmployeeAsync(agency, claim.LeaderId, cancel) is null)
        {
            return NotFound.Employee(claim.LeaderId, "/leaderId");
        }

        var current = await assignments.FindAsync(agency, employee, id, cancel);
        var version = current?.Value.Version ?? 0;
        var next = new TeamAssignment(
            id, employee, claim.Team, claim.Role, claim.LeaderAgencyId, claim.LeaderId, claim.Origin, claim.Letter,
            claim.From, claim.LastDay, clock.Now(), version + 1)
        {
            Actor = actor,
        };
        if (AssignmentRules.FaultOf(next, agency) is { } fault)
        {
            return Refusal.Malformed(fault.Pointer, fault.Detail);
        }

        if (current is not null && current.Value == next
            with
        { WrittenAt = current.Value.WrittenAt, Version = version, Actor = current.Value.Actor })
        {
            return current.Value;
        }

        return condition?.Allows(version) != false && await assignments.PutAsync(
            agency, next, current?.Tag, cancel)
            ? next
            : Refusal.Stale($"The assignment's current version is {version}, or has just changed.");
    }

    /// <summary>
    /// The person's assignments by first day, with what the teams' leaders said: for the person and the rater.
    /// </summary>
    public async Task<Result<IReadOnlyList<AssignmentWithInputs>>> ListAsync(
        AgencyId agency, EmployeeId employee, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var inputs = (await assignments.ListInputsAsync(agency, employee, cancel).ToListAsync(cancel)).ToLookup(
            i => i.AssignmentId);
        var found = await assignments.ListAsync(agency, employee, cancel).ToListAsync(cancel);
        return found.OrderBy(a => a.From).ThenBy(a => a.Id)
            .Select(a => new AssignmentWithInputs(a, [.. inputs[a.Id].OrderBy(i => i.Quarter)]))
            .ToList();
    }
}
