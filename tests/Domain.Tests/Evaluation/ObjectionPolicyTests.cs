using Kinerja.Domain.Calendars;
using Kinerja.Domain.Objections;
using NodaTime;

namespace Kinerja.Domain.Tests.Evaluation;

public sealed class ObjectionPolicyTests
{
    private static readonly LocalDate Delivered = new(2026, 3, 13);

    [Fact]
    public void PP_30_2019_art_59_fourteen_days_from_delivery_are_calendar_days() =>
        Assert.Equal(new LocalDate(2026, 3, 27), ObjectionPolicy.Default.LastDay(Delivered, _ => throw new InvalidOperationException()));

    // Nyepi and the collective leave beside it, then Idul Fitri: 14 working days last five weeks here.
    [Theory]
    [InlineData(1, "2026-03-16")]
    [InlineData(3, "2026-03-25")]
    public void Working_days_leave_out_weekends_and_the_calendars_days_off(int days, string last)
    {
        var policy = new ObjectionPolicy("v", days, DayCount.Working);
        Assert.Equal(last, policy.LastDay(Delivered, Year2026.Calendar.IsWorkingDay).ToString("uuuu-MM-dd", null));
    }
}
