namespace Kinerja.Domain.Evaluation;

/// <summary>
/// Frozen inputs → evaluation. Predicate by the matrix; the head of a unit takes the unit's performance as result rating
/// (SE MenPANRB 3/2023); score = SKP × w + behaviour × (1 − w), half up to a hundredth (PP 30/2019 art. 41).
/// </summary>
public static class Evaluator
{
    public static EmployeeEvaluation Evaluate(EvaluationInput input, EvaluationPolicy policy)
    {
        if (input.Rating is not { } rating)
        {
            return new(input.EmployeeId, null, NotAssessedReason.NoRating, policy.Version);
        }

        if (input.HeadsUnit && input.UnitLevel is null)
        {
            return new(input.EmployeeId, null, NotAssessedReason.NoUnitPerformance, policy.Version);
        }

        var result = input.HeadsUnit ? policy.HeadResultByUnit[input.UnitLevel!.Value] : rating.Result;
        var assessment = new Assessment(
            policy.Matrix.PredicateOf(result, rating.Behaviour),
            result,
            rating.Behaviour,
            Score.Weigh(rating.Skp, policy.SkpPercent, rating.BehaviourScore),
            rating.BehaviourScore);
        return new(input.EmployeeId, assessment, null, policy.Version);
    }
}
