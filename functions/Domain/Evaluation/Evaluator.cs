namespace Kinerja.Domain.Evaluation;

/// <summary>
/// Frozen inputs → evaluation. Predicate by the matrix (PermenPANRB 6/2022), or by the score's bands where the policy
/// says so (PP 30/2019 art. 41); the head of a unit takes the unit's performance as result rating (SE MenPANRB 3/2023);
/// score = SKP × w + behaviour × (1 − w), half up to a hundredth (PP 30/2019 art. 41).
/// </summary>
public static class Evaluator
{
    public static EmployeeEvaluation Evaluate(EvaluationInput input, EvaluationPolicy policy) =>
        new(input.EmployeeId, OutcomeOf(input, policy), policy.Version)
        {
            UnitId = input.UnitId,
            Reward = input.Reward,
            Facts = input.Facts,
        };

    /// <summary>The rule itself; returns a struct, so that ranking allocates nothing.</summary>
    public static Outcome OutcomeOf(EvaluationInput input, EvaluationPolicy policy)
    {
        if (input.Rating is not { } rating)
        {
            return NotAssessedReason.NoRating;
        }

        if (input.HeadsUnit && input.UnitLevel is null && policy.Rule == PredicateRule.Matrix)
        {
            return NotAssessedReason.NoUnitPerformance;
        }

        var result = input is { HeadsUnit: true, UnitLevel: { } level }
            ? policy.HeadResultByUnit[level]
            : rating.Result;
        var score = Score.Weigh(rating.Skp, policy.SkpPercent, rating.BehaviourScore);
        var predicate = policy.Rule == PredicateRule.Pp30
            ? policy.Bands.PredicateOf(score, rating.NewIdea is not null)
            : policy.Matrix.PredicateOf(result, rating.Behaviour);
        return new Assessment(predicate, result, rating.Behaviour, score, rating.BehaviourScore);
    }
}
