using Kinerja.Domain.Feedback;

namespace Kinerja.Domain.Evaluation;

/// <summary>
/// What a suggestion is made from. Skp: the achievement of the work plan; the unit's level counts for its head only.
/// </summary>
public sealed record SuggestionInput(
    Score? Skp, IReadOnlyList<FeedbackNote> Notes, bool HeadsUnit, OrganisationLevel? UnitLevel);

/// <summary>
/// The suggestion of PP 30/2019 art. 41: SKP (at most 120) and behaviour, 70/30 where only the leader is heard and
/// 60/40 as soon as a peer or a subordinate is; bands of policy give the two levels, and a unit's head has the unit's
/// performance as result (SE MenPANRB 3/2023). Where the policy follows PP 30/2019 the score suggests the predicate.
/// Attendance and days worked elsewhere are no input.
/// </summary>
public static class SuggestionRules
{
    public static RatingSuggestion Suggest(SuggestionInput input, FeedbackPolicy feedback, EvaluationPolicy evaluation)
    {
        var behaviour = BehaviourScore.Of(input.Notes, feedback);
        var percent = behaviour.OthersHeard ? feedback.SkpPercentAllHeard : feedback.SkpPercentLeaderOnly;
        Score? score = input.Skp is { } skp && behaviour.Value is { } value
            ? Domain.Score.Weigh(skp, percent, value)
            : null;
        ExpectationLevel? result = input.HeadsUnit
            ? input.UnitLevel is { } unit ? evaluation.HeadResultByUnit[unit] : null
            : input.Skp is { } reached ? feedback.Bands.LevelOf(reached) : null;
        ExpectationLevel? conduct = behaviour.Value is { } points ? feedback.Bands.LevelOf(points) : null;
        return new(
            input.Skp,
            behaviour,
            percent,
            score,
            result,
            conduct,
            input.HeadsUnit,
            input.UnitLevel,
            PredicateOf(hasNewIdea: false),
            PredicateOf(hasNewIdea: true),
            [.. Missing(input, behaviour)]);

        // By the rule of the policy; a new idea can be flagged by the rater alone.
        Predicate? PredicateOf(bool hasNewIdea) => evaluation.Rule switch
        {
            PredicateRule.Pp30 => score is { } points ? evaluation.Bands.PredicateOf(points, hasNewIdea) : null,
            PredicateRule.Matrix => result is { } r && conduct is { } c ? evaluation.Matrix.PredicateOf(r, c) : null,
        };
    }

    private static IEnumerable<SuggestionGap> Missing(SuggestionInput input, BehaviourStatement behaviour)
    {
        if (input.Skp is null)
        {
            yield return SuggestionGap.WorkPlan;
        }

        if (behaviour.Value is null)
        {
            yield return SuggestionGap.Behaviour;
        }
        else if (behaviour.Roles.All(r => r.Role != GiverRole.Leader))
        {
            yield return SuggestionGap.LeaderFeedback;
        }

        if (input is { HeadsUnit: true, UnitLevel: null })
        {
            yield return SuggestionGap.UnitPerformance;
        }
    }
}
