using Kinerja.Domain.Objections;
using NodaTime.Text;

namespace Kinerja.Domain.Tests.Objections;

public sealed class DeadlineTests
{
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
