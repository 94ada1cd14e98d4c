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
        var predicate = PredicateOf(score, result, conduct, evaluation);
        return new(
            input.Skp,
            behaviour,
            percent,
            score,
            result,
            conduct,
            predicate,
            [.. Missing(input, behaviour)],
            [
                .. Steps(input, behaviour, feedback, percent, score, result, conduct),
                PredicateStep(score, predicate, evaluation)
            ]);
    }

    /// <summary>
    /// By the rule of the policy; by the score it is the one without a new idea, which only the rater can flag.
    /// </summary>
    private static Predicate? PredicateOf(
        Score? score, ExpectationLevel? result, ExpectationLevel? conduct, EvaluationPolicy policy) =>
        policy.Rule switch
        {
            PredicateRule.Pp30 => score is { } points ? policy.Bands.PredicateOf(points, hasNewIdea: false) : null,
            PredicateRule.Matrix => result is { } r && conduct is { } c ? policy.Matrix.PredicateOf(r, c) : null,
        };

    private static string PredicateStep(Score? score, Predicate? predicate, EvaluationPolicy policy)
    {
        if (policy.Rule == PredicateRule.Matrix)
        {
            return $"predicate by the matrix: {Text(predicate)}; the rater decides";
        }

        var withIdea = score is { } points ? policy.Bands.PredicateOf(points, hasNewIdea: true) : predicate;
        var idea = withIdea == predicate ? "" : $" without a new idea, {Text(withIdea)} with one";
        return $"predicate by the score (PP 30/2019 art. 41): {Text(predicate)}{idea}; the rater decides";
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

    private static IEnumerable<string> Steps(
        SuggestionInput input,
        BehaviourStatement behaviour,
        FeedbackPolicy policy,
        int percent,
        Score? score,
        ExpectationLevel? result,
        ExpectationLevel? conduct)
    {
        yield return input.Skp is { } skp ? $"SKP: {skp} of at most 120" : "SKP: missing, left out";
        foreach (var role in behaviour.Roles)
        {
            yield return $"behaviour, {role.Role}, weight {role.Weight}: {role.Arithmetic}";
        }

        yield return $"behaviour: {behaviour.Arithmetic}";
        yield return behaviour.OthersHeard
            ? $"weights: {percent}/{100 - percent}, since peers or subordinates were heard (PP 30/2019 art. 41)"
            : $"weights: {percent}/{100 - percent}, since only the leader is heard (PP 30/2019 art. 41)";
        yield return score is null
            ? "score: none, since a part is missing"
            : $"score: {input.Skp} × {percent}% + {behaviour.Value} × {100 - percent}% = {score}";
        yield return input.HeadsUnit
            ? $"result: {Text(result)}, from the unit's performance ({Text(input.UnitLevel)}), since the person heads the unit"
            : $"result: {Text(result)}, above from {policy.Bands.Above}, meets from {policy.Bands.Meets}";
        yield return $"behaviour level: {Text(conduct)}, by the same bands";
    }

    private static string Text<T>(T? value)
        where T : struct, Enum => value is { } given ? given.ToString() : "none";
}
