using Kinerja.Domain.WorkPlans;
using NodaTime;
using static Kinerja.Domain.Tests.WorkPlans.Planned;

namespace Kinerja.Domain.Tests.WorkPlans;

/// <summary>The rule beside a slow one in whole fractions, and what no order and no gap may change.</summary>
public sealed class SkpAchievementPropertyTests
{
    [Fact]
    public void The_rule_equals_plain_arithmetic_in_fractions() => Always.HoldsFor(random =>
    {
        var (plans, realised) = Case(random);
        Assert.Equal(
            SlowSkp.Of(plans, realised), SkpAchievement.Of(plans, realised, Year, ProRating.Days).Value?.Hundredths);
    }, 500);

    [Fact]
    public void The_order_of_plans_rows_and_realisations_changes_nothing() => Always.HoldsFor(random =>
    {
        var (plans, realised) = Case(random);
        var mixed = SkpAchievement.Of(
            Shuffled(random, plans).Select(p => p with
            {
                Content = p.Content with
                {
                    Results = [.. Shuffled(random, p.Content.Results).Select(
                        r => r with { Indicators = [.. Shuffled(random, r.Indicators)] })],
                },
            }),
            Shuffled(random, realised).Select(r => r with { Results = [.. Shuffled(random, r.Results)] }),
            [.. Shuffled(random, Year)],
            ProRating.Days);
        Assert.Equal(Flat(SkpAchievement.Of(plans, realised, Year, ProRating.Days)), Flat(mixed));
    });

    [Fact]
    public void Rows_and_plans_without_realisation_move_nothing() => Always.HoldsFor(random =>
    {
        var results = Enumerable.Range(0, random.Next(1, 5)).Select(i => MainResult($"r{i}", AnyCounted(random, "n")))
            .ToArray();
        var realised = Realised(1, [.. results.Select(r => ($"{r.Id}/n", (decimal)random.Next(0, 200)))]);
        var more = Plan(
            [
                .. results,
                MainResult("x", AnyCounted(random, "n")),
                MainResult("y", Words()),
                Additional("z", AnyCounted(random, "n"))
            ]);
        Assert.Equal(Value([Plan(results)], [realised]), Value([more], [realised]));
        Assert.Equal(
            Value([Plan(results)], [realised]),
            Value([more, PlanFrom(new(2026, 10, 1), MainResult("q", AnyCounted(random, "n")))], [realised]));
    });

    [Fact]
    public void No_achievement_leaves_0_to_120_and_more_never_hurts_where_more_is_better() => Always.HoldsFor(random =>
    {
        var (target, low) = (random.Next(1, 1_000_000) / 10_000m, random.Next(0, 2_000_000) / 10_000m);
        var high = low + (random.Next(0, 1_000_000) / 10_000m);
        foreach (var direction in Enum.GetValues<TargetDirection>())
        {
            var (less, more) = (
                IndicatorRules.PercentOf(low, target, direction),
                IndicatorRules.PercentOf(high, target, direction));
            Assert.InRange(less.Hundredths, 0, 12_000);
            Assert.True(
                direction == TargetDirection.MoreIsBetter ? more.CompareTo(less) >= 0 : more.CompareTo(less) <= 0);
        }
    });

    [Fact]
    public void Shares_add_to_100_percent_and_none_is_a_hundredth_away_from_its_part() => Always.HoldsFor(random =>
    {
        var parts = Enumerable.Range(0, random.Next(1, 13)).Select(_ => (long)random.Next(0, 367)).Append(1).ToList();
        var shares = Shares.OfAll(parts);
        Assert.Equal(Shares.All, shares.Sum());
        Assert.All(
            parts.Zip(shares), x => Assert.True(Math.Abs((x.First * Shares.All / (double)parts.Sum()) - x.Second) < 1));
    });

    /// <summary>Of two parts, the first is simply rounded half up.</summary>
    [Fact]
    public void Of_two_parts_the_first_is_rounded_half_up_for_every_day_of_a_year()
    {
        for (var days = 0L; days <= 366; days++)
        {
            Assert.Equal((int)(((2 * days * Shares.All) + 366) / (2 * 366)), Shares.OfAll([days, 366 - days])[0]);
        }
    }

    [Fact]
    public void Plans_of_a_year_leave_no_day_out_and_count_none_twice() => Always.HoldsFor(random =>
    {
        var plans = Enumerable.Range(0, random.Next(1, 6)).Select(_ => NewYear.PlusDays(random.Next(365)))
            .Append(NewYear).Distinct()
            .Select(from => PlanFrom(from, MainResult("a", Words()))).ToList();
        var spans = PlanSpans.Of(Shuffled(random, plans)).Select(p => p.Span).ToList();
        Assert.Equal(365, spans.Sum(s => s.Days));
        Assert.Equal(12, spans.Sum(s => s.Weight(ProRating.Months)));
        Assert.All(spans.Zip(spans.Skip(1)), x => Assert.Equal(x.First.To, x.Second.From));
    });

    /// <summary>Every figure of a statement with its place, in order.</summary>
    private static IEnumerable<string> Flat(SkpStatement statement) => statement.Plans
        .SelectMany(plan => plan.Results.SelectMany(Flat).Append($"{plan.From} {plan.Value} {plan.ShareHundredths}"))
        .Append($"{statement.Value}");

    private static IEnumerable<string> Flat(ResultAchievement result) => result.Indicators
        .Select(one =>
            $"{one.Id} {one.Realised} {one.Target} {one.Value} {one.Why} {string.Join(' ', one.Counted)}")
        .Append($"{result.Id} {result.Value} {result.Why}");

    private static int? Value(WorkPlan[] plans, Realisation[] realised) =>
        SkpAchievement.Of(plans, realised, Year, ProRating.Days).Value?.Hundredths;

    private static Indicator AnyCounted(Random random, string id) => Counted(
        id, random.Next(
            1, 100_000) / 100m, random.Next(2) == 0 ? TargetDirection.MoreIsBetter : TargetDirection.LessIsBetter,
        random.Next(2) == 0 ? TargetCounting.Latest : TargetCounting.AddsUp);

    private static (WorkPlan[] Plans, Realisation[] Realised) Case(Random random)
    {
        LocalDate[] days = random.Next(2) == 0 ? [NewYear] : [NewYear, NewYear.PlusDays(random.Next(1, 365))];
        var weighted = random.Next(2) == 0;
        var plans = days.Select(from =>
        {
            var count = random.Next(1, 5);
            var weights = Shares.OfAll([.. Enumerable.Range(0, count).Select(_ => 1L + random.Next(9))]);
            return PlanFrom(from, [.. Enumerable.Range(0, count).Select(i =>
            {
                var indicators = Enumerable.Range(0, random.Next(1, 4)).Select(n => AnyCounted(random, $"n{n}"))
                    .ToArray();
                return weighted ? Weighing($"r{i}", weights[i] / 100m, indicators) : MainResult($"r{i}", indicators);
            })]);
        }).ToArray();
        var realised = plans.SelectMany(
            plan => Year.Where(_ => random.Next(3) > 0).Select(quarter => RealisedOf(plan.From, quarter.Number, [
            .. plan.Content.Results.SelectMany(r => r.Indicators.Where(_ => random.Next(3) > 0)
                .Select(n => ($"{r.Id}/{n.Id}", random.Next(0, 60_000) / 100m))),
        ])));
        return (plans, [.. realised]);
    }

    private static T[] Shuffled<T>(Random random, IEnumerable<T> items)
    {
        var all = items.ToArray();
        random.Shuffle(all);
        return all;
    }
}
