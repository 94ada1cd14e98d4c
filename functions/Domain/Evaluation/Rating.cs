using NodaTime;

namespace Kinerja.Domain.Evaluation;

/// <summary>
/// The rater's judgement on one person's quarter or year: the two ratings that make the predicate and the two figures
/// that order people of the same predicate. Version counts from 1 with every change: before the period's run froze it,
/// and until the result is final by a late rating or by a decided objection. As a client hands it over it has none yet:
/// the version, the time and who acted are the server's to say.
/// </summary>
public sealed record Rating(
    AppraisalPeriod Period,
    EmployeeId EmployeeId,
    EmployeeId RaterId,
    ExpectationLevel Result,
    ExpectationLevel Behaviour,
    Score Skp,
    Score BehaviourScore,
    string? Reason,
    Instant RatedAt,
    int Version)
{
    /// <summary>Flagged by the rater; read where the policy follows PP 30/2019 art. 41.</summary>
    public NewIdea? NewIdea { get; init; }

    public Actor? Actor { get; init; }

    /// <summary>
    /// Given after the period's run froze its inputs, with a reason: it is in the result from the next revision on.
    /// </summary>
    public bool Late { get; init; }

    /// <summary>The objection whose decision put it in the rater's place; null for a rater's own.</summary>
    public ClientId? ObjectionId { get; init; }

    /// <summary>Null while the rating stands; a voided one counts nowhere and stays readable.</summary>
    public RatingVoid? Voided { get; init; }
}

/// <summary>Why a rating counts no longer: the wrong one gave it, and who is to rate instead.</summary>
public sealed record RatingVoid(EmployeeId RightRaterId, EmployeeId ById, string Reason, Instant At)
{
    public Actor? Actor { get; init; }
}

/// <summary>
/// A new idea or way that benefits the organisation or the state, with a link to its evidence: PP 30/2019 art. 41 asks
/// for one in whoever is to be Sangat Baik.
/// </summary>
public sealed record NewIdea(string Words, string EvidenceLink);

/// <summary>A unit's performance in a period, set by the leader above it (SE MenPANRB 3/2023, step 1).</summary>
public sealed record UnitPerformance(
    AppraisalPeriod Period, UnitId UnitId, OrganisationLevel Level, EmployeeId SetById, Instant SetAt)
{
    public Actor? Actor { get; init; }
}
