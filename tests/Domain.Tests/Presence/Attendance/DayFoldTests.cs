using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>What a day comes out as when more is known of it than its check-ins.</summary>
public sealed class DayFoldTests
{
    private static readonly YearMonth Month = new(2026, 4);
    private static readonly LocalDate Wednesday = new(2026, 4, 1);

    [Theory]
    [InlineData(LeaveKind.Leave, DayStatus.Leave)]
    [InlineData(LeaveKind.Sick, DayStatus.Sick)]
    [InlineData(LeaveKind.DutyTravel, DayStatus.DutyTravel)]
    [InlineData(LeaveKind.Training, DayStatus.Training)]
    [InlineData(LeaveKind.Permission, DayStatus.Permission)]
    public void Leave_is_named_with_its_number(LeaveKind kind, DayStatus status)
    {
        var day = DayOf(new DayFacts(Wednesday) { Leave = LeaveOf(kind) });
        Assert.Equal((status, true), (day.Status, day.IsExcused));
        Assert.Equal([new DayFinding(DayReason.OnLeave, "CUTI-17")], day.Findings);
    }

    [Fact]
    public void Whoever_comes_in_on_leave_stays_on_leave_and_it_shows()
    {
        var day = DayOf(Facts(In("07:40")) with { Leave = LeaveOf(LeaveKind.Leave) });
        Assert.Equal((DayStatus.Leave, new LocalTime(7, 40)), (day.Status, day.FirstIn));
        Assert.True(day.Has(DayReason.CheckInsOnLeave));
        Assert.Null(day.LateMinutes);
    }

    [Fact]
    public void A_day_to_come_is_not_yet_and_not_absent()
    {
        var days = Some.Fold(Month, [], today: new LocalDate(2026, 4, 7)).Days;
        Assert.Equal(DayStatus.NoRecord, days[5].Status);
        Assert.Equal(DayStatus.NotYet, days[6].Status);
        Assert.Equal(DayStatus.NotYet, days[7].Status);
        Assert.Equal(DayStatus.DayOff, days[10].Status);
    }

    [Fact]
    public void Today_nobody_has_forgotten_to_check_out_yet()
    {
        var day = Some.Fold(Month, [Facts(In("07:40"))], today: Wednesday).Days[0];
        Assert.Equal((DayStatus.Present, 10, false), (day.Status, day.LateMinutes, day.Has(DayReason.NoLeaving)));
    }

    [Fact]
    public void A_year_without_a_calendar_is_said_and_never_guessed()
    {
        var month = Some.Fold(new YearMonth(2027, 1), [], today: new LocalDate(2028, 1, 1));
        Assert.Null(month.CalendarVersion);
        Assert.Equal(DayStatus.NoCalendar, month.Days[3].Status);
        Assert.Equal(DayStatus.DayOff, month.Days[1].Status); // a Saturday is off in any year
        Assert.Equal(0, AttendanceSummary.Of([month]).WorkingDays);
    }

    [Theory]
    [InlineData("07:20", "08:00", "08:10", 10)] // the ten minutes after the outage count
    [InlineData("07:20", "08:10", "08:10", 0)]
    [InlineData("07:40", "07:50", "08:10", 30)]
    [InlineData("08:10", "09:00", "08:10", 40)] // it began when the person was there
    public void An_outage_forgives_its_minutes_and_no_others(string from, string to, string arrival, int late)
    {
        var day = DayOf(Facts(In(arrival)) with { Outages = [Window(from, to)] });
        Assert.Equal(late, day.LateMinutes);
        Assert.Equal(late < 40, day.Findings.Contains(new(DayReason.OutageForgaveLateness, "gangguan-01")));
    }

    [Fact]
    public void Two_windows_over_the_same_minutes_forgive_them_once()
    {
        var day = DayOf(
            Facts(In("08:10")) with { Outages = [Window("07:20", "07:50"), Window("07:40", "08:00", "gangguan-02")] });
        Assert.Equal(10, day.LateMinutes);
    }

    [Fact]
    public void An_outage_over_the_whole_day_leaves_nobody_absent()
    {
        var day = DayOf(new DayFacts(Wednesday) { Outages = [Window("07:00", "17:00")] });
        Assert.Equal(DayStatus.NeedsReview, day.Status);
        Assert.Equal([new DayFinding(DayReason.OutageAllDay, "gangguan-01")], day.Findings);
    }

    [Fact]
    public void An_outage_at_the_end_covers_a_missing_check_out()
    {
        var day = DayOf(Facts(In("07:30")) with { Outages = [Window("15:50", "17:00")] });
        Assert.False(day.Has(DayReason.NoLeaving));
        Assert.True(day.Has(DayReason.OutageCoversLeaving));
    }

    [Fact]
    public void An_approved_correction_sets_the_arrival_and_is_named()
    {
        var day = DayOf(
            Facts(In("08:10"))
                with
            { Corrections = [Correction(CorrectionKind.Arrival, "07:25", CorrectionState.Approved)] });
        Assert.Equal((0, new LocalTime(7, 25)), (day.LateMinutes, day.FirstIn));
        Assert.Contains(new DayFinding(DayReason.CorrectedArrival, "koreksi-01"), day.Findings);
    }

    [Theory]
    [InlineData(CorrectionState.Requested)]
    [InlineData(CorrectionState.Declined)]
    public void A_correction_that_is_not_approved_changes_nothing(CorrectionState state) => Assert.Equal(
        DayOf(Facts(In("08:10"))),
        DayOf(Facts(In("08:10")) with { Corrections = [Correction(CorrectionKind.Arrival, "07:25", state)] }));

    [Fact]
    public void A_correction_makes_a_day_without_any_record_present()
    {
        var day = DayOf(
            new DayFacts(
                Wednesday)
            { Corrections = [Correction(CorrectionKind.Arrival, "07:45", CorrectionState.Approved)] });
        Assert.Equal((DayStatus.Present, 15), (day.Status, day.LateMinutes));
    }

    [Fact]
    public void A_rejected_check_in_counts_as_never_made()
    {
        var day = DayOf(Facts(In("07:30")) with { Rejected = [Some.Client("checkin-in")] });
        Assert.Equal(DayStatus.NoRecord, day.Status);
        Assert.True(day.Has(DayReason.RejectedLeftOut));
    }

    [Fact]
    public void Flexible_work_that_was_not_covered_stays_present_and_is_flagged()
    {
        var flexible = Some.CheckIn("checkin-in", Wednesday + new LocalTime(7, 30), mode: WorkMode.Flexible);
        var day = DayOf(Facts(flexible) with { Flexible = new FlexibleFinding(["postNotListed", "quotaUsed"]) });
        Assert.Equal((DayStatus.Present, true, 0), (day.Status, day.Flagged, day.LateMinutes));
        Assert.Contains(new DayFinding(DayReason.FlexibleNotCovered, "postNotListed quotaUsed"), day.Findings);
    }

    [Fact]
    public void A_finding_about_flexible_work_says_nothing_of_a_day_at_the_office() => Assert.Equal(
        DayOf(Facts(In("07:30"))),
        DayOf(Facts(In("07:30")) with { Flexible = new FlexibleFinding(["postNotListed"]) }));

    [Fact]
    public void An_inaccurate_arrival_is_uncertain_and_not_absent()
    {
        var day = DayOf(
            Facts(Some.CheckIn("checkin-in", Wednesday + new LocalTime(7, 30), placement: Placement.Uncertain)));
        Assert.Equal(DayStatus.Uncertain, day.Status);
        Assert.Equal([new DayFinding(DayReason.PositionUncertain)], day.Findings);
    }

    // 08:30 as a reward: whoever comes between 07:30 and 08:30 leaves when the hours are done. What is missing then is
    // told as lateness, and never more of it than without the reward.
    [Theory]
    [InlineData("07:30", "16:00", 0, 0)]
    [InlineData("07:00", "16:00", 0, 0)]
    [InlineData("08:00", "16:30", 0, 0)]
    [InlineData("08:30", "17:00", 0, 0)]
    [InlineData("08:00", "16:20", 10, 0)]
    [InlineData("08:00", "15:50", 30, 10)]
    [InlineData("08:45", "17:00", 15, 0)]
    [InlineData("08:45", "16:00", 75, 0)]
    public void A_start_of_ones_own_widens_the_window_and_costs_nothing(
        string arrival, string leaving, int late, int early)
    {
        var day = DayOf(Facts(In(arrival), Out(leaving)) with { PersonalStarts = [new(8, 30)] });
        Assert.Equal((late, early), (day.LateMinutes, day.EarlyMinutes));
        Assert.True(day.Has(DayReason.PersonalStart));
    }

    [Fact]
    public void A_start_of_ones_own_before_the_units_lets_the_day_end_sooner()
    {
        var day = DayOf(Facts(In("07:00"), Out("15:30")) with { PersonalStarts = [new(7, 0)] });
        Assert.Equal((0, 0), (day.LateMinutes, day.EarlyMinutes));
    }

    [Theory]
    [InlineData("07:00", "15:30")]
    [InlineData("08:00", "16:30")]
    [InlineData("08:30", "17:00")]
    public void Of_several_starts_of_ones_own_the_one_that_fits_the_day_counts(string arrival, string leaving)
    {
        var day = DayOf(Facts(In(arrival), Out(leaving)) with { PersonalStarts = [new(7, 0), new(8, 0), new(8, 30)] });
        Assert.Equal((0, 0), (day.LateMinutes, day.EarlyMinutes));
        Assert.Single(day.Findings, f => f.Reason == DayReason.PersonalStart);
    }

    [Fact]
    public void An_outage_at_either_end_covers_a_leaving_that_a_reward_moved()
    {
        var late = Facts(In("08:30")) with { PersonalStarts = [new(8, 30)] };
        Assert.False(DayOf(late with { Outages = [Window("15:50", "16:10")] }).Has(DayReason.NoLeaving));
        Assert.False(DayOf(late with { Outages = [Window("16:50", "17:10")] }).Has(DayReason.NoLeaving));
        Assert.True(DayOf(late with { Outages = [Window("16:20", "16:40")] }).Has(DayReason.NoLeaving));
    }

    [Theory]
    [InlineData(GraceRule.Counted, "07:40", 0)]
    [InlineData(GraceRule.Counted, "07:41", 11)]
    [InlineData(GraceRule.Forgiven, "07:40", 0)]
    [InlineData(GraceRule.Forgiven, "07:41", 1)]
    public void Grace_is_counted_or_forgiven_beyond_its_minutes(GraceRule rule, string arrival, int late) =>
        Assert.Equal(
        late, DayOf(Facts(In(arrival)), Some.Hours with { Grace = new Grace(10, rule) }).LateMinutes);

    [Theory]
    [InlineData("08:30", "15:01", DayStatus.Present)]
    [InlineData("08:30", "15:00", DayStatus.HalfDay)]
    public void Late_and_early_together_make_a_half_day(string arrival, string leaving, DayStatus status)
    {
        var day = DayOf(Facts(In(arrival), Out(leaving)), Some.Hours with { HalfDayFromMinutes = 120 });
        Assert.Equal((status, true), (day.Status, day.IsPresent));
    }

    // East Java, SE 800/1141/204/2026: three records a day.
    [Theory]
    [InlineData("11:59:59", true)]
    [InlineData("12:00:00", false)]
    [InlineData("13:00:59", false)]
    [InlineData("13:01:00", true)]
    public void The_third_record_is_made_in_its_window(string midDay, bool missing)
    {
        var third = Some.CheckIn("checkin-mid", Wednesday + Wall(midDay), CheckInKind.MidDay);
        var hours = Some.Hours with { MidDay = new MidDayWindow(new LocalTime(12, 0), new LocalTime(13, 0)) };
        Assert.Equal(missing, DayOf(Facts(In("07:30"), third, Out("16:00")), hours).Has(DayReason.MidDayMissing));
    }

    [Fact]
    public void Time_away_beyond_the_break_is_told()
    {
        var back = Some.CheckIn("checkin-back", Wednesday + new LocalTime(14, 0));
        var gone = Some.CheckIn("checkin-gone", Wednesday + new LocalTime(12, 0), CheckInKind.Out);
        var day = DayOf(Facts(In("07:30"), gone, back, Out("16:00")));
        Assert.Equal((60, true), (day.AwayMinutes, day.Has(DayReason.AwayMidDay)));
    }

    private static AttendanceDay DayOf(DayFacts facts, WorkingTime? hours = null) =>
        Some.Fold(Month, [facts], hours).Days[0];

    private static DayFacts Facts(params CheckIn[] checkIns) => new(Wednesday) { CheckIns = checkIns };

    private static CheckIn In(string wall) => Some.CheckIn("checkin-in", Wednesday + Wall(wall));

    private static CheckIn Out(string wall) => Some.CheckIn("checkin-out", Wednesday + Wall(wall), CheckInKind.Out);

    private static LocalTime Wall(string text) => LocalTime.FromTimeOnly(TimeOnly.Parse(text, null));

    private static Leave LeaveOf(LeaveKind kind) =>
        new(Some.Person(), kind, Wednesday, Wednesday.PlusDays(1), "CUTI-17");

    private static OutageWindow Window(string from, string to, string id = "gangguan-01") => new(
        Some.Client(id), [], At(from), At(to), "Server mati.");

    private static Instant At(string wall) => (Wednesday + Wall(wall)).InZoneStrictly(Some.Wib).ToInstant();

    private static Correction Correction(CorrectionKind kind, string time, CorrectionState state) => new(
        Some.Client("koreksi-01"), Some.AgencyId, Some.Person(), Wednesday, kind, Wall(time), "Buku tamu.", null, state,
        [new CorrectionStep(state, Some.Person("peg-head"), Some.Morning, null)]);
}
