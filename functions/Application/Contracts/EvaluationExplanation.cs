using System.Globalization;
using Kinerja.Domain.Evaluation;
using NodaTime.Text;

namespace Kinerja.Application.Contracts;

/// <summary>How a person's predicate and place came about, step by step, each with the rule it rests on.</summary>
internal static class EvaluationExplanation
{
    internal static IReadOnlyList<ExplanationStep> Of(ExplainedEvaluation explained)
    {
        var (run, policy, input, evaluation, place) = explained;
        if (evaluation.Assessment is not { } assessment || input.Rating is not { } rating)
        {
            return [.. Inputs(input), new($"Not assessed: {JsonFormat.Name(evaluation.NotAssessed!.Value)}. A missing input is never a zero.", run.EvaluationPolicyVersion)];
        }

        var steps = new List<ExplanationStep>(Inputs(input));
        if (input is { HeadsUnit: true, UnitLevel: { } level })
        {
            steps.Add(new(
                $"Head of {input.UnitId}: the unit's performance {JsonFormat.Name(level)} gives the result rating {JsonFormat.Name(assessment.Result)}; the rater's {JsonFormat.Name(rating.Result)} is not read.",
                $"SE MenPANRB 3/2023; table of {policy.Version}"));
        }

        steps.AddRange(Arithmetic(rating, assessment, policy));
        steps.Add(PredicateStep(rating, assessment, policy));
        steps.Add(new("Attendance and feedback are shown beside the result; no rule of predicate, score or place reads them.", policy.Version));
        if (place is { } line)
        {
            steps.Add(new($"By predicate, then score, then behaviour score: place {line.Place}; top share: {JsonFormat.Name(line.Top)}.", run.RankingPolicyVersion));
        }

        if (run.Correction is { } correction && correction.Rating.EmployeeId == input.EmployeeId)
        {
            steps.Add(new($"The rating is the one that the decision on objection {correction.Cause} left.", "PP 30/2019 art. 59"));
        }

        return steps;
    }

    private static IEnumerable<ExplanationStep> Inputs(EvaluationInput input)
    {
        if (input.Rating is not { } rating)
        {
            yield break;
        }

        var at = InstantPattern.General.Format(rating.RatedAt);
        yield return new(
            $"{rating.RaterId} rated the result {JsonFormat.Name(rating.Result)}, the behaviour {JsonFormat.Name(rating.Behaviour)}, the SKP {rating.Skp} and the behaviour score {rating.BehaviourScore} ({at}).",
            $"rating version {rating.Version}");
    }

    /// <summary>Each product and their sum before it is rounded; products of hundredths and percents have four decimals.</summary>
    private static IEnumerable<ExplanationStep> Arithmetic(Rating rating, Assessment assessment, EvaluationPolicy policy)
    {
        var rest = 100 - policy.SkpPercent;
        var (skp, behaviour) = (rating.Skp.Hundredths * policy.SkpPercent, rating.BehaviourScore.Hundredths * rest);
        yield return new($"{rating.Skp} × {policy.SkpPercent}% = {Exact(skp)}.", "PP 30/2019 art. 41");
        yield return new($"{rating.BehaviourScore} × {rest}% = {Exact(behaviour)}.", "PP 30/2019 art. 41");
        yield return new($"{Exact(skp)} + {Exact(behaviour)} = {Exact(skp + behaviour)}, half up to a hundredth: {assessment.Score}.", policy.Version);
    }

    private static ExplanationStep PredicateStep(Rating rating, Assessment assessment, EvaluationPolicy policy)
    {
        if (policy.Rule == PredicateRule.Matrix)
        {
            return new(
                $"Result {JsonFormat.Name(assessment.Result)} and behaviour {JsonFormat.Name(assessment.Behaviour)} give {JsonFormat.Name(assessment.Predicate)}.",
                $"PermenPANRB 6/2022, matrix {policy.Matrix.Version}");
        }

        var idea = rating.NewIdea is { } flagged ? $"with the new idea flagged by the rater ({flagged.EvidenceLink})" : "without a new idea";
        return new(
            $"A score of {assessment.Score} {idea} gives {JsonFormat.Name(assessment.Predicate)}; veryGood asks for {policy.Bands.VeryGood} and a new idea.",
            $"PP 30/2019 art. 41, bands of {policy.Version}");
    }

    private static string Exact(int tenThousandths) => (tenThousandths / 10_000m).ToString("0.00##", CultureInfo.InvariantCulture);
}
