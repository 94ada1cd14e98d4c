using System.Globalization;
using Kinerja.Application.Explanations;
using Kinerja.Application.Ranking;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Runs;
using NodaTime.Text;
using static Kinerja.Application.Runs.ExplanationTexts;

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
            steps.Add(evaluation.NotAssessed == NotAssessedReason.NoRating
                ? Step(ExplanationCode.NoRating, policy.Version)
                : Step(ExplanationCode.NoUnitPerformance, policy.Version, ("unit", $"{input.UnitId}")));
        }

        if (place is { } line && explained.Figures is { } figures)
        {
            steps.AddRange(PlaceExplanation.Of(explained, line, figures));
        }

        steps.AddRange(Revision(explained));
        if (explained.ObjectionsUntil is { } until)
        {
            steps.Add(Step(
                ExplanationCode.ObjectUntil,
                Sources.All(Sources.Pp30(59), run.ObjectionPolicyVersion),
                ("day", LocalDatePattern.Iso.Format(until))));
        }

        return steps;
    }

    private static IEnumerable<ExplanationStep> Inputs(EvaluationRun run, EvaluationInput input)
    {
        var (source, discipline) = (Sources.InputsOf(run.Revision), Told.Of(input.Reward.Discipline));
        yield return Step(
            input.HeadsUnit ? ExplanationCode.FrozenAsHead : ExplanationCode.Frozen,
            source,
            ("period", $"{run.Period}"),
            ("unit", $"{input.UnitId}"));
        yield return input.Reward.MonthsInService is { } months
            ? Step(ExplanationCode.RewardFacts, source, ("discipline", discipline), ("months", months))
            : Step(ExplanationCode.RewardFactsWithoutStart, source, ("discipline", discipline));
        if (input.Rating is { } rating)
        {
            yield return Step(
                ExplanationCode.Rated,
                Sources.Rating(rating.Version),
                ("rater", $"{rating.RaterId}"),
                ("result", Told.Of(rating.Result)),
                ("behaviour", Told.Of(rating.Behaviour)),
                ("skp", rating.Skp),
                ("behaviourScore", rating.BehaviourScore),
                ("at", InstantPattern.General.Format(rating.RatedAt)));
        }
    }

    private static IEnumerable<ExplanationStep> Assessed(
        ExplainedEvaluation explained, Rating rating, Assessment assessment)
    {
        var (run, policy, input, _, _) = explained;
        if (input is { HeadsUnit: true, UnitLevel: { } level })
        {
            yield return Step(
                ExplanationCode.UnitGivesResult,
                Sources.All(
                    "SE MenPANRB 3/2023", Sources.Both($"table of {policy.Version}", $"tabel {policy.Version}")),
                ("unit", $"{input.UnitId}"),
                ("level", Told.Of(level)),
                ("result", Told.Of(assessment.Result)),
                ("rated", Told.Of(rating.Result)));
        }

        foreach (var step in Arithmetic(rating, assessment, policy))
        {
            yield return step;
        }

        yield return PredicateStep(rating, assessment, policy);
        yield return Step(ExplanationCode.NotRead, policy.Version);
        yield return Step(ExplanationCode.SpreadChangesNothing, run.DistributionPolicyVersion);
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
            (true, false) => Step(
                ExplanationCode.OwnObjectionDecided, Sources.Pp30(59), ("objection", $"{correction.Cause}")),
            (true, true) => Step(ExplanationCode.OwnLateRating, Sources.Rating(correction.Rating.Version)),
            (false, false) => Step(ExplanationCode.OthersObjectionDecided, Sources.Pp30(59)),
            (false, true) => Step(ExplanationCode.OthersLateRating, Sources.Revision(run.Revision)),
        };
        if (explained.Replaced is { } replaced)
        {
            yield return Replaces(replaced, run.Revision - 1);
        }
    }

    private static ExplanationStep Replaces(ReplacedOutcome replaced, int revision)
    {
        var source = Sources.Revision(revision);
        if (replaced.Evaluation.Assessment is not { } assessed)
        {
            return Step(ExplanationCode.ReplacesNotAssessed, source, ("revision", revision));
        }

        var (predicate, score) = (Told.Of(assessed.Predicate), (Told)assessed.Score);
        return replaced.Place is { } line
            ? Step(
                ExplanationCode.Replaces,
                source,
                ("revision", revision),
                ("predicate", predicate),
                ("score", score),
                ("place", line.Place),
                ("top", Told.Of(line.Top)))
            : Step(
                ExplanationCode.ReplacesUnplaced,
                source,
                ("revision", revision),
                ("predicate", predicate),
                ("score", score));
    }

    /// <summary>
    /// Each product and their sum before it is rounded; products of hundredths and percents have four decimals.
    /// </summary>
    private static IEnumerable<ExplanationStep> Arithmetic(
        Rating rating, Assessment assessment, EvaluationPolicy policy)
    {
        var rest = 100 - policy.SkpPercent;
        var (skp, behaviour) = (rating.Skp.Hundredths * policy.SkpPercent, rating.BehaviourScore.Hundredths * rest);
        yield return Step(
            ExplanationCode.SkpWeighed,
            Sources.Pp30(41),
            ("score", rating.Skp),
            ("percent", policy.SkpPercent),
            ("product", Exact(skp)));
        yield return Step(
            ExplanationCode.BehaviourWeighed,
            Sources.Pp30(41),
            ("score", rating.BehaviourScore),
            ("percent", rest),
            ("product", Exact(behaviour)));
        yield return Step(
            ExplanationCode.Summed,
            policy.Version,
            ("skp", Exact(skp)),
            ("behaviour", Exact(behaviour)),
            ("sum", Exact(skp + behaviour)),
            ("score", assessment.Score));
    }

    private static ExplanationStep PredicateStep(Rating rating, Assessment assessment, EvaluationPolicy policy)
    {
        var predicate = Told.Of(assessment.Predicate);
        if (policy.Rule == PredicateRule.Matrix)
        {
            return Step(
                ExplanationCode.PredicateByMatrix,
                Sources.All(
                    "PermenPANRB 6/2022", Sources.Both($"matrix {policy.Matrix.Version}", $"matriks {policy.Matrix.Version}")),
                ("result", Told.Of(assessment.Result)),
                ("behaviour", Told.Of(assessment.Behaviour)),
                ("predicate", predicate));
        }

        var bands = Sources.Both($"bands of {policy.Version}", $"rentang nilai {policy.Version}");
        var (source, score) = (Sources.All(Sources.Pp30(41), bands), (Told)assessment.Score);
        var least = (Told)policy.Bands.VeryGood;
        return rating.NewIdea is { } idea
            ? Step(
                ExplanationCode.PredicateByScoreAndIdea,
                source,
                ("score", score),
                ("evidence", $"{idea.EvidenceLink}"),
                ("predicate", predicate),
                ("least", least))
            : Step(
                ExplanationCode.PredicateByScore,
                source,
                ("score", score),
                ("predicate", predicate),
                ("least", least));
    }

    private static Told Exact(int tenThousandths) =>
        Told.Figure((tenThousandths / 10_000m).ToString("0.00##", CultureInfo.InvariantCulture));
}
