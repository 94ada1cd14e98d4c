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
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(6, 2)]
    [InlineData(7, 3)]
    [InlineData(10, 3)]
    [InlineData(11, 4)]
    [InlineData(13, 4)]
    [InlineData(14, 5)]
    [InlineData(16, 5)]
    [InlineData(17, 6)]
    [InlineData(20, 6)]
    [InlineData(21, 7)]
    [InlineData(24, 7)]
    [InlineData(25, 8)]
    [InlineData(27, 8)]
    [InlineData(28, 9)]
    public void Days_of_a_year_add_up_to_a_tier(int absent, int? tier)
    {
        var year = Count(Enumerable.Range(0, absent).SelectMany(_ => new[] { DayStatus.NoRecord, DayStatus.Present }));
        Assert.Equal(absent, year.AbsentDays.Count);
        Assert.Equal(tier, year.Proposal?.Tier);
        Assert.Equal(tier is null ? null : year.AbsentDays, year.Proposal?.Evidence);
    }

    [Theory]
    [InlineData(9, 3, false)]
    [InlineData(10, 9, true)]
    public void Ten_working_days_in_a_row_stand_by_themselves(int absent, int tier, bool inARow)
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
        Assert.Empty(AbsenceRules.Count(
            Some.Person(), 2027, Days([DayStatus.NoRecord]), DisciplineLaw.Shipped).AbsentDays);

    [Theory]
    [InlineData("", false, true)]
    [InlineData("DayOff NotInService", false, true)]
    [InlineData("DayOff NoRecord Present", true, false)]
    [InlineData("DayOff Absent NoRecord", true, true)]
    [InlineData("Present NoRecord", false, false)]
    [InlineData("Uncertain DayOff", false, false)]
    public void A_run_comes_from_before_where_it_stands_first_and_goes_through_where_nothing_ends_it(
        string days, bool mayHaveBegunBefore, bool mayReachThrough)
    {
        var any = Days(days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => Enum.Parse<DayStatus>(s)))
            .Reverse();
        Assert.Equal(
            (mayHaveBegunBefore, mayReachThrough),
            (AbsenceRules.MayHaveBegunBefore(any), AbsenceRules.MayReachThrough(any)));
    }

    private static AbsenceYear Count(IEnumerable<DayStatus> statuses) =>
        AbsenceRules.Count(Some.Person(), 2026, Days(statuses).Reverse(), DisciplineLaw.Shipped);

    private static IEnumerable<AttendanceDay> Days(IEnumerable<DayStatus> statuses) =>
        [.. statuses.Select((status, i) =>
        new AttendanceDay(NewYear.PlusDays(i), status, null, null, null, null, null, null, 0, false, [], "h"))];
}
