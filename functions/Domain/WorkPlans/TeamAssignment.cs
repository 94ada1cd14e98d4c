using NodaTime;

namespace Kinerja.Domain.WorkPlans;

/// <summary>How somebody came to a team (PermenPANRB 7/2022): sent by the superior, or by applying.</summary>
public enum AssignmentOrigin
{
    Appointed,
    Applied,
}

/// <summary>
/// A person's work in a team across units or agencies (PermenPANRB 7/2022). The leader (ketua tim) may be of another
/// agency; nobody's register is asked about strangers, so the leader's id is that agency's word. From the first day to
/// the last, both included.
/// </summary>
public sealed record TeamAssignment(
    ClientId Id,
    EmployeeId EmployeeId,
    string Team,
    string Role,
    AgencyId LeaderAgencyId,
    EmployeeId LeaderId,
    AssignmentOrigin Origin,
    string Letter,
    LocalDate From,
    LocalDate LastDay,
    Instant WrittenAt,
    int Version)
{
    public Actor? Actor { get; init; }
}

/// <summary>What the team's leader tells the member's rater about one quarter; a consideration, no rating.</summary>
public sealed record TeamInput(
    ClientId AssignmentId,
    EmployeeId EmployeeId,
    Quarter Quarter,
    AgencyId LeaderAgencyId,
    EmployeeId LeaderId,
    ExpectationLevel? Level,
    string Words,
    IReadOnlyList<EvidenceLink> Evidence,
    Instant GivenAt,
    int Version)
{
    public Actor? Actor { get; init; }
}
