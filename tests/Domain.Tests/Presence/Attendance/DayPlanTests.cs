using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>What a date asks for, and which moment a time by the clock is of its shift.</summary>
public sealed class DayPlanTests
{
    private static readonly LocalDate Wednesday = new(2026, 4, 1);

    [Fact]
    public void Who_is_not_in_service_is_asked_for_nothing()
    {
        var plan = DayPlan.Of(Some.Employee() with { Active = false }, Wednesday, Some.Rules());
        Assert.Equal((null, DayReason.NotInService, 0), (plan.Hours, plan.Off, plan.RequiredMinutes));
    }

    [Theory]
    [InlineData(1, 450)] // 07:30 to 16:00 with an hour's break
    [InlineData(3, 0)] // Good Friday
    [InlineData(10, 450)] // a Friday: half an hour more, and half an hour more of break
    public void A_days_minutes_are_its_hours_without_the_break(int day, int minutes) =>
        Assert.Equal(minutes, Plan(new(2026, 4, day), Some.Hours).RequiredMinutes);

    /// <summary>
    /// Six days a week and in a season from Monday 6 April five: the days of the date's own week count.
    /// </summary>
    [Theory]
    [InlineData(false, 1, 2250)]
    [InlineData(true, 1, 375)]
    [InlineData(true, 8, 450)]
    public void A_weeks_minutes_are_shared_by_its_days_of_work(bool perWeek, int day, int minutes)
    {
        var hours = Some.Hours with
        {
            Week = Days(6),
            Seasons = [new Season("musim", new(2026, 4, 6), new(2026, 4, 30), Days(5))],
            Required = new RequiredTime(2250, perWeek),
        };
        Assert.Equal(minutes, Plan(new(2026, 4, day), hours).RequiredMinutes);
    }

    // Nights from 22:00 to 06:00. Margins of 12 and 24 hours take most times twice, those of an hour none by day.
    [Theory]
    [InlineData(CorrectionKind.Arrival, 720, 1440, "21:50", "2026-04-01T21:50")]
    [InlineData(CorrectionKind.Arrival, 720, 1440, "00:30", "2026-04-02T00:30")]
    [InlineData(CorrectionKind.Leaving, 720, 1440, "06:10", "2026-04-02T06:10")]
    [InlineData(CorrectionKind.Leaving, 720, 1440, "05:00", "2026-04-02T05:00")]
    [InlineData(CorrectionKind.Leaving, 720, 1440, "22:01", "2026-04-01T22:01")]
    [InlineData(CorrectionKind.Leaving, 720, 1440, "22:00", "2026-04-02T22:00")] // no leaving at the start
    [InlineData(CorrectionKind.Leaving, 720, 1440, "21:50", "2026-04-02T21:50")]
    [InlineData(CorrectionKind.Arrival, 60, 60, "12:00", "2026-04-01T12:00")]
    [InlineData(CorrectionKind.Leaving, 60, 60, "12:00", "2026-04-02T12:00")]
    [InlineData(CorrectionKind.Arrival, 60, 1440, "20:00", "2026-04-02T20:00")] // within goes before near
    public void A_time_of_a_night_is_the_nearest_within_its_margins(
        CorrectionKind kind, int before, int after, string time, string moment)
    {
        var plan = Plan(Wednesday, Nightly(new ShiftMargins(before, after, 30)));
        var at = plan.MomentOf(kind, LocalTime.FromTimeOnly(TimeOnly.Parse(time, null)), Some.Wib);
        Assert.Equal(moment, at.InZone(Some.Wib).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", null));
    }

    [Fact]
    public void Without_hours_a_time_is_of_its_date() => Assert.Equal(
        Some.At("2026-04-03T02:00:00Z"),
        Plan(new(2026, 4, 3), Some.Hours).MomentOf(CorrectionKind.Leaving, new LocalTime(9, 0), Some.Wib));

    /// <summary>A night from 22:00 to 06:00 on every date.</summary>
    internal static WorkingTime Nightly(ShiftMargins margins) => Some.Hours with
    {
        Scheme = TimeScheme.Shift,
        Margins = margins,
        Roster = new Roster(
            [
                new(
                    [Some.Person()], Wednesday.PlusDays(-40),
                    [new Shift("malam", new DayHours(new LocalTime(22, 0), new LocalTime(6, 0), 0))]),
            ],
            []),
    };

    private static DayPlan Plan(LocalDate date, WorkingTime hours) =>
        DayPlan.Of(Some.Employee(), date, Some.Rules(hours));

    private static WeekHours Days(int number) => new(Enumerable.Range(1, number).ToDictionary(
        n => (IsoDayOfWeek)n, _ => new DayHours(new LocalTime(8, 0), new LocalTime(14, 0), 30)));
}
