using Kinerja.Domain.WorkPlans;
using NodaTime;
using static Kinerja.Domain.Tests.WorkPlans.Planned;

namespace Kinerja.Domain.Tests.WorkPlans;

public sealed class SkpAchievementTests
{
    private const TargetDirection Less = TargetDirection.LessIsBetter;
    private const TargetDirection More = TargetDirection.MoreIsBetter;

    [Theory]
    [InlineData(More, 100, 100, "100.00")]
    [InlineData(More, 110, 100, "110.00")]
    [InlineData(More, 300, 100, "120.00")]
    [InlineData(More, 0, 100, "0.00")]
    [InlineData(More, 2, 3, "66.67")]
    [InlineData(More, 1, 3, "33.33")]
    [InlineData(More, 1.00005, 1, "100.01")] // 100.005 is half: up
    [InlineData(More, 1.00004, 1, "100.00")]
    [InlineData(Less, 5, 5, "100.00")]
    [InlineData(Less, 4, 5, "120.00")]
    [InlineData(Less, 4.5, 5, "110.00")]
    [InlineData(Less, 0, 5, "120.00")]
    [InlineData(Less, 6, 5, "80.00")]
    [InlineData(Less, 10, 5, "0.00")]
    [InlineData(Less, 99, 5, "0.00")]
    public void PP_30_2019_counts_at_most_120_and_less_is_better_is_mirrored(
        TargetDirection direction, decimal realised, decimal target, string percent) =>
        Assert.Equal(percent, IndicatorRules.PercentOf(realised, target, direction).ToString());

    [Fact]
    public void Main_results_without_weights_weigh_the_same_and_the_mean_is_rounded_half_up() => Assert.Equal(
        "88.34", // (100 + 100 + 65.01) / 3 = 88.33666…
        Value(
            Plan(
                MainResult("a", Counted("n", 10)),
                MainResult("b", Counted("n", 10)),
                MainResult("c", Counted("n", 100))),
            Realised(1, ("a/n", 10), ("b/n", 10), ("c/n", 65.01m))));

    [Fact]
    public void Given_weights_weigh() => Assert.Equal(
        "85.00",
        Value(
            Plan(Weighing("a", 70, Counted("n", 100)), Weighing("b", 30, Counted("n", 100))),
            Realised(1, ("a/n", 100), ("b/n", 50))));

    [Fact]
    public void A_result_is_the_mean_of_its_counted_indicators() => Assert.Equal(
        "75.00",
        Value(
            Plan(MainResult("a", Counted("n", 100), Counted("w", 10, Less), Words())),
            Realised(1, ("a/n", 50), ("a/w", 10))));

    [Fact]
    public void A_missing_realisation_is_left_out_and_never_zero()
    {
        var statement = Of(
            [Plan(MainResult("a", Counted("n", 100)), MainResult("b", Counted("n", 100)))],
            [Realised(1, ("a/n", 80))],
            Q(1));
        Assert.Equal("80.00", statement.Value?.ToString());
        var missing = statement.Plans[0].Results[1];
        Assert.Equal((null, NotCounted.NoRealisation), (missing.Value, missing.Indicators[0].Why));
        Assert.Equal([true, false], statement.Plans[0].Results.Select(r => r.Counts));
        Assert.Equal([Q(1)], missing.Indicators[0].Missing);
    }

    [Fact]
    public void A_realisation_of_zero_is_zero() =>
        Assert.Equal(
            "40.00",
            Value(
                Plan(MainResult("a", Counted("n", 100)), MainResult("b", Counted("n", 100))),
                Realised(1, ("a/n", 80), ("b/n", 0))));

    [Fact]
    public void Without_any_realisation_there_is_no_value() => Assert.Equal(
        (null, NotCounted.NothingCounted), ValueAndWhy(Of([Plan(MainResult("a", Counted("n", 100)))], [], Q(1))));

    [Fact]
    public void Qualitative_results_are_the_raters_and_have_no_value() => Assert.Equal(
        (null, NotCounted.NothingCounted),
        ValueAndWhy(Of([Plan(MainResult("a", Words()))], [Realised(1, ("a/kata", 100))], Q(1))));

    [Fact]
    public void Additional_results_are_shown_and_do_not_count()
    {
        var statement = Of(
            [Plan(MainResult("a", Counted("n", 100)), Additional("z", Counted("n", 10)))],
            [Realised(1, ("a/n", 90), ("z/n", 20))],
            Q(1));
        Assert.Equal("90.00", statement.Value?.ToString());
        var beside = statement.Plans[0].Results[1];
        Assert.Equal(
            ("120.00", NotCounted.AdditionalResult, false), (beside.Value?.ToString(), beside.Why, beside.Counts));
    }

    /// <summary>Q1 and Q2 of 2026 have 90 and 91 of 365 days: 73 × 181 / 365 = 36.2.</summary>
    [Fact]
    public void Figures_that_add_up_are_measured_against_the_share_of_the_quarters_that_were_reported()
    {
        var plan = Plan(MainResult("a", Counted("n", 73, More, TargetCounting.AddsUp)));
        Assert.Equal("100.00", Value(plan, Realised(1, ("a/n", 18))));
        var half = Of(
            [plan], [Realised(1, ("a/n", 18)), Realised(2, ("a/n", 18.2m))], Year).Plans[0].Results[0].Indicators[0];
        Assert.Equal((36.2m, 36.2m, "100.00"), (half.Realised, half.Target, half.Value?.ToString()));
        Assert.Equal([Q(1), Q(2)], half.Reported);
        Assert.Equal([Q(1), Q(2)], half.Counted);
        Assert.Equal([Q(3), Q(4)], half.Missing);
    }

    [Fact]
    public void All_quarters_together_have_exactly_the_whole_target()
    {
        var plan = Plan(MainResult("a", Counted("n", 1, More, TargetCounting.AddsUp)));
        var year = Of([plan], [.. Enumerable.Range(1, 4).Select(q => Realised(q, ("a/n", 0.25m)))], Year);
        Assert.Equal(1m, year.Plans[0].Results[0].Indicators[0].Target);
        Assert.Equal("100.00", year.Value?.ToString());
    }

    /// <summary>365 in a year is one a day: the 59 days to 1 March were to bring 59.</summary>
    [Fact]
    public void A_plan_that_a_change_of_post_cut_short_owes_only_what_its_days_were_to_bring() => Assert.Equal(
        "100.00",
        Of(
            [
                Plan(MainResult("a", Counted("n", 365, More, TargetCounting.AddsUp))),
                PlanFrom(new(2026, 3, 1), MainResult("a", Words()))
            ],
            [Realised(1, ("a/n", 59))],
            Q(1)).Value?.ToString());

    [Fact]
    public void A_level_counts_by_the_latest_quarter_that_was_reported()
    {
        var statement = Of(
            [Plan(MainResult("a", Counted("n", 100)))],
            [Realised(3, ("a/n", 95)), Realised(1, ("a/n", 20))],
            Year);
        Assert.Equal("95.00", statement.Value?.ToString());
        var level = statement.Plans[0].Results[0].Indicators[0];
        Assert.Equal([Q(3)], level.Counted);
        Assert.Equal([Q(1), Q(3)], level.Reported);
    }

    [Fact]
    public void A_quarters_own_target_holds_and_a_quarter_without_one_has_nothing_due()
    {
        var plan = Plan(
            MainResult(
                "a", Counted("n", 10, More, TargetCounting.AddsUp, new QuarterTarget(2, 4), new QuarterTarget(4, 6))));
        Assert.Null(Of([plan], [Realised(1, ("a/n", 9))], Q(1)).Value);
        Assert.Equal("75.00", Of([plan], [Realised(2, ("a/n", 3))], Q(2)).Value?.ToString());
        Assert.Equal("80.00", Of([plan], [Realised(2, ("a/n", 3)), Realised(4, ("a/n", 5))], Year).Value?.ToString());
    }

    /// <summary>181 of 365 days are 49.59%, the other 184 are 50.41%: 60 × 49.59% + 100 × 50.41% = 80.164.</summary>
    [Fact]
    public void A_change_of_post_makes_two_plans_that_share_the_year_by_days()
    {
        var july = new LocalDate(2026, 7, 1);
        var statement = Of(
            [PlanFrom(july, MainResult("a", Counted("n", 100))), Plan(MainResult("a", Counted("n", 100)))],
            [Realised(1, ("a/n", 60)), RealisedOf(july, 3, ("a/n", 100))],
            Year);
        Assert.Equal([4959, 5041], statement.Plans.Select(p => p.ShareHundredths));
        Assert.Equal("80.16", statement.Value?.ToString());
    }

    [Fact]
    public void Months_count_whole_for_the_plan_that_holds_on_the_15th()
    {
        var (first, second) = (
            Plan(MainResult("a", Counted("n", 100))),
            PlanFrom(new(2026, 7, 16), MainResult("a", Counted("n", 100))));
        var statement = SkpAchievement.Of(
            [first, second], [Realised(1, ("a/n", 60)), RealisedOf(second.From, 3, ("a/n", 100))], Year,
            ProRating.Months);
        Assert.Equal([7, 5], statement.Plans.Select(p => p.Weight));
        Assert.Equal([5833, 4167], statement.Plans.Select(p => p.ShareHundredths));
    }

    /// <summary>The month belongs to the plan that holds on the 15th, from that day on too.</summary>
    [Theory]
    [InlineData(14, 6, 6)]
    [InlineData(15, 6, 6)]
    [InlineData(16, 7, 5)]
    public void A_plan_that_begins_on_the_15th_has_the_month(int day, int before, int after) => Assert.Equal(
        [before, after],
        PlanSpans.Of([Plan(MainResult("a", Words())), PlanFrom(new(2026, 7, day), MainResult("a", Words()))])
            .Select(p => p.Span.Weight(ProRating.Months)));

    /// <summary>45 of the quarter's 90 days each; of the year it would be 45 and 320.</summary>
    [Fact]
    public void In_a_quarter_plans_weigh_by_its_own_days()
    {
        var second = PlanFrom(new(2026, 2, 15), MainResult("a", Counted("n", 100)));
        var statement = Of(
            [Plan(MainResult("a", Counted("n", 100))), second],
            [Realised(1, ("a/n", 60)), RealisedOf(second.From, 1, ("a/n", 100))],
            Q(1));
        Assert.Equal([5000, 5000], statement.Plans.Select(p => p.ShareHundredths));
        Assert.Equal("80.00", statement.Value?.ToString());
    }

    [Fact]
    public void What_weighs_nothing_is_no_figure_though_it_was_reached()
    {
        var weightless = Plan(Weighing("a", 0, Counted("n", 100)), Weighing("b", 100, Counted("n", 100)));
        Assert.Equal(
            (null, NotCounted.NothingCounted), ValueAndWhy(Of([weightless], [Realised(1, ("a/n", 80))], Q(1))));
        var (first, second) = (
            Plan(MainResult("a", Counted("n", 100))),
            PlanFrom(new(2026, 1, 10), MainResult("a", Counted("n", 100))));
        var byMonths = SkpAchievement.Of([first, second], [Realised(1, ("a/n", 80))], [Q(1)], ProRating.Months);
        Assert.Equal((null, NotCounted.NothingCounted), ValueAndWhy(byMonths));
    }

    [Fact]
    public void The_next_years_plan_does_not_lengthen_this_years() => Assert.Equal(
        new LocalDate(2027, 1, 1),
        PlanSpans.Of([Plan(MainResult("a", Words())), PlanFrom(new(2027, 3, 1), MainResult("a", Words()))])[0].Span.To);

    [Fact]
    public void A_plan_without_a_figure_leaves_the_whole_year_to_the_other()
    {
        var statement = Of(
            [Plan(MainResult("a", Counted("n", 100))), PlanFrom(new(2026, 7, 1), MainResult("a", Words()))],
            [Realised(1, ("a/n", 60))],
            Year);
        Assert.Equal([10_000, null], statement.Plans.Select(p => p.ShareHundredths));
        Assert.Equal("60.00", statement.Value?.ToString());
    }

    [Fact]
    public void A_quarter_looks_only_at_the_plans_that_hold_in_it() =>
        Assert.Single(
            Of(
                [Plan(MainResult("a", Counted("n", 1))), PlanFrom(new(2026, 7, 1), MainResult("a", Counted("n", 1)))],
                [],
                Q(1)).Plans);

    private static string? Value(WorkPlan plan, Realisation realised) =>
        Of([plan], [realised], realised.Quarter).Value?.ToString();

    private static (string? Value, NotCounted? Why) ValueAndWhy(SkpStatement statement) =>
        (statement.Value?.ToString(), statement.Why);

    private static SkpStatement Of(WorkPlan[] plans, Realisation[] realised, params Quarter[] period) =>
        SkpAchievement.Of(plans, realised, period, ProRating.Days);
}
