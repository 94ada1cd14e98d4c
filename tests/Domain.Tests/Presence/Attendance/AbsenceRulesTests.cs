using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

public sealed class AbsenceRulesTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1);

    // PP 94/2021; one widely shared infographic prints 4-7 and 12-24, which is wrong.
    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, AbsenceTier.OralWarning)]
    [InlineData(4, AbsenceTier.WrittenWarning)]
    [InlineData(6, AbsenceTier.WrittenWarning)]
    [InlineData(7, AbsenceTier.StatementOfDissatisfaction)]
    [InlineData(10, AbsenceTier.StatementOfDissatisfaction)]
    [InlineData(11, AbsenceTier.AllowanceCutSixMonths)]
    [InlineData(13, AbsenceTier.AllowanceCutSixMonths)]
    [InlineData(14, AbsenceTier.AllowanceCutNineMonths)]
    [InlineData(16, AbsenceTier.AllowanceCutNineMonths)]
    [InlineData(17, AbsenceTier.AllowanceCutTwelveMonths)]
    [InlineData(20, AbsenceTier.AllowanceCutTwelveMonths)]
    [InlineData(21, AbsenceTier.LowerPostTwelveMonths)]
    [InlineData(24, AbsenceTier.LowerPostTwelveMonths)]
    [InlineData(25, AbsenceTier.ExecutorPostTwelveMonths)]
    [InlineData(27, AbsenceTier.ExecutorPostTwelveMonths)]
    [InlineData(28, AbsenceTier.Dismissal)]
    public void Days_of_a_year_add_up_to_a_tier(int absent, AbsenceTier? tier)
    {
        var year = Count(Enumerable.Range(0, absent).SelectMany(_ => new[] { DayStatus.NoRecord, DayStatus.Present }));
        Assert.Equal(absent, year.AbsentDays.Count);
        Assert.Equal(tier, year.Proposal?.Tier);
        Assert.Equal(tier is null ? null : year.AbsentDays, year.Proposal?.Evidence);
    }

    [Theory]
    [InlineData(9, AbsenceTier.StatementOfDissatisfaction, false)]
    [InlineData(10, AbsenceTier.Dismissal, true)]
    public void Ten_working_days_in_a_row_stand_by_themselves(int absent, AbsenceTier tier, bool inARow)
    {
        var year = Count(Enumerable.Repeat(DayStatus.NoRecord, absent));
        Assert.Equal((tier, inARow), (year.Proposal!.Tier, year.Proposal.InARow));
    }

    [Fact]
    public void A_weekend_neither_breaks_a_run_nor_lengthens_it()
    {
        var five = Enumerable.Repeat(DayStatus.NoRecord, 5).ToList();
        var year = Count([.. five, DayStatus.DayOff, DayStatus.DayOff, .. five]);
        Assert.Equal((10, true), (year.LongestRunDays, year.Proposal!.InARow));
    }

    [Theory]
    [InlineData(DayStatus.Present)]
    [InlineData(DayStatus.Sick)]
    [InlineData(DayStatus.NeedsReview)]
    [InlineData(DayStatus.Uncertain)]
    public void Anything_else_breaks_a_run_a_doubt_too(DayStatus between)
    {
        var nine = Enumerable.Repeat(DayStatus.NoRecord, 9).ToList();
        Assert.False(Count([.. nine, between, DayStatus.NoRecord]).Proposal!.InARow);
    }

    [Fact]
    public void Uncertain_days_and_days_for_a_superior_are_not_absent()
    {
        var year = Count(
            [DayStatus.NeedsReview, DayStatus.Uncertain, DayStatus.NoCalendar, DayStatus.NotYet, DayStatus.Leave]);
        Assert.Empty(year.AbsentDays);
        Assert.Equal(3, year.UndecidedDays.Count);
        Assert.Null(year.Proposal);
    }

    [Fact]
    public void Another_years_days_do_not_count() =>
        Assert.Empty(AbsenceRules.Count(Some.Person(), 2027, Days([DayStatus.NoRecord])).AbsentDays);

    private static AbsenceYear Count(IEnumerable<DayStatus> statuses) =>
        AbsenceRules.Count(Some.Person(), 2026, Days(statuses).Reverse());

    private static IEnumerable<AttendanceDay> Days(IEnumerable<DayStatus> statuses) =>
        [.. statuses.Select((status, i) =>
        new AttendanceDay(NewYear.PlusDays(i), status, null, null, null, null, null, null, 0, false, [], "h"))];
}
