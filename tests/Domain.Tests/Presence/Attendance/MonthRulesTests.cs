using Kinerja.Domain.Calendars;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>Which days a month's fold reads, and which months read a day.</summary>
public sealed class MonthRulesTests
{
    private static readonly YearMonth March = new(2026, 3);

    // The leaving after midnight of the month's last day, and the day off on which somebody worked past midnight.
    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(2, 3, 3)]
    [InlineData(30, 3, 3)]
    [InlineData(31, 3, 4)]
    public void Fixed_hours_read_one_day_beside_their_own_month(int day, int first, int last) =>
        Assert.Equal((first, last), Span(MonthRules.Shipped, new LocalDate(2026, 3, day)));

    [Theory]
    [InlineData(1, 2, 3)] // the morning on which February's last night ends
    [InlineData(2, 3, 3)]
    [InlineData(28, 3, 3)]
    [InlineData(29, 3, 4)] // where margins of two shifts overlap, what came before decides
    [InlineData(31, 3, 4)] // the evening that may reach into April
    public void Nights_are_read_by_both_months_that_they_touch(int day, int first, int last)
    {
        var nights = Rules(Year2026.Hours with { Week = Week(new(22, 0), new(6, 0)) });
        Assert.Equal((first, last), Span(nights, new LocalDate(2026, 3, day)));
    }

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(24, 3, 3)]
    [InlineData(25, 3, 4)] // six days before April, and the day before them
    [InlineData(31, 3, 4)]
    public void Days_of_a_week_that_the_month_cuts_are_read_by_the_month_in_which_it_ends(int day, int first, int last)
    {
        var dynamic = Rules(Year2026.Hours with { Scheme = TimeScheme.Dynamic, Required = new(2250, PerWeek: true) });
        Assert.Equal((first, last), Span(dynamic, new LocalDate(2026, 3, day)));
    }

    [Theory]
    [InlineData(true, 25, 3)]
    [InlineData(true, 26, 4)]
    [InlineData(false, 31, 3)]
    public void Leave_of_a_day_is_read_by_another_month_only_for_the_minutes_of_a_week(bool perWeek, int day, int last)
    {
        var dynamic = Rules(Year2026.Hours with { Scheme = TimeScheme.Dynamic, Required = new(2250, perWeek) });
        var months = dynamic.MonthsFolding(Some.Employee().UnitId, new LocalDate(2026, 3, day));
        Assert.Equal((3, last), (months[0].Month, months[^1].Month));
    }

    [Fact]
    public void A_month_reads_a_day_exactly_when_it_is_named_by_it()
    {
        foreach (var rules in new[]
        {
            MonthRules.Shipped,
            Rules(Year2026.Hours with { Week = Week(new(20, 0), new(4, 0)) })
        })
        {
            for (var date = new LocalDate(2026, 1, 1); date.Year == 2026; date = date.PlusDays(1))
            {
                var named = rules.MonthsReading(Some.Employee().UnitId, date);
                var slow = Enumerable.Range(-2, 16).Select(n => new YearMonth(2026, 1).PlusMonths(n))
                    .Where(m => rules.DaysRead(Some.Employee().UnitId, m).Contains(date));
                Assert.Equal(slow, named);
            }
        }
    }

    /// <summary>
    /// With margins that just fill a day no two shifts take one check-in; a minute more and they may. After the month
    /// as far as the last shift and its margin reach by the clock of another zone.
    /// </summary>
    [Theory]
    [InlineData(8, 16, 240, 720, 1, 1)]
    [InlineData(8, 16, 240, 721, 3, 1)]
    [InlineData(8, 16, 241, 720, 3, 1)]
    [InlineData(1, 5, 0, 0, 1, 1)]
    [InlineData(22, 6, 60, 1440, 3, 2)]
    [InlineData(22, 6, 0, 959, 1, 1)] // 06:00, fifteen hours and 59 minutes, two hours between zones
    [InlineData(22, 6, 0, 960, 1, 2)]
    public void As_many_days_are_read_beside_a_month_as_its_shifts_reach(
        int start, int end, int before, int after, int daysBefore, int daysAfter)
    {
        var rules = Rules(Year2026.Hours with
        {
            Week = Week(new(start, 0), new(end, 0)),
            Seasons = [],
            Margins = new ShiftMargins(before, after, 30),
        });
        var days = rules.DaysRead(Some.UnitId, March);
        Assert.Equal(
            (new LocalDate(2026, 3, 1).PlusDays(-daysBefore), new LocalDate(2026, 3, 31).PlusDays(daysAfter)),
            (days.Start, days.End));
    }

    [Fact]
    public void A_working_day_is_known_from_a_calendar_and_of_no_other_year()
    {
        Assert.True(MonthRules.Shipped.IsWorkingDay(new(2026, 4, 1)));
        Assert.False(MonthRules.Shipped.IsWorkingDay(new(2026, 4, 3)));
        Assert.False(MonthRules.Shipped.IsWorkingDay(new(2031, 4, 1)));
    }

    private static (int First, int Last) Span(MonthRules rules, LocalDate date)
    {
        var months = rules.MonthsReading(Some.Employee().UnitId, date);
        return (months[0].Month, months[^1].Month);
    }

    private static MonthRules Rules(WorkingTime hours) => MonthRules.Shipped with
    {
        WorkingTime = new PolicyTimeline<WorkingTimePolicy>(
            [new(new(2020, 1, 1), 1, new WorkingTimePolicy("test", hours, []))]),
    };

    private static WeekHours Week(LocalTime start, LocalTime end) =>
        new(Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None).ToDictionary(
            d => d, _ => new DayHours(start, end, 0)));
}
