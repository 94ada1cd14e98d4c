using NodaTime;

namespace Kinerja.Domain.Tests.Calendars;

public sealed class Year2026Tests
{
    // Joint decree of 19 September 2025: 17 public holidays and 8 days of collective leave.
    [Theory]
    [InlineData(1, 55)]
    [InlineData(2, 57)]
    [InlineData(3, 64)]
    [InlineData(4, 64)]
    public void A_quarter_of_2026_has_its_working_days(int number, int days)
    {
        var quarter = new Quarter(2026, number);
        Assert.Equal(days, Year2026.Calendar.CountWorkingDays(quarter.FirstDay, quarter.EndDay));
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 18)]
    [InlineData(3, 17)]
    [InlineData(4, 21)]
    [InlineData(5, 16)]
    [InlineData(6, 20)]
    [InlineData(7, 23)]
    [InlineData(8, 19)]
    [InlineData(9, 22)]
    [InlineData(10, 22)]
    [InlineData(11, 21)]
    [InlineData(12, 21)]
    public void A_month_of_2026_has_its_working_days(int month, int days)
    {
        var first = new LocalDate(2026, month, 1);
        Assert.Equal(days, Year2026.Calendar.CountWorkingDays(first, first.PlusMonths(1)));
    }

    [Fact]
    public void The_year_2026_has_240_working_days() =>
        Assert.Equal(240, Year2026.Calendar.CountWorkingDays(new(2026, 1, 1), new(2027, 1, 1)));

    // Each with its weekday as the decree prints it, so that a wrong date cannot hide.
    [Theory]
    [InlineData(1, 1, IsoDayOfWeek.Thursday)]
    [InlineData(1, 16, IsoDayOfWeek.Friday)]
    [InlineData(2, 16, IsoDayOfWeek.Monday)]
    [InlineData(2, 17, IsoDayOfWeek.Tuesday)]
    [InlineData(3, 18, IsoDayOfWeek.Wednesday)]
    [InlineData(3, 19, IsoDayOfWeek.Thursday)]
    [InlineData(3, 20, IsoDayOfWeek.Friday)]
    [InlineData(3, 21, IsoDayOfWeek.Saturday)]
    [InlineData(3, 22, IsoDayOfWeek.Sunday)]
    [InlineData(3, 23, IsoDayOfWeek.Monday)]
    [InlineData(3, 24, IsoDayOfWeek.Tuesday)]
    [InlineData(4, 3, IsoDayOfWeek.Friday)]
    [InlineData(4, 5, IsoDayOfWeek.Sunday)]
    [InlineData(5, 1, IsoDayOfWeek.Friday)]
    [InlineData(5, 14, IsoDayOfWeek.Thursday)]
    [InlineData(5, 15, IsoDayOfWeek.Friday)]
    [InlineData(5, 27, IsoDayOfWeek.Wednesday)]
    [InlineData(5, 28, IsoDayOfWeek.Thursday)]
    [InlineData(5, 31, IsoDayOfWeek.Sunday)]
    [InlineData(6, 1, IsoDayOfWeek.Monday)]
    [InlineData(6, 16, IsoDayOfWeek.Tuesday)]
    [InlineData(8, 17, IsoDayOfWeek.Monday)]
    [InlineData(8, 25, IsoDayOfWeek.Tuesday)]
    [InlineData(12, 24, IsoDayOfWeek.Thursday)]
    [InlineData(12, 25, IsoDayOfWeek.Friday)]
    public void A_day_off_of_the_decree_is_not_worked(int month, int day, IsoDayOfWeek weekday)
    {
        var date = new LocalDate(2026, month, day);
        Assert.Equal(weekday, date.DayOfWeek);
        Assert.False(Year2026.Calendar.IsWorkingDay(date));
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(4, 12)]
    public void A_weekend_is_not_worked(int month, int day) =>
        Assert.False(Year2026.Calendar.IsWorkingDay(new LocalDate(2026, month, day)));

    [Fact]
    public void An_empty_span_has_no_working_day() =>
        Assert.Equal(0, Year2026.Calendar.CountWorkingDays(new(2026, 4, 1), new(2026, 4, 1)));

    // Perpres 21/2023 art. 4: 37.5 hours a week from 07:30 (break 60, Friday 90 minutes);
    // in Ramadan 32.5 hours from 08:00 (break 30, Friday 60 minutes). Ramadan 1447: 19 February to 20 March 2026.
    [Theory]
    [InlineData(2, 18, "07:30", "16:00")]
    [InlineData(2, 19, "08:00", "15:00")]
    [InlineData(2, 20, "08:00", "15:30")]
    [InlineData(3, 17, "08:00", "15:00")]
    [InlineData(3, 20, "08:00", "15:30")]
    [InlineData(3, 25, "07:30", "16:00")]
    [InlineData(3, 27, "07:30", "16:30")]
    public void Hours_follow_the_season_and_Friday(int month, int day, string start, string end)
    {
        var hours = Year2026.Hours.HoursOn(new LocalDate(2026, month, day))!.Value;
        Assert.Equal(start, hours.Start.ToString("HH:mm", null));
        Assert.Equal(end, hours.End.ToString("HH:mm", null));
    }

    [Theory]
    [InlineData(4, 6, 37.5, 60, 90)]
    [InlineData(2, 23, 32.5, 30, 60)]
    public void A_full_week_adds_up_without_its_breaks(int month, int monday, double hours, int pause, int fridayPause)
    {
        var minutes = Enumerable.Range(0, 5).Select(n => new LocalDate(2026, month, monday).PlusDays(n)).Sum(day =>
        {
            var (start, end, rest) = Year2026.Hours.HoursOn(day)!.Value;
            Assert.Equal(day.DayOfWeek == IsoDayOfWeek.Friday ? fridayPause : pause, rest);
            return ((end.TickOfDay - start.TickOfDay) / NodaConstants.TicksPerMinute) - rest;
        });
        Assert.Equal(hours, minutes / 60.0);
    }
}
