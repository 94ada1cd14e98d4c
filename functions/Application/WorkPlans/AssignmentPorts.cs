using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

/// <summary>A team assignment as the person's agency hands it over.</summary>
public sealed record AssignmentCommand(
    string Team,
    string Role,
    AgencyId LeaderAgencyId,
    EmployeeId LeaderId,
    AssignmentOrigin Origin,
    string Letter,
    LocalDate From,
    LocalDate LastDay);

/// <summary>What a team's leader says about a quarter.</summary>
public sealed record TeamInputCommand(
    EmployeeId LeaderId, ExpectationLevel? Level, string Words, IReadOnlyList<EvidenceLink> Evidence);

/// <summary>An assignment with the agency in whose register the person is.</summary>
public sealed record LedAssignment(AgencyId AgencyId, TeamAssignment Assignment);

/// <summary>
/// Team assignments stand in the agency of the person. A leader's agency finds its own through a list that each write
/// keeps; an assignment that changed its leader is no longer in the former one's.
/// </summary>
public interface ITeamAssignments
{
    Task<Tagged<TeamAssignment>?> FindAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel);

    IAsyncEnumerable<TeamAssignment> ListAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel);

    /// <summary>What that leader leads, in whatever agencies the people are.</summary>
    IAsyncEnumerable<LedAssignment> ListLedAsync(AgencyId leaderAgency, EmployeeId leader, CancellationToken cancel);

    /// <summary>
    /// Writes a new one (tag null) or the next version of a known one; false when somebody else wrote meanwhile.
    /// </summary>
    Task<bool> PutAsync(AgencyId agency, TeamAssignment assignment, string? tag, CancellationToken cancel);

    Task<Tagged<TeamInput>?> FindInputAsync(
        AgencyId agency, EmployeeId employee, ClientId id, Quarter quarter, CancellationToken cancel);

    /// <summary>Every input on every assignment of that person.</summary>
    IAsyncEnumerable<TeamInput> ListInputsAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel);

    Task<bool> PutInputAsync(AgencyId agency, TeamInput input, string? tag, CancellationToken cancel);
}
