using System.Globalization;
using Kinerja.Application.Runs;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Ranking;

/// <summary>
/// How an assessed person's place, percent rank and top share came about, with the arithmetic of the cut.
/// </summary>
internal static class PlaceExplanation
{
    private const string Share = "PP 30/2019, the best 20% of the agency";

    internal static IEnumerable<ExplanationStep> Of(
        ExplainedEvaluation explained, RankingLine line, RankingFigures figures)
    {
        var policy = explained.RankingPolicy;
        yield return new(
            $"By predicate, then score, then behaviour score ({JsonFormat.Name(line.Predicate)}, {line.Score}, {line.BehaviourScore}): place {line.Place} of {figures.Assessed}; equals share a place.",
            policy.Version);
        yield return new(PercentRank(line, figures), "percent rank: (place − 1) ÷ (assessed − 1)");
        if (line.UnitPlace is { } unitPlace)
        {
            yield return new($"In {explained.Input.UnitId} by the same order: place {unitPlace}.", policy.Version);
        }

        yield return new(Cap(figures, policy), $"{Share}; {policy.Version}");
        foreach (var step in TopShareSteps(explained, line, figures, policy))
        {
            yield return step;
        }
    }

    private static string PercentRank(RankingLine line, RankingFigures figures) => figures.Assessed == 1
        ? "A single person's percent rank is 0."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"({line.Place} − 1) ÷ ({figures.Assessed} − 1) = {line.PercentRank:0.######}; the smaller, the better.");

    private static string Cap(RankingFigures figures, RankingPolicy policy) => figures.BelowMinimumCohort
        ? $"{figures.Assessed} assessed are fewer than {policy.MinimumCohort}: nobody is in the top share."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.Assessed} × {policy.TopPercent}% = {figures.Assessed * policy.TopPercent / 100m:0.##}, rounded down: at most {figures.Cap} in the top share, with at least {JsonFormat.Name(policy.TopFloor)}.");

    private static IEnumerable<ExplanationStep> TopShareSteps(
        ExplainedEvaluation explained, RankingLine line, RankingFigures figures, RankingPolicy policy)
    {
        var ahead = line.Place - 1;
        switch (line.Top)
        {
            case TopShare.In:
                yield return new(
                    $"Place {line.Place} is within {figures.Cap}: in the top share; neither discipline nor time in service keeps the reward away.",
                    policy.Version);
                break;
            case TopShare.TiedAtCap:
                yield return new(
                    $"{ahead} are ahead, which leaves {figures.Cap - ahead} of {figures.Cap}; {figures.TiedAtCap} equals at place {line.Place} would make {ahead + figures.TiedAtCap}: they stay out together, and nobody behind them moves up.",
                    policy.Version);
                break;
            case TopShare.ExcludedFromReward:
                yield return new(
                    $"Place {line.Place} is within {figures.Cap}, and the reward is kept away: the place stays, and nobody moves up for it.",
                    policy.Version);
                foreach (var reason in Reasons(explained.Input.Reward, policy))
                {
                    yield return new(reason, $"PermenPANRB 4/2025; {policy.Version}");
                }

                break;
            case TopShare.Out when !figures.BelowMinimumCohort:
                yield return new(Out(line, figures, policy), policy.Version);
                break;
            case TopShare.Out:
                break;
        }
    }

    private static string Out(RankingLine line, RankingFigures figures, RankingPolicy policy) =>
        line.Predicate < policy.TopFloor
        ? $"{JsonFormat.Name(line.Predicate)} is less than {JsonFormat.Name(policy.TopFloor)}: not in the top share."
        : $"Place {line.Place} is beyond {figures.Cap}: not in the top share.";

    private static IEnumerable<string> Reasons(RewardFacts facts, RankingPolicy policy)
    {
        var reasons = RewardRules.ExclusionsOf(facts, policy);
        if (reasons.HasFlag(RewardExclusions.DisciplineInProcess))
        {
            yield return "disciplineInProcess: a discipline case was being examined.";
        }

        if (reasons.HasFlag(RewardExclusions.DisciplineServing))
        {
            yield return "disciplineServing: a discipline punishment was being served.";
        }

        if (reasons.HasFlag(RewardExclusions.NewStaff))
        {
            yield return $"newStaff: {facts.MonthsInService} whole months in service at the period's end are fewer than {policy.NewStaffMonths}.";
        }
    }
}
