using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Runs;

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
        Assert.Equal(new Quarter(2026, 2), RunRules.NewestOver(PeriodKind.Quarter, Some.Agency(Some.Wit), between, 0));
        Assert.Equal(new Quarter(2026, 1), RunRules.NewestOver(PeriodKind.Quarter, Some.Agency(Some.Wib), between, 0));
        Assert.Equal(new Quarter(2026, 2), RunRules.NewestOver(PeriodKind.Quarter, Some.Agency(Some.Wib), EndInWib, 0));
    }

    [Theory]
    [InlineData("2026-03-31T17:00:00Z", 0, "2026-Q1")]
    [InlineData("2026-04-10T16:59:59Z", 10, "2025-Q4")]
    [InlineData("2026-04-10T17:00:00Z", 10, "2026-Q1")]
    [InlineData("2026-05-30T16:59:59Z", 60, "2025-Q4")]
    [InlineData("2026-05-30T17:00:00Z", 60, "2026-Q1")]
    public void A_period_is_due_after_the_agencys_own_days_of_grace(string at, int graceDays, string due) =>
        Assert.Equal(due, RunRules.Due(new Quarter(2026, 1), Some.Agency(), Some.At(at), graceDays).ToString());

    [Theory]
    [InlineData("2026-07-05T16:59:59Z", 1)]
    [InlineData("2026-07-05T17:00:00Z", 2)]
    public void Days_of_grace_move_the_due_moment(string at, int due) => Assert.Equal(
        new Quarter(2026, due), RunRules.NewestOver(PeriodKind.Quarter, Some.Agency(), Some.At(at), graceDays: 5));

    [Fact]
    public void In_January_the_last_quarter_of_the_year_before_is_due() => Assert.Equal(
        new Quarter(2025, 4),
        RunRules.NewestOver(PeriodKind.Quarter, Some.Agency(), Some.At("2026-01-15T00:00:00Z"), 5));

    [Theory]
    [InlineData("2026-12-31T16:59:59Z", 0, 2025)]
    [InlineData("2026-12-31T17:00:00Z", 0, 2026)]
    [InlineData("2027-01-05T16:59:59Z", 5, 2025)]
    [InlineData("2027-01-05T17:00:00Z", 5, 2026)]
    public void A_year_is_due_after_its_grace_in_the_agencys_zone(string at, int graceDays, int due) => Assert.Equal(
        AppraisalPeriod.OfYear(due), RunRules.NewestOver(PeriodKind.Year, Some.Agency(), Some.At(at), graceDays));

    [Theory]
    [InlineData("2026-03-31T16:59:59Z", 0, "2026-02")]
    [InlineData("2026-03-31T17:00:00Z", 0, "2026-03")]
    [InlineData("2026-04-05T16:59:59Z", 5, "2026-02")]
    [InlineData("2026-04-05T17:00:00Z", 5, "2026-03")]
    [InlineData("2026-04-09T17:00:00Z", 60, "2026-01")]
    public void A_month_is_due_after_grace_however_long_it_is(string at, int graceDays, string due)
    {
        var newest = RunRules.NewestOver(PeriodKind.Month, Some.Agency(), Some.At(at));
        Assert.Equal(due, RunRules.Due(newest, Some.Agency(), Some.At(at), graceDays).ToString());
    }

    [Fact]
    public void A_timer_looks_after_two_years_five_quarters_and_six_months() => Assert.Equal(
        [
            "2025", "2024", "2026-Q1", "2025-Q4", "2025-Q3", "2025-Q2", "2025-Q1",
            "2026-03", "2026-02", "2026-01", "2025-12", "2025-11", "2025-10",
        ],
        RunRules.InReach(Some.Agency(), Some.Morning).Select(period => $"{period}"));

    // PP 30/2019 art. 59: the last day of the term is the person's, to its end in the agency's zone.
    [Theory]
    [InlineData(RunState.Published, "2026-07-23T16:59:59Z", false)]
    [InlineData(RunState.Published, "2026-07-23T17:00:00Z", true)]
    [InlineData(RunState.Final, "2026-07-23T17:00:00Z", false)]
    [InlineData(RunState.Ranked, "2026-07-23T17:00:00Z", false)]
    public void PP_30_2019_art_59_the_window_is_over_when_its_last_day_is(RunState state, string at, bool over) =>
        Assert.Equal(
            over,
            RunRules.IsWindowOver(Run(state) with { ObjectionsUntil = new(2026, 7, 23) }, Some.Agency(), Some.At(at)));

    // The term is over on 23 July; an opening up to 30 July holds it, to the end of that day in the agency's zone.
    [Theory]
    [InlineData("2026-07-30T16:59:59Z", false)]
    [InlineData("2026-07-30T17:00:00Z", true)]
    public void A_reopening_holds_finality_up_to_its_last_day(string at, bool over)
    {
        var run = Run(RunState.Published) with
        {
            ObjectionsUntil = new(2026, 7, 23),
            Reopenings = [new(Some.Person(), "Putusan.", 1, Some.Morning, new(2026, 7, 30))],
        };
        Assert.Equal(over, RunRules.IsWindowOver(run, Some.Agency(), Some.At(at)));
    }

    [Fact]
    public void A_window_that_was_never_opened_is_not_over() =>
        Assert.False(RunRules.IsWindowOver(Run(RunState.Published), Some.Agency(), Some.At("2030-01-01T00:00:00Z")));

    [Theory]
    [InlineData(null, true, true)]
    [InlineData("2026-06-30", true, true)]
    [InlineData("2026-07-01", true, false)]
    [InlineData(null, false, false)]
    public void A_run_takes_in_who_is_active_and_was_in_service_on_its_last_day(
        string? started, bool active, bool taken)
    {
        var day = started is null ? (LocalDate?)null : NodaTime.Text.LocalDatePattern.Iso.Parse(started).Value;
        var person = Employment.Always(Some.Employee() with { StartedOn = day, Active = active });
        Assert.Equal(taken, RunRules.TakesIn(new(Some.AgencyId, person), Some.Quarter, []) is not null);
    }

    /// <summary>
    /// The register here says that the person serves on; the moves say otherwise. The quarter ends with 30 June.
    /// </summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("leaves 2026-06-30", false)]
    [InlineData("leaves 2026-07-01", true)]
    [InlineData("leaves 2026-05-15 withdrawn", true)]
    [InlineData("leaves 2026-05-15, comes 2026-06-30", true)]
    [InlineData("leaves 2026-05-15, comes 2026-07-01", false)]
    [InlineData("comes 2026-05-15", true)]
    [InlineData("comes 2026-05-15, leaves 2026-06-01", false)]
    public void A_run_leaves_out_whom_a_recorded_move_has_taken_away_by_its_last_day(string moves, bool taken)
    {
        var other = AgencyId.Parse("lain").Value;
        var known = moves.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(text =>
        {
            var words = text.Split(' ');
            var on = NodaTime.Text.LocalDatePattern.Iso.Parse(words[1]).Value;
            var move = words[0] == "leaves"
                ? new Move(other, Some.Person("peg-lain"), Some.AgencyId, Some.Person(), on)
                : new Move(Some.AgencyId, Some.Person(), other, Some.Person("peg-lain"), on);
            return move with { Withdrawn = words.Length > 2 };
        });
        var service = new ServiceOf(Some.AgencyId, Employment.Always(Some.Employee()));
        Assert.Equal(taken, RunRules.TakesIn(service, Some.Quarter, known) is not null);
    }

    [Fact]
    public void What_is_due_is_always_over_with_its_grace_and_the_next_one_is_not() =>
        Always.HoldsFor(random =>
        {
            var agency = Some.Agency(new[] { Some.Wib, Some.Wita, Some.Wit }[random.Next(3)]);
            var now = Some.Morning + Duration.FromSeconds(random.Next(400 * 86400));
            var (kind, grace) = ((PeriodKind)random.Next(3), random.Next(61));
            var newest = RunRules.NewestOver(kind, agency, now);
            Assert.Null(RunRules.IsOver(newest, agency, now));
            Assert.NotNull(RunRules.IsOver(newest.Next, agency, now));
            var due = RunRules.Due(newest, agency, now, grace);
            Assert.True(due.EndDay.PlusDays(grace) <= now.InZone(agency.Zone).Date);
            Assert.True(due.Next.EndDay.PlusDays(grace) > now.InZone(agency.Zone).Date);
            Assert.Equal(kind, due.Kind);
        });

    [Theory]
    [InlineData(RunState.Gathered, 1799, false)]
    [InlineData(RunState.Gathered, 1800, true)]
    [InlineData(RunState.Planned, 1800, true)]
    [InlineData(RunState.Ranked, 1800, true)]
    [InlineData(RunState.Held, 999999, false)]
    [InlineData(RunState.Published, 999999, false)]
    public void A_run_without_progress_for_half_an_hour_has_stalled(RunState state, int seconds, bool stalled)
    {
        Assert.Equal(stalled, RunRules.HasStalled(Run(state), Some.Morning + Duration.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(500, 1)]
    [InlineData(501, 2)]
    [InlineData(100_000, 200)]
    public void A_headcount_is_split_into_shards_rounded_up(int headcount, int shards) =>
        Assert.Equal(shards, RunRules.ShardsFor(headcount, 500));

    private static EvaluationRun Run(RunState state) =>
        new(Some.AgencyId, Some.Quarter, 1, state, 1, 1, Some.Morning, Some.Morning, "evaluation", "ranking")
        {
            ObjectionPolicyVersion = "objection",
            DistributionPolicyVersion = "distribution",
        };
}
