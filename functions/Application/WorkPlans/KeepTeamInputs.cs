using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.WorkPlans;

/// <summary>
/// What team leaders tell raters, across agencies: the leader's agency writes, into the person's agency, only for
/// assignments that name it, and reads only its own leaders' lists.
/// </summary>
public sealed class KeepTeamInputs(AgencyDirectory register, ITeamAssignments assignments, TimeProvider clock)
{
    /// <summary>
    /// The same words again change nothing; other words are the next version, if <paramref name="expectedVersion"/>
    /// allows.
    /// </summary>
    public async Task<Result<TeamInput>> PutAsync(
        AgencyId caller,
        AgencyId agency,
        EmployeeId employee,
        ClientId id,
        Quarter quarter,
        TeamInputCommand claim,
        int? expectedVersion,
        CancellationToken cancel)
    {
        var home = await register.FindAgencyAsync(agency, cancel);
        var assignment = home is null ? null : (await assignments.FindAsync(agency, employee, id, cancel))?.Value;
        var now = clock.Now();
        var input = new TeamInput(
            id, employee, quarter, caller, claim.LeaderId, claim.Level, claim.Words, claim.Evidence, now, 1);
        var today = home is null ? default : now.InZone(home.Zone).Date;
        if (AssignmentRules.FaultOf(input, assignment, caller, today) is { } refusal)
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
        return (expectedVersion is null || expectedVersion == version) && await assignments.PutInputAsync(
            agency, next, current?.Tag, cancel)
            ? next
            : Refusal.Stale($"The input's current version is {version}, or has just changed.");
    }

    /// <summary>What a leader of that agency leads, by agency, person and assignment.</summary>
    public async Task<Result<IReadOnlyList<LedAssignment>>> ListLedAsync(
        AgencyId agency, EmployeeId leader, CancellationToken cancel)
    {
        var found = await assignments.ListLedAsync(agency, leader, cancel).ToListAsync(cancel);
        return found.OrderBy(l => l.AgencyId.ToString(), StringComparer.Ordinal)
            .ThenBy(l => l.Assignment.EmployeeId).ThenBy(l => l.Assignment.Id).ToList();
    }

    private static bool Same(TeamInput one, TeamInput other) =>
        StoredEvidenceLink.Write(one.Evidence).AsSpan().SequenceEqual(StoredEvidenceLink.Write(other.Evidence))
        && one == other with { Evidence = one.Evidence, GivenAt = one.GivenAt, Version = one.Version };
}
