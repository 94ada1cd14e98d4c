using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

public sealed class AttendanceRulesTests
{
    // Perpres 21/2023: 07:30 to 16:00, Friday to 16:30; in Ramadan 08:00 to 15:00, Friday to 15:30.
    [Theory]
    [InlineData("2026-04-01T07:29:59", 0)]
    [InlineData("2026-04-01T07:30:00", 0)]
    [InlineData("2026-04-01T07:30:59", 0)] // 59 seconds late is not late
    [InlineData("2026-04-01T07:31:00", 1)]
    [InlineData("2026-04-01T07:31:59", 1)]
    [InlineData("2026-04-01T09:00:00", 90)]
    [InlineData("2026-02-20T08:00:59", 0)] // Ramadan
    [InlineData("2026-02-20T08:01:00", 1)]
    [InlineData("2026-02-18T08:01:00", 31)] // the day before Ramadan
    public void Late_minutes_are_whole_and_never_negative(string wall, int late) =>
        Assert.Equal(late, DayOf(In(wall)).LateMinutes);

    [Theory]
    [InlineData("2026-04-01T16:00:01", 0)]
    [InlineData("2026-04-01T16:00:00", 0)]
    [InlineData("2026-04-01T15:59:01", 0)]
    [InlineData("2026-04-01T15:59:00", 1)]
    [InlineData("2026-04-01T15:00:00", 60)]
    [InlineData("2026-04-10T16:00:00", 30)] // Friday ends at 16:30
    [InlineData("2026-04-10T16:30:00", 0)]
    [InlineData("2026-02-23T15:00:00", 0)] // Ramadan
    [InlineData("2026-02-20T15:00:00", 30)] // a Friday in Ramadan
    public void Early_minutes_are_whole_and_never_negative(string wall, int early)
    {
        var date = At(wall).Date;
        Assert.Equal(early, DayOf(In($"{date:uuuu-MM-dd}T07:00:00"), Out(wall)).EarlyMinutes);
    }

    [Fact]
    public void Without_a_check_out_nothing_is_said_about_leaving_early()
    {
        var day = DayOf(In("2026-04-01T07:30:00"));
        Assert.Equal((DayStatus.Present, 0), (day.Status, day.LateMinutes));
        Assert.Null(day.LastOut);
        Assert.Null(day.EarlyMinutes);
    }

    [Fact]
    public void The_first_arrival_and_the_last_leaving_count()
    {
        var day = DayOf(
            In("2026-04-01T13:00:00", "checkin-3"), Out("2026-04-01T12:00:00", "checkin-2"),
            In("2026-04-01T07:10:00", "checkin-1"), Out("2026-04-01T16:20:00", "checkin-4"));
        Assert.Equal((new LocalTime(7, 10), new LocalTime(16, 20)), (day.FirstIn!.Value, day.LastOut!.Value));
    }

    [Fact]
    public void Of_two_arrivals_at_one_moment_the_lower_id_counts_however_they_came()
    {
        var flexible = Some.CheckIn("checkin-1", At("2026-04-01T07:30:00"), mode: WorkMode.Flexible);
        var office = In("2026-04-01T07:30:00", "checkin-2");
        Assert.Equal(WorkMode.Flexible, DayOf(flexible, office).Mode);
        Assert.Equal(WorkMode.Flexible, DayOf(office, flexible).Mode);
    }

    [Fact]
    public void Overtime_past_midnight_is_not_the_next_days_leaving()
    {
        var day = DayOf(Out("2026-04-01T00:40:00", "checkin-1"), In("2026-04-01T07:30:00", "checkin-2"));
        Assert.Null(day.LastOut);
        Assert.Null(day.EarlyMinutes);
    }

    [Fact]
    public void A_midday_record_or_a_spot_check_is_no_arrival()
    {
        var midDay = Some.CheckIn("checkin-1", At("2026-04-01T12:00:00"), CheckInKind.MidDay);
        var spot = Some.CheckIn("checkin-2", At("2026-04-01T13:00:00"), CheckInKind.SpotCheck);
        Assert.Equal(DayStatus.NeedsReview, DayOf(midDay, spot).Status);
    }

    [Theory]
    [InlineData(Placement.Outside)]
    [InlineData(Placement.Unknown)]
    public void A_day_without_an_arrival_inside_needs_review(Placement placement)
    {
        var day = DayOf(Some.CheckIn("checkin-1", At("2026-04-01T07:00:00"), placement: placement));
        Assert.Equal(DayStatus.NeedsReview, day.Status);
        Assert.Null(day.Mode);
        Assert.Null(day.FirstIn);
        Assert.Null(day.LateMinutes);
    }

    [Fact]
    public void An_arrival_outside_does_not_hide_a_later_one_inside()
    {
        var day = DayOf(
            Some.CheckIn("checkin-1", At("2026-04-01T07:00:00"), placement: Placement.Outside),
            In("2026-04-01T07:40:00", "checkin-2"));
        Assert.Equal((DayStatus.Present, 10), (day.Status, day.LateMinutes));
    }

    [Fact]
    public void A_working_day_without_any_check_in_has_no_record() =>
        Assert.Equal(DayStatus.NoRecord, Fold().Days[0].Status);

    [Theory]
    [InlineData(3)] // Good Friday
    [InlineData(4)] // Saturday
    [InlineData(5)] // Sunday
    public void Work_on_a_day_off_is_kept_and_never_late(int day)
    {
        var date = new LocalDate(2026, 4, day);
        var folded = Fold(
            Some.CheckIn("checkin-1", date + new LocalTime(11, 0)),
            Some.CheckIn("checkin-2", date + new LocalTime(12, 0), CheckInKind.Out)).Days[day - 1];
        Assert.Equal(DayStatus.DayOff, folded.Status);
        Assert.Equal(new LocalTime(11, 0), folded.FirstIn);
        Assert.Equal(new LocalTime(12, 0), folded.LastOut);
        Assert.Null(folded.LateMinutes);
        Assert.Null(folded.EarlyMinutes);
    }

    [Fact]
    public void The_same_client_id_counts_once_as_first_received()
    {
        var first = Some.CheckIn("checkin-1", At("2026-04-01T08:00:00"));
        var resent = Some.CheckIn("checkin-1", At("2026-04-01T07:00:00"), receivedAfter: Duration.FromHours(5))
            with
        { Claim = first.Claim };
        Assert.Equal(30, DayOf(first, resent).LateMinutes);
        Assert.Equal(30, DayOf(resent, first).LateMinutes);
    }

    [Fact]
    public void A_resend_that_lands_in_the_next_month_does_not_count_again()
    {
        var first = Some.CheckIn("checkin-1", At("2026-03-31T07:30:00"));
        var resent = Some.CheckIn("checkin-1", At("2026-04-01T07:30:00")) with { Claim = first.Claim };
        Assert.Equal(DayStatus.NoRecord, Fold(first, resent).Days[0].Status);
    }

    [Fact]
    public void An_id_used_again_for_another_capture_loses_no_day()
    {
        var days = Fold(
            Some.CheckIn("checkin-1", At("2026-04-01T07:30:00")),
            Some.CheckIn("checkin-1", At("2026-04-02T07:30:00"))).Days;
        Assert.Equal([DayStatus.Present, DayStatus.Present], days.Take(2).Select(d => d.Status));
    }

    [Fact]
    public void Another_persons_or_months_check_ins_are_left_out()
    {
        var other = In("2026-04-01T07:30:00");
        other = other with { Claim = other.Claim with { EmployeeId = Some.Person("peg-other") } };
        Assert.Equal(DayStatus.NoRecord, Fold(other, In("2026-05-04T07:30:00", "checkin-2")).Days[0].Status);
    }

    [Fact]
    public void A_mock_flag_marks_the_day_and_leaves_its_status()
    {
        var clean = DayOf(Some.CheckIn("checkin-1", At("2026-04-01T07:45:00")));
        var flagged = DayOf(Some.CheckIn("checkin-1", At("2026-04-01T07:45:00"), mock: true));
        Assert.False(clean.Flagged);
        Assert.Equal(clean with { Flagged = true, Findings = flagged.Findings }, flagged);
    }

    [Fact]
    public void A_month_has_all_its_days_and_names_its_versions()
    {
        var month = Fold();
        Assert.Equal(Enumerable.Range(1, 30), month.Days.Select(d => d.Date.Day));
        Assert.Equal("calendar-shipped-2026.1", month.CalendarVersion);
        Assert.Equal(["working-time-shipped-2026.1"], month.HoursVersions);
        Assert.Equal((Some.Person(), new YearMonth(2026, 4)), (month.EmployeeId, month.Month));
    }

    [Fact]
    public void A_summary_counts_each_working_day_once()
    {
        var summary = AttendanceSummary.Of(
        [
            Fold(
                In("2026-04-01T07:40:00", "checkin-1"), Out("2026-04-01T15:50:00", "checkin-2"),
                Some.CheckIn("checkin-3", At("2026-04-02T07:31:00"), mode: WorkMode.Flexible),
                Some.CheckIn("checkin-4", At("2026-04-04T09:00:00")), // Saturday
                Some.CheckIn("checkin-5", At("2026-04-06T07:30:00"), placement: Placement.Outside)),
        ]);
        Assert.Equal(new AttendanceSummary(21, 2, 1, 1, 18, 0, 11, 10), summary);
        Assert.Equal((0, 0), (summary.OnTimeDays, summary.FlexibleOnTimeDays));
    }

    private static CheckIn In(string wall, string id = "checkin-1") => Some.CheckIn(id, At(wall));

    private static CheckIn Out(string wall, string id = "checkin-9") => Some.CheckIn(id, At(wall), CheckInKind.Out);

    private static LocalDateTime At(string wall) => NodaTime.Text.LocalDateTimePattern.ExtendedIso.Parse(wall).Value;

    private static AttendanceMonth Fold(params CheckIn[] checkIns) =>
        Some.Fold(new YearMonth(2026, 4), checkIns);

    private static AttendanceDay DayOf(params CheckIn[] checkIns)
    {
        var date = checkIns[0].WorkDate;
        return Some.Fold(date.ToYearMonth(), checkIns).Days[date.Day - 1];
    }
}
