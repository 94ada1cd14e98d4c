using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>
/// Of April 2026 in Jayapura, nine hours before UTC: its last night is over on 3 May at midnight there.
/// </summary>
public sealed class MonthStateRulesTests
{
    private static readonly DateTimeZone Wit = DateTimeZoneProviders.Tzdb["Asia/Jayapura"];
    private static readonly Instant Settled = Instant.FromUtc(2026, 5, 2, 15, 0);

    [Theory]
    [InlineData(DayStatus.Present, MonthState.Complete)]
    [InlineData(DayStatus.NoRecord, MonthState.Complete)]
    [InlineData(DayStatus.DayOff, MonthState.Complete)]
    [InlineData(DayStatus.NeedsReview, MonthState.OpenDays)]
    [InlineData(DayStatus.Uncertain, MonthState.OpenDays)]
    [InlineData(DayStatus.NoCalendar, MonthState.OpenDays)]
    [InlineData(DayStatus.NotInService, MonthState.NotInService)]
    public void A_month_that_is_over_is_as_its_days_are(DayStatus status, MonthState state) =>
        Assert.Equal(state, MonthStateRules.Of(Month(status), Wit, Settled));

    [Fact]
    public void One_day_in_service_makes_a_month_to_judge() => Assert.Equal(
        MonthState.Complete,
        MonthStateRules.Of(Month(DayStatus.NotInService, DayStatus.Present), Wit, Settled));

    [Fact]
    public void One_open_day_leaves_a_month_open() => Assert.Equal(
        MonthState.OpenDays,
        MonthStateRules.Of(Month(DayStatus.Present, DayStatus.NeedsReview, DayStatus.Present), Wit, Settled));

    [Fact]
    public void Until_its_last_night_is_over_where_the_person_works_a_month_is_not()
    {
        var month = Month(DayStatus.Present);

        Assert.Equal(MonthState.MonthNotOver, MonthStateRules.Of(month, Wit, Settled - Duration.Epsilon));
        Assert.Equal(MonthState.Complete, MonthStateRules.Of(month, Wit, Settled));
        Assert.Equal(MonthState.MonthNotOver, MonthStateRules.Of(null, Wit, Settled));
    }

    [Theory]
    [InlineData(MonthState.Complete, 0, MonthState.Complete)]
    [InlineData(MonthState.Complete, 1, MonthState.OpenDays)]
    [InlineData(MonthState.OpenDays, 0, MonthState.Complete)]
    [InlineData(MonthState.MonthNotOver, 0, MonthState.MonthNotOver)]
    [InlineData(MonthState.NotInService, 0, MonthState.NotInService)]
    public void Deductions_wait_for_the_days_that_their_statement_calls_open(
        MonthState month, int open, MonthState state)
    {
        var days = Enumerable.Range(1, open).Select(day => new LocalDate(2026, 4, day)).ToList();
        var statement = DeductionRules.Apply(ShippedSchemes.Agriculture, Month()) with { OpenDays = days };

        Assert.Equal(state, MonthStateRules.Of(month, statement));
    }

    [Theory]
    [InlineData(MonthState.Complete)]
    [InlineData(MonthState.MonthNotOver)]
    [InlineData(MonthState.NotInService)]
    public void Without_a_scheme_there_is_no_figure_whatever_the_month(MonthState month) =>
        Assert.Equal(MonthState.NoPolicy, MonthStateRules.Of(month, null));

    private static AttendanceMonth Month(params DayStatus[] days) => new(
        EmployeeId.Parse("peg-0001").Value,
        new YearMonth(2026, 4),
        [.. days.Select((status, i) => new AttendanceDay(
            new LocalDate(2026, 4, i + 1), status, null, null, null, null, null, null, 0, false, [], "hours"))],
        null);
}
