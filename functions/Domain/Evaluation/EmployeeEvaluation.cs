namespace Kinerja.Domain.Evaluation;

/// <summary>Why a person has no predicate; a missing input is never a zero.</summary>
public enum NotAssessedReason
{
    NoRating,
    NoUnitPerformance,
}

/// <summary>What an assessed person comes out with.</summary>
public sealed record Assessment(
    Predicate Predicate,
    ExpectationLevel Result,
    ExpectationLevel Behaviour,
    Score Score,
    Score BehaviourScore);

/// <summary>One person's period: an assessment, or the reason why there is none, and the policy that said so.</summary>
public sealed record EmployeeEvaluation(
    EmployeeId EmployeeId,
    Assessment? Assessment,
    NotAssessedReason? NotAssessed,
    string PolicyVersion)
{
    /// <summary>The unit in which the person is counted and, where an agency wants it, ranked.</summary>
    public UnitId? UnitId { get; init; }

    public RewardFacts Reward { get; init; }

    public PersonFacts Facts { get; init; }
}
