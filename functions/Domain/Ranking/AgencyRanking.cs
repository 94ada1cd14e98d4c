using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Ranking;

/// <summary>
/// Whether a person is in the top share. A group of equals that would cross the cap stays out as a whole and is named
/// so: nobody is taken by an accident of order. Who is excluded from the reward fills a place of the share all the
/// same.
/// </summary>
public enum TopShare : byte
{
    Out,
    In,
    TiedAtCap,
    ExcludedFromReward,
}

/// <summary>
/// One person's place. Equal people share a place and the next one is skipped: 1, 2, 2, 4. The percent rank is SQL's:
/// (place − 1) / (assessed − 1), 0 for a single person; the smaller, the better.
/// </summary>
public readonly record struct RankingLine(
    int Place,
    EmployeeId EmployeeId,
    Predicate Predicate,
    Score Score,
    Score BehaviourScore,
    TopShare Top,
    double PercentRank)
{
    /// <summary>
    /// The place in the person's unit by the same rule; null unless the policy asks for it and the unit is known.
    /// </summary>
    public int? UnitPlace { get; init; }
}

/// <summary>A person who is not ranked, and why: listed for the leader, never a zero.</summary>
public readonly record struct NotAssessedPerson(EmployeeId EmployeeId, NotAssessedReason Reason);

/// <summary>A person within the cut who does not get the reward, and why.</summary>
public readonly record struct ExcludedPerson(EmployeeId EmployeeId, int Place, RewardExclusions Reasons);

/// <summary>
/// An agency's order of the assessed. Those without a predicate are listed and never ranked. In the top share and
/// excluded from the reward together never exceed the cap.
/// </summary>
public sealed record AgencyRanking(
    IReadOnlyList<RankingLine> Lines,
    IReadOnlyList<NotAssessedPerson> NotAssessed,
    IReadOnlyList<ExcludedPerson> ExcludedFromReward,
    int Cap,
    int InTopShare,
    int TiedAtCap,
    string PolicyVersion)
{
    public int Assessed => Lines.Count;

    /// <summary>
    /// True when so few are assessed that nobody is in the top share, whatever the percentage would give.
    /// </summary>
    public bool BelowMinimumCohort { get; init; }

    /// <summary>Predicates by unit, in the order of the units' ids: what a check of the distribution reads.</summary>
    public IReadOnlyList<UnitTally> Units { get; init; } = [];
}
