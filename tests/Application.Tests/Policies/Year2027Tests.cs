using Kinerja.Application.Policies;
using Kinerja.Domain.Calendars;
using NodaTime;

namespace Kinerja.Application.Tests.Policies;

/// <summary>
/// What is shipped for 2027: joint decree 1205/2026, 3/2026, 2/2026 of 15 September 2026, 18 public holidays and 8 days
/// of collective leave. Ramadan and both Ids are provisional until the religion minister declares them.
/// </summary>
public sealed class Year2027Tests
{
    private static WorkCalendar Calendar { get; } =
        PolicyKinds.Calendar.Bind([], ShippedFiles.Policies).On(new(2027, 7, 1));

    [Theory]
    [InlineData(1, 19)]
    [InlineData(2, 19)]
    [InlineData(3, 15)]
    [InlineData(4, 22)]
    [InlineData(5, 16)]
    [InlineData(6, 21)]
    [InlineData(7, 22)]
    [InlineData(8, 21)]
    [InlineData(9, 22)]
    [InlineData(10, 21)]
    [InlineData(11, 22)]
    [InlineData(12, 22)]
    public void A_month_of_2027_has_its_working_days(int month, int days)
    {
        var first = new LocalDate(2027, month, 1);
        Assert.Equal(days, Calendar.CountWorkingDays(first, first.PlusMonths(1)));
    }

    [Fact]
    public void The_decree_of_2027_names_eighteen_holidays_and_eight_days_of_collective_leave() => Assert.Equal(
        (18, 8),
        (
            Calendar.DaysOff.Count(d => Calendar.HolidayOn(d) == HolidayKind.PublicHoliday),
            Calendar.DaysOff.Count(d => Calendar.HolidayOn(d) == HolidayKind.CollectiveLeave)));

    /// <summary>
    /// 1 Ramadan is the 8th or the 9th. From the 8th on: whoever keeps the longer day on it loses nothing.
    /// </summary>
    [Theory]
    [InlineData("2027-02-05", 7, 30, 16, 30)]
    [InlineData("2027-02-08", 8, 0, 15, 0)]
    [InlineData("2027-02-16", 8, 0, 15, 0)]
    [InlineData("2027-02-19", 8, 0, 15, 30)]
    [InlineData("2027-03-09", 8, 0, 15, 0)]
    [InlineData("2027-03-16", 7, 30, 16, 0)]
    public void The_hours_of_Ramadan_hold_from_8_February_to_9_March_2027(
        string date, int startHour, int startMinute, int endHour, int endMinute)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        var hours = PolicyKinds.WorkingTime.Bind([], ShippedFiles.Policies).On(day).Everybody.HoursOn(day)!.Value;
        Assert.Equal(
            (new LocalTime(startHour, startMinute), new LocalTime(endHour, endMinute)), (hours.Start, hours.End));
    }

    [Fact]
    public void What_was_shipped_for_2026_holds_in_2026_as_before()
    {
        var day = new LocalDate(2026, 12, 31);
        Assert.Equal(
            ("calendar-shipped-2026.1", "working-time-shipped-2026.1"),
            (
                PolicyKinds.Calendar.Bind([], ShippedFiles.Policies).On(day).Version,
                PolicyKinds.WorkingTime.Bind([], ShippedFiles.Policies).On(day).Version));
    }
}
