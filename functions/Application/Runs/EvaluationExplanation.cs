using System.Globalization;
using Kinerja.Application.Ranking;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Runs;
using NodaTime.Text;

namespace Kinerja.Application.Runs;

/// <summary>How a person's predicate and place came about, step by step, each with the rule it rests on.</summary>
internal static class EvaluationExplanation
{
    internal static IReadOnlyList<ExplanationStep> Of(ExplainedEvaluation explained)
    {
        var (run, policy, input, evaluation, place) = explained;
        var steps = new List<ExplanationStep>(Inputs(run, input));
        if (evaluation.Assessment is { } assessment && input.Rating is { } rating)
        {
            steps.AddRange(Assessed(explained, rating, assessment));
        }
        else
        {
            steps.Add(NotAssessed(input, evaluation.NotAssessed!.Value, policy));
        }

        if (place is { } line && explained.Figures is { } figures)
        {
            steps.AddRange(PlaceExplanation.Of(explained, line, figures));
        }

        steps.AddRange(Revision(explained));
        if (explained.ObjectionsUntil is { } until)
        {
            steps.Add(new(
                $"An objection may be lodged until {LocalDatePattern.Iso.Format(until)}.",
                $"PP 30/2019 art. 59; {run.ObjectionPolicyVersion}"));
        }

        return steps;
    }

    private static IEnumerable<ExplanationStep> Inputs(EvaluationRun run, EvaluationInput input)
    {
        var months = input.Reward.MonthsInService is { } whole
            ? $"{whole} whole months in service"
            : "in service since long ago";
        yield return new(
            $"Frozen for {run.Period}: of {input.UnitId}{(input.HeadsUnit ? ", which the person heads" : "")}; for the reward alone: discipline {JsonFormat.Name(input.Reward.Discipline)}, {months}.",
            $"inputs of revision {run.Revision}");
        if (input.Rating is { } rating)
        {
            var at = InstantPattern.General.Format(rating.RatedAt);
            yield return new(
                $"{rating.RaterId} rated the result {JsonFormat.Name(rating.Result)}, the behaviour {JsonFormat.Name(rating.Behaviour)}, the SKP {rating.Skp} and the behaviour score {rating.BehaviourScore} ({at}).",
                $"rating version {rating.Version}");
        }
    }

    private static ExplanationStep NotAssessed(EvaluationInput input, NotAssessedReason why, EvaluationPolicy policy) =>
        new(
        $"Not assessed: {JsonFormat.Name(why)}. {(why == NotAssessedReason.NoRating ? "No rating stood" : $"The performance of {input.UnitId} was not set")} when the inputs were frozen. A missing input is never a zero: there is no place, and the leader sees the person listed.",
        policy.Version);

    private static IEnumerable<ExplanationStep> Assessed(
        ExplainedEvaluation explained, Rating rating, Assessment assessment)
    {
        var (run, policy, input, _, _) = explained;
        if (input is { HeadsUnit: true, UnitLevel: { } level })
        {
            yield return new(
                $"Head of {input.UnitId}: the unit's performance {JsonFormat.Name(level)} gives the result rating {JsonFormat.Name(assessment.Result)}; the rater's {JsonFormat.Name(rating.Result)} is not read.",
                $"SE MenPANRB 3/2023; table of {policy.Version}");
        }

        foreach (var step in Arithmetic(rating, assessment, policy))
        {
            yield return step;
        }

        yield return PredicateStep(rating, assessment, policy);
        yield return new(
            "Attendance and feedback are shown beside the result; no rule of predicate, score or place reads them.",
            policy.Version);
        yield return new(
            "How predicates are spread in a unit is checked for its leaders; it changes nobody's predicate.",
            run.DistributionPolicyVersion);
    }

    /// <summary>Whose objection made the revision is told to that person alone.</summary>
    private static IEnumerable<ExplanationStep> Revision(ExplainedEvaluation explained)
    {
        var (run, _, input, _, _) = explained;
        if (run.Correction is not { } correction)
        {
            yield break;
        }

        var (own, late) = (correction.Rating.EmployeeId == input.EmployeeId, correction.Rating.Late);
        yield return (own, late) switch
        {
            (true, false) => new(
                $"The rating is the one that the decision on objection {correction.Cause} left.", "PP 30/2019 art. 59"),
            (true, true) => new(
                "The rating came after the inputs were frozen, with its reason, and made this revision.",
                $"rating version {correction.Rating.Version}"),
            (false, false) => new(
                "A decided objection to another result made this revision; this person's inputs are those of the one before.",
                "PP 30/2019 art. 59"),
            (false, true) => new(
                "A late rating of another person made this revision; this person's inputs are those of the one before, but for a late rating of the own.",
                $"revision {run.Revision}"),
        };
        if (explained.Replaced is { } replaced)
        {
            yield return new(
                $"It replaces revision {run.Revision - 1}: {Outcome(replaced)}.", $"revision {run.Revision - 1}");
        }
    }

    private static string Outcome(ReplacedOutcome replaced) => replaced.Evaluation.Assessment is { } assessed
        ? $"{JsonFormat.Name(assessed.Predicate)}, {assessed.Score}, place {replaced.Place?.Place}, top share {(replaced.Place is { } line ? JsonFormat.Name(line.Top) : "unknown")}"
        : "not assessed";

    /// <summary>
    /// Each product and their sum before it is rounded; products of hundredths and percents have four decimals.
    /// </summary>
    private static IEnumerable<ExplanationStep> Arithmetic(
        Rating rating, Assessment assessment, EvaluationPolicy policy)
    {
        var rest = 100 - policy.SkpPercent;
        var (skp, behaviour) = (rating.Skp.Hundredths * policy.SkpPercent, rating.BehaviourScore.Hundredths * rest);
        yield return new($"{rating.Skp} × {policy.SkpPercent}% = {Exact(skp)}.", "PP 30/2019 art. 41");
        yield return new($"{rating.BehaviourScore} × {rest}% = {Exact(behaviour)}.", "PP 30/2019 art. 41");
        yield return new(
            $"{Exact(skp)} + {Exact(behaviour)} = {Exact(skp + behaviour)}, half up to a hundredth: {assessment.Score}.",
            policy.Version);
    }

    private static ExplanationStep PredicateStep(Rating rating, Assessment assessment, EvaluationPolicy policy)
    {
        if (policy.Rule == PredicateRule.Matrix)
        {
            return new(
                $"Result {JsonFormat.Name(assessment.Result)} and behaviour {JsonFormat.Name(assessment.Behaviour)} give {JsonFormat.Name(assessment.Predicate)}.",
                $"PermenPANRB 6/2022, matrix {policy.Matrix.Version}");
        }

        var idea = rating.NewIdea is { } flagged
            ? $"with the new idea flagged by the rater ({flagged.EvidenceLink})"
            : "without a new idea";
        return new(
            $"A score of {assessment.Score} {idea} gives {JsonFormat.Name(assessment.Predicate)}; veryGood asks for {policy.Bands.VeryGood} and a new idea.",
            $"PP 30/2019 art. 41, bands of {policy.Version}");
    }

    private static string Exact(int tenThousandths) =>
        (tenThousandths / 10_000m).ToString("0.00##", CultureInfo.InvariantCulture);
}
