using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Ranking;

/// <summary>
/// An agency → its ranking: predicate first, then score, then behaviour score; equal on all three is an equal place.
/// Within a place the list is ordered by id, so that the same people give the same bytes; that order means nothing.
/// PNS and PPPK are ranked together (PermenPANRB 6/2022): nothing here knows which a person is.
/// </summary>
public static class Ranker
{
    /// <summary>In any order.</summary>
    public static AgencyRanking Rank(IReadOnlyCollection<EmployeeEvaluation> evaluations, RankingPolicy policy)
    {
        using var cohort = new Cohort(evaluations.Count, policy);
        foreach (var evaluation in evaluations)
        {
            cohort.Add(evaluation.EmployeeId, evaluation.UnitId, evaluation.Outcome, evaluation.Reward);
        }

        return cohort.Rank();
    }

    /// <summary>
    /// Evaluates and ranks at once, without an object for each evaluation; fastest in the order of ids.
    /// </summary>
    public static AgencyRanking Rank(
        ReadOnlySpan<EvaluationInput> inputs, EvaluationPolicy evaluation, RankingPolicy policy)
    {
        using var cohort = new Cohort(inputs.Length, policy);
        foreach (var input in inputs)
        {
            cohort.Add(input.EmployeeId, input.UnitId, Evaluator.OutcomeOf(input, evaluation), input.Reward);
        }

        return cohort.Rank();
    }
}
