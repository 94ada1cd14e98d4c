using Kinerja.Domain.Objections;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Tests.Objections;

public sealed class DeadlineTests
{
    /// <summary>From Monday 20 December 2027 on; nothing covers 2028.</summary>
    [Theory]
    [InlineData(5, DayCount.Working, "")]
    [InlineData(9, DayCount.Working, "")]
    [InlineData(10, DayCount.Working, "2028")]
    [InlineData(0, DayCount.Working, "")]
    [InlineData(90, DayCount.Calendar, "")]
    public void A_term_names_the_years_of_which_it_counted_days_without_a_calendar(
        int days, DayCount count, string years)
    {
        var (begun, term) = (new LocalDate(2027, 12, 20), new Term(days, count));
        var last = Deadline.LastDay(
            begun, term, day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday));
        Assert.Equal(years, string.Join(' ', Deadline.UncoveredYears(begun, last, term, day => day.Year < 2028)));
    }

    [Theory]
    [InlineData("2026-07-09", 14, "2026-07-23")]
    [InlineData("2026-12-24", 14, "2027-01-07")]
    public void PP_30_2019_art_59_fourteen_days_run_from_the_day_after_delivery(
        string delivered, int days, string last) =>
        Assert.Equal(last, Last(delivered, days, DayCount.Calendar));

    // 24 December is collective leave, 25 December Christmas, a Friday.
    [Theory]
    [InlineData("2026-07-09", 14, "2026-07-29")]
    [InlineData("2026-07-10", 1, "2026-07-13")]
    [InlineData("2026-12-21", 3, "2026-12-28")]
    public void Working_days_leave_out_weekends_and_days_off(string delivered, int days, string last) =>
        Assert.Equal(last, Last(delivered, days, DayCount.Working));

    private static string Last(string delivered, int days, DayCount count) =>
        LocalDatePattern.Iso.Format(Deadline.LastDay(
            LocalDatePattern.Iso.Parse(delivered).Value, new Term(days, count), Some.Calendar.IsWorkingDay));
}
