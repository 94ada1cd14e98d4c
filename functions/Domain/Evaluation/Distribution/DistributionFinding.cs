
namespace Kinerja.Domain.Evaluation.Distribution;

/// <summary>Whether a unit's predicates follow the pattern, or why that was not asked.</summary>
public enum DistributionStanding
{
    Kept,
    Breached,

    /// <summary>Fewer assessed people than the policy applies the pattern to.</summary>
    TooSmall,

    /// <summary>The leader above has not set the unit's performance, so no pattern follows from it.</summary>
    NoUnitPerformance,

    NobodyAssessed,
}

/// <summary>
/// A unit (or, without one, the agency) held against its pattern. A breach is for leaders to look at; nobody's
/// predicate is changed by it. CanHold is false where no predicates whatever of so many people would keep the pattern.
/// </summary>
public sealed record DistributionFinding(
    UnitId? UnitId,
    OrganisationLevel? Level,
    PredicateCounts Found,
    int NotAssessed,
    DistributionStanding Standing,
    IReadOnlyList<LimitFinding> Limits,
    bool CanHold)
{
    public IEnumerable<LimitFinding> Breaches => Limits.Where(limit => !limit.Kept);

    /// <summary>Assessed people by result and behaviour; a box without anybody is left out.</summary>
    public IReadOnlyDictionary<(ExpectationLevel Result, ExpectationLevel Behaviour), int> Boxes { get; init; } =
        new Dictionary<(ExpectationLevel, ExpectationLevel), int>();
}
