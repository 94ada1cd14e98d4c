using System.Globalization;
using Kinerja.Application.Explanations;
using Kinerja.Application.Runs;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using static Kinerja.Application.Runs.ExplanationTexts;

namespace Kinerja.Application.Ranking;

/// <summary>
/// How an assessed person's place, percent rank and top share came about, with the arithmetic of the cut.
/// </summary>
internal static class PlaceExplanation
{
    private static readonly Told Share =
        Sources.Both("PP 30/2019, the best 20% of the agency", "PP 30/2019, 20% terbaik instansi");

    internal static IEnumerable<ExplanationStep> Of(
        ExplainedEvaluation explained, RankingLine line, RankingFigures figures)
    {
        var policy = explained.RankingPolicy;
        yield return Step(
            ExplanationCode.Placed,
            policy.Version,
            ("predicate", Told.Of(line.Predicate)),
            ("score", line.Score),
            ("behaviourScore", line.BehaviourScore),
            ("place", line.Place),
            ("assessed", figures.Assessed));
        yield return figures.Assessed == 1
            ? Step(ExplanationCode.PercentRankAlone, policy.Version)
            : Step(
                ExplanationCode.PercentRank,
                policy.Version,
                ("place", line.Place),
                ("assessed", figures.Assessed),
                ("rank", Told.Figure(line.PercentRank.ToString("0.######", CultureInfo.InvariantCulture))));
        if (line.UnitPlace is { } unitPlace)
        {
            yield return Step(
                ExplanationCode.PlacedInUnit,
                policy.Version,
                ("unit", $"{explained.Input.UnitId}"),
                ("place", unitPlace));
        }

        yield return Cap(figures, policy);
        foreach (var step in TopShareSteps(explained, line, figures, policy))
        {
            yield return step;
        }
    }

    private static ExplanationStep Cap(RankingFigures figures, RankingPolicy policy) => figures.BelowMinimumCohort
        ? Step(
            ExplanationCode.TooFewForTop,
            Sources.All(Share, policy.Version),
            ("assessed", figures.Assessed),
            ("least", policy.MinimumCohort))
        : Step(
            ExplanationCode.Cap,
            Sources.All(Share, policy.Version),
            ("assessed", figures.Assessed),
            ("percent", policy.TopPercent),
            ("exact", Told.Figure(
                (figures.Assessed * policy.TopPercent / 100m).ToString("0.##", CultureInfo.InvariantCulture))),
            ("cap", figures.Cap),
            ("floor", Told.Of(policy.TopFloor)));

    private static IEnumerable<ExplanationStep> TopShareSteps(
        ExplainedEvaluation explained, RankingLine line, RankingFigures figures, RankingPolicy policy)
    {
        var ahead = line.Place - 1;
        switch (line.Top)
        {
            case TopShare.In:
                yield return Step(
                    ExplanationCode.InTop, policy.Version, ("place", line.Place), ("cap", figures.Cap));
                break;
            case TopShare.TiedAtCap:
                yield return Step(
                    ExplanationCode.TiedAtCap,
                    policy.Version,
                    ("ahead", ahead),
                    ("left", figures.Cap - ahead),
                    ("cap", figures.Cap),
                    ("tied", figures.TiedAtCap),
                    ("place", line.Place),
                    ("total", ahead + figures.TiedAtCap));
                break;
            case TopShare.ExcludedFromReward:
                yield return Step(
                    ExplanationCode.RewardKeptAway, policy.Version, ("place", line.Place), ("cap", figures.Cap));
                foreach (var step in Exclusions(explained.Input.Reward, policy))
                {
                    yield return step;
                }

                break;
            case TopShare.Out when !figures.BelowMinimumCohort:
                yield return line.Predicate < policy.TopFloor
                    ? Step(
                        ExplanationCode.BelowFloor,
                        policy.Version,
                        ("predicate", Told.Of(line.Predicate)),
                        ("floor", Told.Of(policy.TopFloor)))
                    : Step(
                        ExplanationCode.BeyondCap, policy.Version, ("place", line.Place), ("cap", figures.Cap));
                break;
            case TopShare.Out:
                break;
        }
    }

    private static IEnumerable<ExplanationStep> Exclusions(RewardFacts facts, RankingPolicy policy)
    {
        var source = $"PermenPANRB 4/2025; {policy.Version}";
        var reasons = RewardRules.ExclusionsOf(facts, policy);
        if (reasons.HasFlag(RewardExclusions.DisciplineInProcess))
        {
            yield return Step(ExplanationCode.DisciplineInProcess, source);
        }

        if (reasons.HasFlag(RewardExclusions.DisciplineServing))
        {
            yield return Step(ExplanationCode.DisciplineServing, source);
        }

        if (reasons.HasFlag(RewardExclusions.NewStaff))
        {
            yield return Step(
                ExplanationCode.NewStaff,
                source,
                ("months", facts.MonthsInService ?? 0),
                ("least", policy.NewStaffMonths));
        }
    }
}
