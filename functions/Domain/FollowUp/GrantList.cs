using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Domain.FollowUp;

/// <summary>What became of a line. Only <see cref="Proposed"/> can be decided.</summary>
public enum GrantState
{
    /// <summary>In the top share and eligible: waits for a person's decision.</summary>
    Proposed,

    /// <summary>
    /// In the top share, but something rules flexible work out; the reasons say what. The place goes to nobody else.
    /// </summary>
    NotEligible,

    /// <summary>One of a group of equals that would have crossed the cap.</summary>
    TiedAtCap,

    /// <summary>Within the share, but the ranking's own policy left the person out of the reward.</summary>
    ExcludedFromReward,

    Approved,
    Declined,
}

/// <summary>Who decided a line, and why.</summary>
public sealed record GrantDecision(EmployeeId DecidedBy, bool Approved, string Reason, Instant At)
{
    public Actor? Actor { get; init; }
}

/// <summary>One person of a grant list, with every reason for a "no" at once.</summary>
public sealed record GrantLine(
    EmployeeId EmployeeId, int Place, GrantState State, IReadOnlyList<FlexibleReason> Reasons, GrantDecision? Decision)
{
    /// <summary>Nothing rules out flexible work; where something does, an approved line gives leave alone.</summary>
    public bool IsFlexible => Reasons.Count == 0;

    public bool IsSameAs(GrantLine other) =>
        Reasons.SequenceEqual(other.Reasons) && this == other with { Reasons = Reasons };
}

/// <summary>
/// Grants of flexible work proposed from the top share of one revision of a ranking, for people to approve. From
/// <paramref name="From"/> up to but not including <paramref name="To"/>.
/// </summary>
public sealed record GrantList(
    AgencyId AgencyId,
    AppraisalPeriod Period,
    int Revision,
    LocalDate From,
    LocalDate To,
    GrantTerms Terms,
    string PolicyVersion,
    EmployeeId ProposedBy,
    Instant ProposedAt)
{
    public Actor? Actor { get; init; }

    /// <summary>Where what is granted came from, as its entitlements say.</summary>
    public string Source => $"ranking {Period} r{Revision}";

    /// <summary>Whether whoever is granted gets the same, whoever proposed it and when.</summary>
    public bool HasTermsOf(GrantList other) => (From, To, Terms) == (other.From, other.To, other.Terms);

    /// <summary>
    /// What an approved line becomes: one entitlement for the place, one for the time, one for leave, as the terms say.
    /// Whom something rules out of flexible work gets the leave alone.
    /// </summary>
    public IEnumerable<Entitlement> Entitlements(GrantLine line) => new[]
    {
        Terms.DaysPerWeek is { } days && line.IsFlexible ? Of(line, EntitlementKind.FlexiblePlace, null, days) : null,
        Terms.Start is { } start && line.IsFlexible ? Of(line, EntitlementKind.FlexibleStart, start, null) : null,
        Terms.DaysOff is { } off ? Of(line, EntitlementKind.DayOff, null, null) with { DaysOff = off } : null,
    }.OfType<Entitlement>();

    private Entitlement Of(GrantLine line, EntitlementKind kind, LocalTime? start, int? days) =>
        new(line.EmployeeId, kind, From, To, start, days, Source, line.Decision!.At)
        {
            Actor = line.Decision.Actor,
            DecidedBy = line.Decision.DecidedBy,
        };
}
