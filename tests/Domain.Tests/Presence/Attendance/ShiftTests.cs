using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>Shifts over midnight, rosters, and time that is dynamic.</summary>
public sealed class ShiftTests
{
    private static readonly YearMonth Month = new(2026, 4);

    private static readonly Shift Night = new("malam", new DayHours(new LocalTime(21, 0), new LocalTime(7, 0), 60));
    private static readonly Shift Morning = new("pagi", new DayHours(new LocalTime(7, 0), new LocalTime(14, 0), 30));

    [Fact]
    public void A_night_belongs_to_the_date_it_starts_with_the_leaving_after_midnight()
    {
        var days = Fold([Night, null], In("2026-04-01T21:12"), Out("2026-04-02T06:50")).Days;
        Assert.Equal((DayStatus.Present, 12, 10), (days[0].Status, days[0].LateMinutes, days[0].EarlyMinutes));
        Assert.Equal(new LocalTime(6, 50), days[0].LastOut);
        Assert.True(days[0].Has(DayReason.OverMidnight));
        Assert.Equal((DayStatus.DayOff, (LocalTime?)null), (days[1].Status, days[1].LastOut));
        Assert.True(days[1].Has(DayReason.OffByRoster));
    }

    [Fact]
    public void A_night_over_the_months_end_belongs_to_the_month_it_starts()
    {
        CheckIn[] night = [In("2026-04-30T21:00"), Out("2026-05-01T07:00")];
        var days = Fold([null, Night], night).Days;
        Assert.Equal((DayStatus.Present, 0), (days[29].Status, days[29].EarlyMinutes));
        var may = Some.Fold(new YearMonth(2026, 5), [.. DayFacts.Of(night)], Hours([null, Night])).Days;
        Assert.Null(may[0].LastOut);
    }

    [Fact]
    public void An_arrival_after_midnight_is_the_nights_and_very_late() =>
        Assert.Equal(240, Fold([Night, null], In("2026-04-02T01:00"), Out("2026-04-02T07:00")).Days[0].LateMinutes);

    [Fact]
    public void A_morning_after_a_night_starts_with_the_nearest_arrival()
    {
        var days = Fold(
            [Night, Morning],
            In("2026-04-01T21:00", "a"), Out("2026-04-02T07:05", "b"), In("2026-04-02T06:55", "c"),
            Out("2026-04-02T14:00", "d")).Days;
        Assert.Equal((0, 0), (days[0].LateMinutes, days[0].EarlyMinutes));
        Assert.Equal(new LocalTime(6, 55), days[1].FirstIn);
        Assert.Equal((0, 0), (days[1].LateMinutes, days[1].EarlyMinutes));
    }

    [Fact]
    public void A_leaving_that_may_be_of_a_shift_nobody_came_to_is_named_on_both_days()
    {
        var days = Fold([Night, Morning], In("2026-04-01T21:00"), Out("2026-04-02T09:00")).Days;
        Assert.Equal(
            (DayStatus.Present, true, DayStatus.NeedsReview), (days[0].Status, days[0].Flagged, days[1].Status));
        Assert.All(
            days.Take(2), day => Assert.Contains(new DayFinding(DayReason.ShiftUnclear, "checkin-out"), day.Findings));
    }

    /// <summary>Whole days may overlap: two shifts end within two minutes while the third has begun.</summary>
    [Fact]
    public void Of_two_shifts_that_wait_for_a_leaving_the_one_with_the_nearer_end_takes_it()
    {
        var days = Fold(
            [
                new("jaga", new DayHours(new LocalTime(20, 0), new LocalTime(20, 0), 60)),
                new("siang", new DayHours(new LocalTime(12, 0), new LocalTime(20, 10), 60)),
                new("dini", new DayHours(new LocalTime(0, 0), new LocalTime(8, 0), 60)),
                null,
                null,
            ],
            In("2026-04-01T20:00", "a"), In("2026-04-02T12:00", "b"), In("2026-04-02T20:05", "c"),
            Out("2026-04-02T20:08", "d")).Days;
        Assert.Equal([null, new LocalTime(20, 8), null], days.Take(3).Select(day => day.LastOut));
    }

    /// <summary>Come too early for the morning, and gone and back in the night: the punch ends the morning.</summary>
    [Fact]
    public void A_punch_after_an_arrival_makes_its_shift_no_later_arrived_for()
    {
        var hours = Hours(
            [
                new("malam", new DayHours(new LocalTime(20, 0), new LocalTime(4, 0), 60)),
                new("pagi", new DayHours(new LocalTime(8, 0), new LocalTime(16, 0), 60)),
                null,
                null,
            ]) with
        { Margins = new ShiftMargins(720, 1440, 30) };
        CheckIn[] made =
        [
            In("2026-04-01T20:00", "a"), In("2026-04-02T02:30", "b"), Out("2026-04-02T03:50", "c"),
            In("2026-04-02T03:55", "d"), At("2026-04-02T06:30", CheckInKind.Punch, "e"), Out("2026-04-02T07:00", "f"),
        ];
        Assert.Equal(
            [new LocalTime(7, 0), new LocalTime(6, 30)],
            Some.Fold(Month, [.. DayFacts.Of(made)], hours).Days.Take(2).Select(day => day.LastOut!.Value));
    }

    /// <summary>Come in Jakarta, left in Jayapura at 03:15, in Jakarta 01:15: within eleven hours of 16:00.</summary>
    [Fact]
    public void A_shift_takes_a_leaving_elsewhere_by_the_clock_of_where_the_person_arrived()
    {
        var elsewhere = Out("2026-04-02T01:15") with { Zone = Some.Wit };
        var days = Some.Fold(Month, [In("2026-04-01T07:30"), elsewhere]).Days;
        Assert.Equal([new LocalTime(3, 15), null], days.Take(2).Select(day => day.LastOut));
    }

    [Theory]
    [InlineData("20:59", true)]
    [InlineData("21:00", false)]
    [InlineData("22:00", false)]
    [InlineData("22:01", true)]
    public void A_third_record_due_from_the_start_of_a_night_is_due_on_its_first_evening(string wall, bool missing)
    {
        var hours = Hours([Night, null]) with { MidDay = new MidDayWindow(new LocalTime(21, 0), new LocalTime(22, 0)) };
        var third = At($"2026-04-01T{wall}", CheckInKind.MidDay, "mid");
        var facts = DayFacts.Of([In("2026-04-01T20:50"), third, Out("2026-04-02T07:00")]);
        Assert.Equal(missing, Some.Fold(Month, [.. facts], hours).Days[0].Has(DayReason.MidDayMissing));
    }

    [Fact]
    public void Duty_by_roster_is_worked_on_a_public_holiday() =>
        Assert.Equal(DayStatus.NoRecord, Fold([Morning]).Days[2].Status); // Good Friday

    [Fact]
    public void Whoever_is_on_no_roster_follows_the_week_of_the_unit()
    {
        var hours = Some.Hours with { Scheme = TimeScheme.Shift, Roster = new Roster([], []) };
        Assert.Equal(
            Some.Fold(Month, []).Days.Select(d => d.Status), Some.Fold(Month, [], hours).Days.Select(d => d.Status));
    }

    [Fact]
    public void A_change_of_the_roster_goes_before_the_rotation()
    {
        var roster = new Roster(
            [new([Some.Person()], new LocalDate(2026, 4, 1), [Morning])],
            [new(Some.Person(), new LocalDate(2026, 4, 2), null)]);
        Assert.Null(roster.On(Some.Person(), new LocalDate(2026, 4, 2)).Hours);
        Assert.Equal(Morning.Hours, roster.On(Some.Person(), new LocalDate(2026, 4, 3)).Hours);
        Assert.False(roster.On(Some.Person(), new LocalDate(2026, 3, 31)).OnRoster);
    }

    [Theory]
    [InlineData("10:00", "18:30", 0)] // 8.5 hours with an hour's break are 7.5
    [InlineData("05:00", "13:00", 30)]
    public void Required_minutes_know_no_late_start(string arrival, string leaving, int missing)
    {
        var hours = Some.Hours with { Scheme = TimeScheme.Dynamic, Required = new RequiredTime(450, PerWeek: false) };
        var day = Some.Fold(
            Month, [.. DayFacts.Of([In($"2026-04-01T{arrival}"), Out($"2026-04-01T{leaving}")])], hours).Days[0];
        Assert.Equal((0, missing), (day.LateMinutes, day.EarlyMinutes));
    }

    [Fact]
    public void Minutes_of_a_week_are_settled_on_its_last_day_of_work()
    {
        var hours = Some.Hours with { Scheme = TimeScheme.Dynamic, Required = new RequiredTime(2250, PerWeek: true) };
        var week = Enumerable.Range(6, 5).SelectMany(day => new[]
        {
            In($"2026-04-{day:D2}T09:00", $"in-{day}"), Out($"2026-04-{day:D2}T17:00", $"out-{day}"),
        });
        var days = Some.Fold(Month, [.. DayFacts.Of(week)], hours).Days;
        // Four days of 420 and a Friday of 390 minutes.
        Assert.Equal([0, 0, 0, 0, 2250 - (4 * 420) - 390], days.Skip(5).Take(5).Select(d => d.EarlyMinutes!.Value));
        Assert.True(days[9].Has(DayReason.RequiredMinutesShort));
    }

    [Fact]
    public void A_six_day_agency_works_on_Saturday()
    {
        var six = Enumerable.Range(1, 6).ToDictionary(
            n => (IsoDayOfWeek)n, _ => new DayHours(new LocalTime(8, 0), new LocalTime(14, 0), 30));
        var days = Some.Fold(
            new YearMonth(2026, 2), [], new WorkingTime(TimeScheme.Fixed, new WeekHours(six), [])).Days;
        Assert.Equal((DayStatus.NoRecord, DayStatus.DayOff), (days[20].Status, days[21].Status));
    }

    private static AttendanceMonth Fold(Shift?[] cycle, params CheckIn[] checkIns) =>
        Some.Fold(Month, [.. DayFacts.Of(checkIns)], Hours(cycle));

    private static WorkingTime Hours(Shift?[] cycle) => Some.Hours with
    {
        Scheme = TimeScheme.Shift,
        Roster = new Roster([new([Some.Person()], new LocalDate(2026, 4, 1), cycle)], []),
    };

    private static CheckIn In(string wall, string id = "in") => At(wall, CheckInKind.In, id);

    private static CheckIn Out(string wall, string id = "out") => At(wall, CheckInKind.Out, id);

    private static CheckIn At(string wall, CheckInKind kind, string id) =>
        Some.CheckIn($"checkin-{id}", LocalDateTime.FromDateTime(DateTime.Parse(wall, null)), kind);
}
