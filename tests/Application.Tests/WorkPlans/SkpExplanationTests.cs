using Kinerja.Application.Explanations;
using Kinerja.Application.Tests.Explanations;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.Tests.WorkPlans;

/// <summary>How an achievement is told: each branch by its code and parameters, and what is left out by name.</summary>
public sealed class SkpExplanationTests
{
    private static readonly LocalDate NewYear = SomePlan.NewYear;
    private static readonly LocalDate July = new(2026, 7, 1);

    [Fact]
    public void Indicators_their_mean_and_one_result_of_one_plan_are_told_in_order()
    {
        var told = Explained(
            [1],
            [Plan(NewYear, MainResult("a", Level("n", 100), Level("w", 5, TargetDirection.LessIsBetter)))],
            [Realised(NewYear, 1, ("a/n", 90), ("a/w", 4.5m))]);
        Assert.Equal(
            [
                "indicatorMore; plan 2026-01-01; result a; indicator n; quarters 2026-Q1; realised 90; target 100; "
                + "value 90.00",
                "indicatorLess; plan 2026-01-01; result a; indicator w; quarters 2026-Q1; realised 4.5; target 5; "
                + "value 110.00",
                "resultMean; plan 2026-01-01; result a; terms 90.00 + 110.00; count 2; value 100.00",
                "planOfOne; plan 2026-01-01; value 100.00",
                "skpOfOnePlan; value 100.00",
            ],
            Steps.Of(told));
        Assert.Equal(
            (
                "a/w in 2026-Q1, where less is better: (2 × 5 − 4.5) ÷ 5 × 100, not below 0 nor above 120: 110.00.",
                "a/w pada 2026-Q1, makin kecil makin baik: (2 × 5 − 4,5) ÷ 5 × 100, paling sedikit 0 dan paling banyak "
                + "120: 110,00."),
            (told[1].En, told[1].Id));
        Assert.Equal(
            ["PP 30/2019; SKP 2026-01-01 v1", "work-plan-shipped-2026.1"],
            new[] { told[0].Source.Id, told[^1].Source.Id });
    }

    [Fact]
    public void What_cannot_be_counted_says_why_and_is_never_told_as_zero() => Assert.Equal(
        [
            "indicatorNotReported; plan 2026-01-01; result a; indicator n; quarters 2026-Q1",
            "indicatorQualitative; plan 2026-01-01; result a; indicator q",
            "indicatorNotDue; plan 2026-01-01; result a; indicator z",
            "resultNotCounted; plan 2026-01-01; result a",
            "planNotCounted; plan 2026-01-01",
            "skpNotCounted",
        ],
        Told(
            [1],
            [Plan(
                NewYear,
                MainResult("a", Level("n", 100), Words("q"), Level("z", 10, quarters: new QuarterTarget(4, 10))))],
            []));

    [Fact]
    public void Without_a_plan_one_step_says_that_nothing_was_counted() =>
        Assert.Equal(["skpNotCounted"], Told([1], [], []));

    /// <summary>Reported is the first quarter and the third: a sum names both, a level its latest alone.</summary>
    [Fact]
    public void The_quarters_that_were_measured_and_those_left_out_are_named() => Assert.Equal(
        [
            "indicatorMore; plan 2026-01-01; result a; indicator n; quarters 2026-Q3; realised 90; target 100; "
            + "value 90.00",
            "quartersLeftOut; plan 2026-01-01; result a; indicator n; quarters 2026-Q2, 2026-Q4",
            "indicatorMore; plan 2026-01-01; result a; indicator s; quarters 2026-Q1, 2026-Q3; realised 3; target 2; "
            + "value 120.00",
            "resultMean; plan 2026-01-01; result a; terms 90.00 + 120.00; count 2; value 105.00",
            "planOfOne; plan 2026-01-01; value 105.00",
            "skpOfOnePlan; value 105.00",
        ],
        Told(
            [1, 2, 3, 4],
            [Plan(
                NewYear,
                MainResult("a", Level("n", 100), Sum("s", new QuarterTarget(1, 1), new QuarterTarget(3, 1))))],
            [Realised(NewYear, 1, ("a/n", 20), ("a/s", 1)), Realised(NewYear, 3, ("a/n", 90), ("a/s", 2))]));

    [Fact]
    public void Main_results_without_weights_are_told_as_a_plain_mean() => Assert.Equal(
        [
            "resultOfOne; plan 2026-01-01; result a; value 90.00",
            "indicatorsLeftOut; plan 2026-01-01; result a; count 1",
            "resultOfOne; plan 2026-01-01; result b; value 100.00",
            "resultOfOne; plan 2026-01-01; result z; value 50.00",
            "resultAdditional; plan 2026-01-01; result z",
            "planMean; plan 2026-01-01; terms 90.00 + 100.00; count 2; value 95.00",
            "resultsLeftOut; plan 2026-01-01; count 1",
            "skpOfOnePlan; value 95.00",
        ],
        Told(
            [1],
            [Plan(
                NewYear,
                MainResult("a", Level("n", 100), Words("q")),
                MainResult("b", Level("n", 100)),
                MainResult("c", Words("q")),
                MainResult("z", Level("n", 100)) with { Kind = ResultKind.Additional })],
            [Realised(NewYear, 1, ("a/n", 90), ("b/n", 100), ("z/n", 50))])
            .Where(line => !line.StartsWith("indicatorMore", StringComparison.Ordinal)
                && !line.Contains("result c", StringComparison.Ordinal)
                && !line.StartsWith("indicatorQ", StringComparison.Ordinal)));

    /// <summary>(90 × 37.5 + 100 × 12.5) / 50 = 92.5; what weighs nothing is left out though it was reached.</summary>
    [Fact]
    public void Given_weights_stand_in_the_terms_and_what_weighs_nothing_is_left_out() => Assert.Equal(
        [
            "planWeighed; plan 2026-01-01; terms 90.00 × 37.5 + 100.00 × 12.5; weight 50; value 92.50",
            "resultsLeftOut; plan 2026-01-01; count 2",
            "skpOfOnePlan; value 92.50",
        ],
        Told(
            [1],
            [Plan(
                NewYear,
                MainResult("a", Level("n", 100)) with { WeightHundredths = 3750 },
                MainResult("b", Level("n", 100)) with { WeightHundredths = 1250 },
                MainResult("c", Level("n", 100)) with { WeightHundredths = 5000 },
                MainResult("d", Level("n", 100)) with { WeightHundredths = 0 })],
            [Realised(NewYear, 1, ("a/n", 90), ("b/n", 100), ("d/n", 10))]).TakeLast(3));

    /// <summary>181 of 365 days are 49.59%.</summary>
    [Fact]
    public void Two_plans_are_told_by_their_days_or_by_their_months()
    {
        var (days, months) = (TwoPlans(ProRating.Days, 60, 100), TwoPlans(ProRating.Months, 60, 100));
        Assert.Equal("skpByDays; terms 60.00 × 49.59% + 100.00 × 50.41%; value 80.16", Steps.Of(days)[^1]);
        Assert.Equal("skpByMonths; terms 60.00 × 50% + 100.00 × 50%; value 80.00", Steps.Of(months)[^1]);
        Assert.Equal("SKP, menurut jumlah hari berlakunya: 60,00 × 49,59% + 100,00 × 50,41% = 80,16.", days[^1].Id);
        Assert.Equal(
            ["2026-01-01", "2026-07-01"],
            days.Where(step => step.Code == "resultOfOne").Select(step => step.Parameters["plan"]));
    }

    [Fact]
    public void A_plan_without_a_figure_is_left_out_and_the_other_is_the_whole() => Assert.Equal(
        ["planNotCounted; plan 2026-07-01", "skpOfOnePlan; value 60.00", "plansLeftOut; count 1"],
        Steps.Of(TwoPlans(ProRating.Days, 60, null)).TakeLast(3));

    private static IReadOnlyList<string> Told(int[] quarters, WorkPlan[] plans, Realisation[] realised) =>
        Steps.Of(Explained(quarters, plans, realised));

    private static IReadOnlyList<ExplanationStep> TwoPlans(ProRating by, decimal first, decimal? second) => Explained(
        [1, 2, 3, 4],
        [Plan(NewYear, MainResult("a", Level("n", 100))), Plan(July, MainResult("a", Level("n", 100)))],
        [
            Realised(NewYear, 1, ("a/n", first)),
            .. second is { } later ? [Realised(July, 3, ("a/n", later))] : Array.Empty<Realisation>(),
        ],
        by);

    private static IReadOnlyList<ExplanationStep> Explained(
        int[] quarters, WorkPlan[] plans, Realisation[] realised, ProRating by = ProRating.Days)
    {
        var statement = SkpAchievement.Of(plans, realised, [.. quarters.Select(q => new Quarter(2026, q))], by);
        var policy = WorkPlanPolicy.Default with { ProRating = by };
        return SkpExplanation.Of(new ReadSkp(Some.Person(), Some.Quarter, policy, statement));
    }

    private static WorkPlan Plan(LocalDate from, params PlannedResult[] results) => new(
        Some.Person(), from, 1, Some.Person("peg-head"), SomePlan.Content(results), null, Some.Person(), Some.Morning);

    private static PlannedResult MainResult(string id, params Indicator[] indicators) =>
        new(SomePlan.Row(id), ResultKind.Main, "Layanan selesai", null, null, null, null, indicators);

    private static Indicator Level(
        string id, decimal target, TargetDirection direction = TargetDirection.MoreIsBetter,
        params QuarterTarget[] quarters) =>
        Words(id) with { Target = new(target, "berkas", direction, TargetCounting.Latest, quarters) };

    private static Indicator Sum(string id, params QuarterTarget[] quarters) => Words(id) with
    {
        Target = new(
            quarters.Sum(q => q.Value), "berkas", TargetDirection.MoreIsBetter, TargetCounting.AddsUp, quarters),
    };

    private static Indicator Words(string id) => new(SomePlan.Row(id), "Berkas", null, null, null);

    private static Realisation Realised(LocalDate from, int quarter, params (string Row, decimal Value)[] figures) =>
        new(
            Some.Person(),
            from,
            new Quarter(2026, quarter),
            [
                .. figures.GroupBy(f => f.Row.Split('/')[0]).Select(same => new RealisedResult(
                    SomePlan.Row(same.Key),
                    null,
                    [.. same.Select(f => new RealisedFigure(SomePlan.Row(f.Row.Split('/')[1]), f.Value))],
                    [])),
            ],
            Some.Morning,
            1);
}
