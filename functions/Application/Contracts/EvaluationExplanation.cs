namespace Kinerja.Application.Contracts;

/// <summary>How a person's predicate and place came about, step by step, each with the rule it rests on.</summary>
internal static class EvaluationExplanation
{
    internal static IReadOnlyList<ExplanationStep> Of(ExplainedEvaluation explained)
    {
        var (run, policy, input, evaluation, place) = explained;
        if (evaluation.Assessment is not { } assessment || input.Rating is not { } rating)
        {
            return [new($"Not assessed: {JsonFormat.Name(evaluation.NotAssessed!.Value)}. A missing input is never a zero.", run.EvaluationPolicyVersion)];
        }

        var steps = new List<ExplanationStep>
        {
            new($"{rating.RaterId} rated the result {JsonFormat.Name(rating.Result)} and the behaviour {JsonFormat.Name(rating.Behaviour)}.", $"rating version {rating.Version}"),
        };
        if (input.HeadsUnit)
        {
            steps.Add(new(
                $"Head of {input.UnitId}: the unit's performance {JsonFormat.Name(input.UnitLevel!.Value)} gives the result rating {JsonFormat.Name(assessment.Result)}.",
                "SE MenPANRB 3/2023"));
        }

        steps.Add(new(
            $"Result {JsonFormat.Name(assessment.Result)} and behaviour {JsonFormat.Name(assessment.Behaviour)} give {JsonFormat.Name(assessment.Predicate)}.",
            $"PermenPANRB 6/2022, matrix {policy.Matrix.Version}"));
        steps.Add(new(
            $"{rating.Skp} × {policy.SkpPercent}% + {rating.BehaviourScore} × {100 - policy.SkpPercent}% = {assessment.Score}.",
            "PP 30/2019 art. 41"));
        if (place is { } line)
        {
            steps.Add(new($"Place {line.Place}; top share: {JsonFormat.Name(line.Top)}.", run.RankingPolicyVersion));
        }

        return steps;
    }
}
