namespace Kinerja.Domain.Evaluation;

/// <summary>
/// What one person's evaluation comes to, without an object: the figures of an <see cref="Assessment"/>, or the reason
/// why there are none. An agency of 100,000 is evaluated through it without allocating.
/// </summary>
public readonly record struct Outcome(
    NotAssessedReason? NotAssessed,
    Predicate Predicate,
    ExpectationLevel Result,
    ExpectationLevel Behaviour,
    Score Score,
    Score BehaviourScore)
{
    public static Outcome Missing(NotAssessedReason reason) => new(reason, default, default, default, default, default);

    /// <summary>Null for a person who is not assessed.</summary>
    public Assessment? Assessment =>
        NotAssessed is null ? new Assessment(Predicate, Result, Behaviour, Score, BehaviourScore) : null;
}
