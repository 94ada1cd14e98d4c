using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

public sealed class DeductionRulesTests
{
    private static readonly LocalDate First = new(2026, 4, 1);

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(30, 0.5)]
    [InlineData(31, 1)]
    [InlineData(60, 1)]
    [InlineData(61, 1.5)]
    [InlineData(90, 1.5)]
    [InlineData(91, 2)]
    public void Agriculture_cuts_by_bands_late_and_early_alike(int minutes, decimal percent)
    {
        Assert.Equal(percent, Apply(ShippedSchemes.Agriculture, Present(late: minutes)).PercentOfMonth);
        Assert.Equal(percent, Apply(ShippedSchemes.Agriculture, Present(early: minutes)).PercentOfMonth);
    }

    [Fact]
    public void A_day_on_time_costs_nothing() =>
        Assert.Empty(Apply(ShippedSchemes.Agriculture, Present()).Lines);

    [Fact]
    public void Each_line_names_its_day_and_rule() => Assert.Equal(
        [
            new(First, "late", DeductionEvent.Late, 45, 1, DeductionUnit.PercentOfMonth),
            new(First.PlusDays(1), "absent", DeductionEvent.Absent, null, 4, DeductionUnit.PercentOfMonth),
        ],
        Apply(ShippedSchemes.Agriculture, Present(late: 45), Day(DayStatus.NoRecord)).Lines);

    [Fact]
    public void A_day_present_costs_at_most_its_cap_and_the_cap_shows()
    {
        var statement = Apply(ShippedSchemes.DayCapped, Present(late: 91, early: 91));
        Assert.Equal((2.5m, 2), (statement.PercentOfMonth, statement.Lines.Count));
        Assert.Equal([new(First, DeductionUnit.PercentOfMonth, 5, 2.5m)], statement.Capped);
    }

    [Fact]
    public void Days_for_a_superior_or_without_a_calendar_are_open_and_cost_nothing()
    {
        var statement = Apply(
            ShippedSchemes.Agriculture, Day(DayStatus.NeedsReview), Day(DayStatus.Uncertain), Day(DayStatus.NoCalendar),
            Day(DayStatus.Leave));
        Assert.Empty(statement.Lines);
        Assert.Equal([First, First.PlusDays(1), First.PlusDays(2)], statement.OpenDays);
    }

    [Theory]
    [InlineData(100, 0.5, 1)] // half a rupiah is rounded up
    [InlineData(99, 0.5, 0)]
    [InlineData(5_000_001, 0.5, 25_000)]
    [InlineData(5_000_100, 0.5, 25_001)]
    public void Rupiah_are_rounded_once_and_half_up(decimal allowance, decimal percent, decimal rupiah)
    {
        var statement = Apply(ShippedSchemes.Agriculture, Present(late: 1));
        Assert.Equal(percent, statement.PercentOfMonth);
        Assert.Equal(rupiah, statement.RupiahOf(allowance));
    }

    [Fact]
    public void A_deduction_is_never_more_than_the_presence_share()
    {
        var days = Enumerable.Range(0, 30).Select(_ => Day(DayStatus.NoRecord)).ToArray();
        Assert.Equal(1_000_000, Apply(ShippedSchemes.Agriculture, days).RupiahOf(1_000_000));
    }

    private static DeductionStatement Apply(DeductionScheme scheme, params AttendanceDay[] days) =>
        DeductionRules.Apply(
        scheme,
        new AttendanceMonth(
            Some.Person(), First.ToYearMonth(), [.. days.Select((d, i) => d with { Date = First.PlusDays(i) })], "c"));

    private static AttendanceDay Present(int late = 0, int early = 0) =>
        Day(DayStatus.Present) with { LateMinutes = late, EarlyMinutes = early };

    private static AttendanceDay Day(DayStatus status) => new(
        First, status, WorkMode.Office, GeofenceKind.Office, null, null, null, null, 0, false, [], "h");
}
