using Kinerja.Domain.Evaluation;
using NodaTime;

namespace Kinerja.Domain.Tests.Evaluation;

public sealed class RunRulesTests
{
    private static readonly Instant EndInWit = Some.At("2026-06-30T15:00:00Z");
    private static readonly Instant EndInWib = Some.At("2026-06-30T17:00:00Z");

    [Fact]
    public void The_quarter_ends_in_WIT_two_hours_before_WIB()
    {
        Assert.Equal(Duration.FromHours(2), EndInWib - EndInWit);
        Assert.Null(RunRules.IsOver(Some.Quarter, Some.Agency(Some.Wit), EndInWit));
        Assert.NotNull(RunRules.IsOver(Some.Quarter, Some.Agency(Some.Wib), EndInWit));
        Assert.Null(RunRules.IsOver(Some.Quarter, Some.Agency(Some.Wib), EndInWib));
    }

    [Fact]
    public void A_quarter_is_not_over_a_moment_before_its_end()
    {
        var refusal = RunRules.IsOver(Some.Quarter, Some.Agency(), EndInWib - Duration.Epsilon)!;
        Assert.Equal((RefusalKind.Unprocessable, RefusalCodes.PeriodNotOver), (refusal.Kind, refusal.Code));
    }

    [Fact]
    public void The_due_quarter_changes_in_WIT_two_hours_before_WIB()
    {
        var between = EndInWit + Duration.FromHours(1);
        Assert.Equal(new Quarter(2026, 2), RunRules.DueQuarter(Some.Agency(Some.Wit), between, 0));
        Assert.Equal(new Quarter(2026, 1), RunRules.DueQuarter(Some.Agency(Some.Wib), between, 0));
        Assert.Equal(new Quarter(2026, 2), RunRules.DueQuarter(Some.Agency(Some.Wib), EndInWib, 0));
    }

    [Theory]
    [InlineData("2026-07-05T16:59:59Z", 1)]
    [InlineData("2026-07-05T17:00:00Z", 2)]
    public void Days_of_grace_move_the_due_moment(string at, int due) =>
        Assert.Equal(new Quarter(2026, due), RunRules.DueQuarter(Some.Agency(), Some.At(at), graceDays: 5));

    [Fact]
    public void In_January_the_last_quarter_of_the_year_before_is_due() =>
        Assert.Equal(new Quarter(2025, 4), RunRules.DueQuarter(Some.Agency(), Some.At("2026-01-15T00:00:00Z"), 5));

    [Fact]
    public void A_due_quarter_is_always_over_and_the_next_one_is_not() =>
        Always.HoldsFor(random =>
        {
            var zone = new[] { Some.Wib, Some.Wita, Some.Wit }[random.Next(3)];
            var now = Some.Morning + Duration.FromSeconds(random.Next(400 * 86400));
            var due = RunRules.DueQuarter(Some.Agency(zone), now, random.Next(30));
            Assert.Null(RunRules.IsOver(due, Some.Agency(zone), now));
            Assert.NotNull(RunRules.IsOver(Quarter.Of(now, zone), Some.Agency(zone), now));
        });

    [Theory]
    [InlineData(RunState.Gathered, 1799, false)]
    [InlineData(RunState.Gathered, 1800, true)]
    [InlineData(RunState.Planned, 1800, true)]
    [InlineData(RunState.Ranked, 1800, true)]
    [InlineData(RunState.Published, 999999, false)]
    public void A_run_without_progress_for_half_an_hour_has_stalled(RunState state, int seconds, bool stalled)
    {
        var run = new EvaluationRun(
            Some.AgencyId, Some.Quarter, 1, state, 1, 1, Some.Morning, Some.Morning, "evaluation", "ranking");
        Assert.Equal(stalled, RunRules.HasStalled(run, Some.Morning + Duration.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(500, 1)]
    [InlineData(501, 2)]
    [InlineData(100_000, 200)]
    public void A_headcount_is_split_into_shards_rounded_up(int headcount, int shards) =>
        Assert.Equal(shards, RunRules.ShardsFor(headcount, 500));
}
