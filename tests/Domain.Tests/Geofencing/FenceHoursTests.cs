using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Domain.Tests.Geofencing;

public sealed class FenceHoursTests
{
    private const WeekDays WorkDays =
        WeekDays.Monday | WeekDays.Tuesday | WeekDays.Wednesday | WeekDays.Thursday | WeekDays.Friday;

    private static readonly WeeklyWindow Office = new(WorkDays, new(6, 0), new(19, 0));
    private static readonly WeeklyWindow FridayNight = new(WeekDays.Friday, new(22, 0), new(6, 0));

    /// <summary>Nyepi, Thursday 19 March 2026.</summary>
    private static readonly LocalDate Holiday = new(2026, 3, 19);

    [Theory]
    [InlineData("2026-03-31T22:59:59Z", false)] // Wednesday 05:59:59 WIB
    [InlineData("2026-03-31T23:00:00Z", true)]
    [InlineData("2026-04-01T11:59:59Z", true)]
    [InlineData("2026-04-01T12:00:00Z", false)] // 19:00 is over
    [InlineData("2026-04-04T02:00:00Z", false)] // Saturday
    public void A_window_holds_by_the_clock_of_the_site_start_included_end_excluded(string at, bool inForce) =>
        Assert.Equal(inForce, Fence(Office).IsInForce(Some.At(at)));

    [Fact]
    public void The_zone_of_the_site_decides_not_that_of_the_server()
    {
        var at = Some.At("2026-03-31T21:30:00Z"); // 04:30 in Jakarta, 06:30 in Jayapura
        Assert.False(Fence(Office).IsInForce(at));
        Assert.True((Fence(Office) with { Zone = Some.Wit }).IsInForce(at));
    }

    [Theory]
    [InlineData("2026-04-03T14:59:59Z", false)] // Friday 21:59:59
    [InlineData("2026-04-03T15:00:00Z", true)]
    [InlineData("2026-04-03T22:59:59Z", true)] // Saturday 05:59:59
    [InlineData("2026-04-03T23:00:00Z", false)]
    [InlineData("2026-04-02T18:00:00Z", false)] // Friday 01:00: Thursday has no night
    public void A_window_over_midnight_belongs_to_the_day_on_which_it_begins(string at, bool inForce) =>
        Assert.Equal(inForce, Fence(FridayNight).IsInForce(Some.At(at)));

    [Fact]
    public void Sunday_night_ends_on_Monday()
    {
        var night = Fence(new WeeklyWindow(WeekDays.Sunday, new(22, 0), new(6, 0)));
        Assert.True(night.IsInForce(Some.At("2026-04-05T20:00:00Z"))); // Monday 03:00
    }

    [Fact]
    public void From_midnight_to_midnight_is_the_whole_day()
    {
        var day = Fence(new WeeklyWindow(WeekDays.Wednesday, LocalTime.Midnight, LocalTime.Midnight));
        Assert.True(day.IsInForce(Some.At("2026-03-31T17:00:00Z")));
        Assert.True(day.IsInForce(Some.At("2026-04-01T16:59:59Z")));
        Assert.False(day.IsInForce(Some.At("2026-04-01T17:00:00Z")));
    }

    [Fact]
    public void Several_windows_add_up() =>
        Assert.True(Fence(Office, FridayNight).IsInForce(Some.At("2026-04-03T16:00:00Z")));

    [Theory]
    [InlineData(HolidayRule.InForce, null)]
    [InlineData(HolidayRule.NotInForce, FenceExclusion.Holiday)]
    public void A_holiday_closes_a_fence_only_when_its_rule_says_so(HolidayRule rule, FenceExclusion? why)
    {
        var fence = Some.Fence() with { Hours = FenceHours.Always with { Holidays = rule } };
        Assert.Equal(why, fence.WhyNotInForce(Some.At("2026-03-19T03:00:00Z"), day => day == Holiday));
        Assert.Null(fence.WhyNotInForce(Some.At("2026-03-18T03:00:00Z"), day => day == Holiday));
        Assert.Null(fence.WhyNotInForce(Some.At("2026-03-19T03:00:00Z")));
    }

    [Fact]
    public void A_night_that_began_before_the_holiday_ends_after_midnight()
    {
        var every = new WeeklyWindow((WeekDays)127, new(22, 0), new(6, 0));
        var fence = Some.Fence() with { Hours = new FenceHours([every], HolidayRule.NotInForce) };
        Assert.True(fence.IsInForce(Some.At("2026-03-18T20:00:00Z"), day => day == Holiday)); // Nyepi, 03:00
        Assert.False(fence.IsInForce(Some.At("2026-03-19T16:00:00Z"), day => day == Holiday)); // Nyepi, 23:00
    }

    [Theory]
    [InlineData("2026-03-30T03:00:00Z", FenceExclusion.NotYetValid)]
    [InlineData("2026-04-03T03:00:00Z", FenceExclusion.NoLongerValid)]
    [InlineData("2026-04-01T15:00:00Z", FenceExclusion.OutsideWindows)]
    [InlineData("2026-04-01T03:00:00Z", null)]
    public void A_fence_that_is_not_in_force_says_why(string at, FenceExclusion? why)
    {
        var fence = Some.Fence(from: new(2026, 4, 1), to: new(2026, 4, 3))
            with
        { Hours = new([Office], HolidayRule.InForce) };
        Assert.Equal(why, fence.WhyNotInForce(Some.At(at)));
    }

    [Fact]
    public void Hours_agree_with_a_list_of_all_their_intervals() =>
        Always.HoldsFor(
            random =>
            {
                var windows = Enumerable.Range(0, random.Next(4))
                    .Select(_ => new WeeklyWindow((WeekDays)random.Next(1, 128), AnyTime(random), AnyTime(random)))
                    .ToArray();
                var rule = random.Next(2) == 0 ? HolidayRule.InForce : HolidayRule.NotInForce;
                var fence = Some.Fence(from: new(2026, 3, 5), to: new(2026, 3, 25))
                    with
                { Hours = new([.. windows], rule) };
                bool IsHoliday(LocalDate day) => day.Day % 5 == 0;
                for (var i = 0; i < 50; i++)
                {
                    var wall = new LocalDate(2026, 3, 1).PlusDays(random.Next(30)).At(AnyTime(random));
                    Assert.Equal(
                        Plain(fence, wall, IsHoliday),
                        fence.IsInForce(wall.InZoneStrictly(Some.Wib).ToInstant(), IsHoliday));
                }
            },
            runs: 400);

    /// <summary>Every interval of every window is written out; the time is in one of them or not.</summary>
    private static bool Plain(Geofence fence, LocalDateTime wall, Func<LocalDate, bool> isHoliday)
    {
        var windows = fence.Hours.Windows.IsEmpty
            ? [new WeeklyWindow((WeekDays)127, LocalTime.Midnight, LocalTime.Midnight)]
            : fence.Hours.Windows;
        return (from day in Enumerable.Range(-2, 40).Select(new LocalDate(2026, 3, 1).PlusDays)
                where fence.ValidFrom <= day && day < fence.ValidTo
                where fence.Hours.Holidays == HolidayRule.InForce || !isHoliday(day)
                from window in windows
                where window.Days.ToString().Split(", ").Contains(day.DayOfWeek.ToString())
                let start = day.At(window.From)
                let end = (window.To > window.From ? day : day.PlusDays(1)).At(window.To)
                select start <= wall && wall < end).Any(covered => covered);
    }

    /// <summary>Quarters of an hour, so that starts, ends and times often meet.</summary>
    private static LocalTime AnyTime(Random random) => LocalTime.Midnight.PlusMinutes(15 * random.Next(96));

    private static Geofence Fence(params WeeklyWindow[] windows) =>
        Some.Fence() with { Hours = new FenceHours([.. windows], HolidayRule.InForce) };
}
