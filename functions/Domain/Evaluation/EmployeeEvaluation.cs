namespace Kinerja.Domain.Evaluation;

/// <summary>Why a person has no predicate; a missing input is never a zero.</summary>
public enum NotAssessedReason
{
    NoRating,
    NoUnitPerformance,
}

/// <summary>What an assessed person comes out with.</summary>
public readonly record struct Assessment(
    Predicate Predicate,
    ExpectationLevel Result,
    ExpectationLevel Behaviour,
    Score Score,
    Score BehaviourScore);

/// <summary>
/// What one person's period comes to: an assessment, or the reason why there is none. An agency of 100,000 is evaluated
/// and ranked through it without an object for each.
/// </summary>
public readonly record struct Outcome
{
    public Assessment? Assessment { get; private init; }

    public NotAssessedReason? NotAssessed { get; private init; }

    public static implicit operator Outcome(Assessment assessment) => new() { Assessment = assessment };

    public static implicit operator Outcome(NotAssessedReason reason) => new() { NotAssessed = reason };
}

/// <summary>What one person's period came to, and the policy that said so.</summary>
public sealed record EmployeeEvaluation(EmployeeId EmployeeId, Outcome Outcome, string PolicyVersion)
{
    public Assessment? Assessment => Outcome.Assessment;

    public NotAssessedReason? NotAssessed => Outcome.NotAssessed;

    /// <summary>The unit in which the person is counted and, where an agency wants it, ranked.</summary>
    public UnitId? UnitId { get; init; }

    public RewardFacts Reward { get; init; }

    public PersonFacts Facts { get; init; }
}
