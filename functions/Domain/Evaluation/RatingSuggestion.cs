using Kinerja.Domain.Feedback;

namespace Kinerja.Domain.Evaluation;

/// <summary>What a suggestion lacks; what is missing is left out and never counts as zero.</summary>
public enum SuggestionGap
{
    /// <summary>No result of an agreed work plan could be counted.</summary>
    WorkPlan,

    /// <summary>Nobody gave a level on any of the seven values that counts.</summary>
    Behaviour,

    /// <summary>The rater has not said anything on behaviour, though others have.</summary>
    LeaderFeedback,

    /// <summary>The person heads a unit whose performance nobody has set.</summary>
    UnitPerformance,
}

/// <summary>
/// What the figures would suggest, computed before the rater rates and shown with its arithmetic. It is never a rating:
/// the rater decides, and nothing is stored of it.
/// </summary>
/// <param name="HeadsUnit">Then the result comes from <paramref name="UnitLevel"/>, not from the SKP.</param>
/// <param name="WithNewIdea">The predicate if the rater flags a new idea; it differs by PP 30/2019 alone.</param>
public sealed record RatingSuggestion(
    Score? Skp,
    BehaviourStatement Behaviour,
    int SkpPercent,
    Score? Score,
    ExpectationLevel? ResultLevel,
    ExpectationLevel? BehaviourLevel,
    bool HeadsUnit,
    OrganisationLevel? UnitLevel,
    Predicate? Predicate,
    Predicate? WithNewIdea,
    IReadOnlyList<SuggestionGap> Missing);
