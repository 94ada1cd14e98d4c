using Kinerja.Application.Explanations;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime.Text;
using static Kinerja.Application.WorkPlans.SkpTexts;

namespace Kinerja.Application.WorkPlans;

/// <summary>
/// How an achievement came about, from the figures of each indicator over results and plans to the value.
/// </summary>
internal static class SkpExplanation
{
    internal static IReadOnlyList<ExplanationStep> Of(ReadSkp read) =>
        [.. read.Statement.Plans.SelectMany(Plan), .. Skp(read.Statement, read.Policy)];

    private static IEnumerable<ExplanationStep> Skp(SkpStatement statement, WorkPlanPolicy policy)
    {
        var counted = statement.Plans.Where(plan => plan.ShareHundredths is not null).ToList();
        if (statement.Value is not { } value)
        {
            yield return Step(SkpStepCode.SkpNotCounted, policy.Version);
            yield break;
        }

        var terms = Told.Sum(counted.Select(
            plan => Told.Product(plan.Value!.Value, Told.Figure($"{Percent(plan.ShareHundredths!.Value).Wire}%"))));
        yield return (counted.Count, policy.ProRating) switch
        {
            (1, _) => Step(SkpStepCode.SkpOfOnePlan, policy.Version, ("value", value)),
            (_, ProRating.Days) => Step(SkpStepCode.SkpByDays, policy.Version, ("terms", terms), ("value", value)),
            (_, ProRating.Months) => Step(SkpStepCode.SkpByMonths, policy.Version, ("terms", terms), ("value", value)),
        };
        if (statement.Plans.Count > counted.Count)
        {
            yield return Step(
                SkpStepCode.PlansLeftOut, policy.Version, ("count", statement.Plans.Count - counted.Count));
        }
    }

    private static IEnumerable<ExplanationStep> Plan(PlanAchievement plan)
    {
        var from = LocalDatePattern.Iso.Format(plan.From);
        var source = $"SKP {from} v{plan.PlanVersion}";
        foreach (var step in plan.Results.SelectMany(result => Result(result, from, source)))
        {
            yield return step;
        }

        var counted = plan.Results.Where(result => result.Counts).ToList();
        if (plan.Value is not { } value)
        {
            yield return Step(SkpStepCode.PlanNotCounted, source, ("plan", from));
            yield break;
        }

        yield return counted switch
        {
            [_] => Step(SkpStepCode.PlanOfOne, source, ("plan", from), ("value", value)),
            [{ WeightHundredths: null }, ..] => Step(
                SkpStepCode.PlanMean,
                source,
                ("plan", from),
                ("terms", Told.Sum(counted.Select(result => (Told)result.Value!.Value))),
                ("count", counted.Count),
                ("value", value)),
            _ => Step(
                SkpStepCode.PlanWeighed,
                source,
                ("plan", from),
                ("terms", Told.Sum(counted.Select(
                    result => Told.Product(result.Value!.Value, Percent(result.WeightHundredths ?? 0))))),
                ("weight", Percent(counted.Sum(result => result.WeightHundredths ?? 0))),
                ("value", value)),
        };
        var left = plan.Results.Count(result => result.Kind == ResultKind.Main) - counted.Count;
        if (left > 0)
        {
            yield return Step(SkpStepCode.ResultsLeftOut, source, ("plan", from), ("count", left));
        }
    }

    private static IEnumerable<ExplanationStep> Result(ResultAchievement result, string plan, Told source)
    {
        var (ofPlan, ofResult) = (("plan", (Told)plan), ("result", (Told)$"{result.Id}"));
        foreach (var step in result.Indicators.SelectMany(indicator => Indicator(indicator, result.Id, plan, source)))
        {
            yield return step;
        }

        var counted = result.Indicators.Where(indicator => indicator.Value is not null).ToList();
        if (result.Value is not { } value)
        {
            yield return Step(SkpStepCode.ResultNotCounted, source, ofPlan, ofResult);
            yield break;
        }

        yield return counted.Count == 1
            ? Step(SkpStepCode.ResultOfOne, source, ofPlan, ofResult, ("value", value))
            : Step(
                SkpStepCode.ResultMean,
                source,
                ofPlan,
                ofResult,
                ("terms", Told.Sum(counted.Select(indicator => (Told)indicator.Value!.Value))),
                ("count", counted.Count),
                ("value", value));
        if (result.Indicators.Count > counted.Count)
        {
            yield return Step(
                SkpStepCode.IndicatorsLeftOut,
                source,
                ofPlan,
                ofResult,
                ("count", result.Indicators.Count - counted.Count));
        }

        if (result.Kind == ResultKind.Additional)
        {
            yield return Step(SkpStepCode.ResultAdditional, source, ofPlan, ofResult);
        }
    }

    private static IEnumerable<ExplanationStep> Indicator(
        IndicatorAchievement indicator, PlanRowId result, string plan, Told source)
    {
        ExplanationStep About(SkpStepCode code, Told by, params ReadOnlySpan<(string, Told)> more) => Step(
            code, by, [("plan", plan), ("result", $"{result}"), ("indicator", $"{indicator.Id}"), .. more]);

        var missing = ("quarters", (Told)string.Join(", ", indicator.Missing));
        if (indicator is not { Value: { } value, Direction: { } direction })
        {
            yield return (indicator.Why, indicator.Missing.Count) switch
            {
                (NotCounted.Qualitative, _) => About(SkpStepCode.IndicatorQualitative, source),
                (_, 0) => About(SkpStepCode.IndicatorNotDue, source),
                _ => About(SkpStepCode.IndicatorNotReported, source, missing),
            };
            yield break;
        }

        yield return About(
            direction switch
            {
                TargetDirection.MoreIsBetter => SkpStepCode.IndicatorMore,
                TargetDirection.LessIsBetter => SkpStepCode.IndicatorLess,
            },
            Sources.All("PP 30/2019", source),
            ("quarters", string.Join(", ", indicator.Counted)),
            ("realised", Told.Figure(indicator.Realised ?? 0)),
            ("target", Told.Figure(indicator.Target ?? 0)),
            ("value", value));
        if (indicator.Missing.Count > 0)
        {
            yield return About(SkpStepCode.QuartersLeftOut, source, missing);
        }
    }

    private static Told Percent(int hundredths) => Told.Figure(hundredths / 100m);
}
