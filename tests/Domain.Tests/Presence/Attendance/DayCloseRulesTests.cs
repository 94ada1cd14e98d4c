using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

public sealed class DayCloseRulesTests
{
    private static readonly YearMonth January = new(2026, 1);

    // 00:00 WIT on the 6th is 22:00 WIB on the 5th.
    [Fact]
    public void A_day_ends_in_Jayapura_two_hours_before_it_ends_in_Jakarta()
    {
        var midnightInJayapura = Some.At("2026-01-05T15:00:00Z");
        Assert.Equal(new LocalDate(2026, 1, 5), DayCloseRules.LastEnded(midnightInJayapura, Some.Wit));
        Assert.Equal(new LocalDate(2026, 1, 4), DayCloseRules.LastEnded(midnightInJayapura, Some.Wib));
        Assert.Equal(
            new LocalDate(2026, 1, 4), DayCloseRules.LastEnded(midnightInJayapura - Duration.Epsilon, Some.Wit));
    }

    [Fact]
    public void A_month_closes_no_further_than_its_last_day() =>
        Assert.Equal(
            new LocalDate(2026, 1, 31), DayCloseRules.LastEnded(January, Some.At("2026-04-08T00:00:00Z"), Some.Wib));

    [Fact]
    public void A_month_whose_first_day_is_not_over_has_nothing_to_close()
    {
        Assert.Null(DayCloseRules.LastEnded(January, Some.At("2026-01-01T16:59:59Z"), Some.Wib));
        Assert.Equal(
            new LocalDate(2026, 1, 1), DayCloseRules.LastEnded(January, Some.At("2026-01-01T17:00:00Z"), Some.Wib));
        Assert.Null(DayCloseRules.LastMidnight(January, Some.At("2026-01-01T14:59:59Z"), [Some.Wib, Some.Wit]));
    }

    [Fact]
    public void The_last_midnight_is_that_of_the_zone_which_passed_it_last()
    {
        DateTimeZone[] zones = [Some.Wib, Some.Wita, Some.Wit];
        Assert.Equal(
            Some.At("2026-01-05T15:00:00Z"),
            DayCloseRules.LastMidnight(January, Some.At("2026-01-05T15:30:00Z"), zones));
        Assert.Equal(
            Some.At("2026-01-05T17:00:00Z"),
            DayCloseRules.LastMidnight(January, Some.At("2026-01-06T14:00:00Z"), zones));
    }

    // A shift of the last night ends on the 1st, its margin on the 2nd: then the month is folded for the last time.
    [Fact]
    public void A_month_is_settled_when_two_days_after_its_last_one_are_over()
    {
        DateTimeZone[] zones = [Some.Wib, Some.Wit];
        Assert.Equal(Some.At("2026-02-02T17:00:00Z"), DayCloseRules.SettledAt(January, Some.Wib));
        Assert.Equal(
            Some.At("2026-01-31T17:00:00Z"),
            DayCloseRules.LastMidnight(January, Some.At("2026-02-01T14:00:00Z"), zones));
        Assert.Equal(
            Some.At("2026-02-02T17:00:00Z"),
            DayCloseRules.LastMidnight(January, Some.At("2026-03-01T00:00:00Z"), zones));
    }
}
