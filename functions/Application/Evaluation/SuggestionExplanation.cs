using Kinerja.Application.Explanations;
using Kinerja.Application.Feedback;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;
using static Kinerja.Application.Evaluation.SuggestionTexts;

namespace Kinerja.Application.Evaluation;

/// <summary>
/// How a suggestion came about: the plan's steps, those of the behaviour score, then weights, score, levels and
/// predicate.
/// </summary>
internal static class SuggestionExplanation
{
    private static readonly Told Article = Sources.Pp30(41);

    internal static IReadOnlyList<ExplanationStep> Of(SuggestedRating suggested)
    {
        var (suggestion, feedback, evaluation) = (suggested.Suggestion, suggested.Feedback, suggested.Evaluation);
        return
        [
            .. SkpExplanation.Of(suggested.Plan),
            Skp(suggested),
            .. BehaviourExplanation.Of(suggestion.Behaviour, feedback),
            Weights(suggestion, feedback),
            Score(suggestion, feedback),
            Result(suggestion, feedback, evaluation),
            Behaviour(suggestion, feedback),
            evaluation.Rule switch
            {
                PredicateRule.Matrix => ByMatrix(suggestion, evaluation),
                PredicateRule.Pp30 => ByScore(suggestion, evaluation),
            },
            Step(SuggestionStepCode.RaterDecides, evaluation.Version),
        ];
    }

    private static ExplanationStep Skp(SuggestedRating suggested) =>
        (suggested.Suggestion.Skp, suggested.Plan.Statement.Value) switch
        {
            (null, _) => Step(SuggestionStepCode.SkpMissing, suggested.Plan.Policy.Version),
            ({ } score, null) => Step(SuggestionStepCode.SkpFromElsewhere, "skpScore", ("score", score)),
            ({ } score, _) => Step(SuggestionStepCode.SkpFromPlan, suggested.Plan.Policy.Version, ("score", score)),
        };

    private static ExplanationStep Weights(RatingSuggestion suggestion, FeedbackPolicy policy) => Step(
        suggestion.Behaviour.OthersHeard
            ? SuggestionStepCode.WeightsOthersHeard
            : SuggestionStepCode.WeightsLeaderAlone,
        Sources.All(Article, policy.Version),
        ("skp", suggestion.SkpPercent),
        ("behaviour", 100 - suggestion.SkpPercent));

    private static ExplanationStep Score(RatingSuggestion suggestion, FeedbackPolicy policy) =>
        suggestion is { Score: { } score, Skp: { } skp, Behaviour.Value: { } behaviour }
            ? Step(
                SuggestionStepCode.ScoreWeighed,
                Article,
                ("skp", skp),
                ("skpPercent", suggestion.SkpPercent),
                ("behaviour", behaviour),
                ("behaviourPercent", 100 - suggestion.SkpPercent),
                ("score", score))
            : Step(SuggestionStepCode.ScoreMissing, policy.Version);

    private static ExplanationStep Result(
        RatingSuggestion suggestion, FeedbackPolicy feedback, EvaluationPolicy evaluation) => suggestion switch
        {
            { HeadsUnit: true, UnitLevel: { } level, ResultLevel: { } result } => Step(
                SuggestionStepCode.ResultByUnit,
                $"SE MenPANRB 3/2023; {evaluation.Version}",
                ("level", Told.Of(level)),
                ("result", Told.Of(result))),
            { HeadsUnit: true } => Step(
                SuggestionStepCode.UnitPerformanceMissing, $"SE MenPANRB 3/2023; {evaluation.Version}"),
            { Skp: { } skp, ResultLevel: { } result } => Step(
                SuggestionStepCode.ResultByBands,
                feedback.Version,
                ("skp", skp),
                ("result", Told.Of(result)),
                ("above", feedback.Bands.Above),
                ("meets", feedback.Bands.Meets)),
            _ => Step(SuggestionStepCode.ResultMissing, feedback.Version),
        };

    private static ExplanationStep Behaviour(RatingSuggestion suggestion, FeedbackPolicy policy) =>
        suggestion is { Behaviour.Value: { } score, BehaviourLevel: { } level }
            ? Step(
                SuggestionStepCode.BehaviourByBands,
                policy.Version,
                ("score", score),
                ("behaviour", Told.Of(level)),
                ("above", policy.Bands.Above),
                ("meets", policy.Bands.Meets))
            : Step(SuggestionStepCode.BehaviourMissing, policy.Version);

    private static ExplanationStep ByMatrix(RatingSuggestion suggestion, EvaluationPolicy policy)
    {
        var source = $"PermenPANRB 6/2022; {policy.Matrix.Version}";
        return suggestion is { ResultLevel: { } result, BehaviourLevel: { } behaviour, Predicate: { } predicate }
            ? Step(
                SuggestionStepCode.PredicateByMatrix,
                source,
                ("result", Told.Of(result)),
                ("behaviour", Told.Of(behaviour)),
                ("predicate", Told.Of(predicate)))
            : Step(SuggestionStepCode.MatrixLacksLevel, source);
    }

    private static ExplanationStep ByScore(RatingSuggestion suggestion, EvaluationPolicy policy)
    {
        var source = Sources.All(Article, policy.Version);
        return suggestion switch
        {
            { Score: { } score, Predicate: { } predicate, WithNewIdea: { } withIdea } => predicate == withIdea
                ? Step(
                    SuggestionStepCode.PredicateByScore,
                    source,
                    ("score", score),
                    ("predicate", Told.Of(predicate)))
                : Step(
                    SuggestionStepCode.PredicateByScoreOrIdea,
                    source,
                    ("score", score),
                    ("predicate", Told.Of(predicate)),
                    ("withIdea", Told.Of(withIdea))),
            _ => Step(SuggestionStepCode.NoScoreNoPredicate, source),
        };
    }
}
