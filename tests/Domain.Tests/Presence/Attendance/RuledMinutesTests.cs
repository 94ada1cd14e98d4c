using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>
/// The minutes and reasons of a ruled day: Wednesday 1 April 2026, 07:30 to 16:00 with an hour's break, so that 450
/// minutes are owed.
/// </summary>
public sealed class RuledMinutesTests
{
    private static readonly LocalDate Wednesday = new(2026, 4, 1);
    private static readonly Instant RuledAt = Some.At("2026-04-10T02:00:00Z");

    [Theory]
    [InlineData(RulingOutcome.PresentOffice, "OutsideEveryArea RuledPresentOffice:peg-head", 450)]
    [InlineData(RulingOutcome.HalfDay, "OutsideEveryArea RuledHalfDay:peg-head", 225)]
    [InlineData(RulingOutcome.Absent, "OutsideEveryArea RuledAbsent:peg-head", null)]
    public void A_ruled_day_names_the_ruling_after_what_was_open_and_is_flagged_by_neither(
        RulingOutcome outcome, string reasons, int? worked)
    {
        var day = Ruled(outcome, "!in07:30");
        Assert.Equal((reasons, worked, false), (DayFindingsTests.Reasons(day), day.WorkedMinutes, day.Flagged));
    }

    [Fact]
    public void A_flag_of_the_records_stays_on_the_ruled_day()
    {
        var mock = Some.CheckIn("record-0", Wednesday + new LocalTime(7, 30), placement: Placement.Outside, mock: true);
        var day = Fold(new DayFacts(Wednesday) { CheckIns = [mock], Ruling = By(RulingOutcome.PresentField) });
        Assert.Equal(
            ("OutsideEveryArea CheckInFlagged RuledPresentField:peg-head", true),
            (DayFindingsTests.Reasons(day), day.Flagged));
    }

    [Fact]
    public void What_came_after_a_ruling_of_half_a_day_is_named_last() => Assert.Equal(
        "ArrivedInside NoLeaving RuledHalfDay:peg-head RecordedAfterRuling",
        DayFindingsTests.Reasons(Fold(new DayFacts(Wednesday)
        {
            CheckIns =
            [
                Some.CheckIn("record-0", Wednesday + new LocalTime(7, 30), receivedAfter: Duration.FromDays(20)),
            ],
            Ruling = By(RulingOutcome.HalfDay),
        })));

    /// <summary>Whoever was measured there is told those minutes, ruled present or not.</summary>
    [Fact]
    public void Minutes_that_records_gave_stay_on_a_day_that_is_ruled_present()
    {
        var day = Ruled(RulingOutcome.PresentFlexible, "in08:30 out15:00");
        Assert.Equal((60, 60, 330), (day.LateMinutes, day.EarlyMinutes, day.WorkedMinutes));
    }

    /// <summary>12:45 to 16:00 are left: 172 of the 450 minutes, less than half.</summary>
    [Fact]
    public void Half_a_day_is_no_more_than_what_leave_left_of_it()
    {
        var day = Fold(new DayFacts(Wednesday)
        {
            CheckIns = DayFindingsTests.Records("!in13:00", Wednesday),
            Parts =
            [
                new(LeaveKind.Leave, DayPart.Of(new(7, 30), new(12, 45)), new(DayReason.OnLeaveInPart, "IZIN-1")),
            ],
            Ruling = By(RulingOutcome.HalfDay),
        });
        Assert.Equal((278, 172, 0), (day.ExcusedMinutes, day.WorkedMinutes, day.EarlyMinutes));
    }

    [Fact]
    public void Of_minutes_required_in_a_week_half_a_day_leaves_none_early_while_it_goes_on()
    {
        var day = Fold(
            new DayFacts(Wednesday)
            {
                CheckIns = DayFindingsTests.Records("!in07:30", Wednesday),
                Ruling = By(RulingOutcome.HalfDay),
            },
            Some.Hours with { Required = new RequiredTime(2250, PerWeek: true) },
            Wednesday.PlusDays(1));
        Assert.Equal((DayStatus.HalfDay, 0), (day.Status, day.EarlyMinutes));
    }

    [Theory]
    [InlineData(CorrectionState.Approved, 1, DayStatus.Present)]
    [InlineData(CorrectionState.Approved, 0, DayStatus.Absent)]
    [InlineData(CorrectionState.Declined, 1, DayStatus.Absent)]
    [InlineData(CorrectionState.Requested, 1, DayStatus.Absent)]
    public void Only_a_correction_approved_after_the_ruling_goes_before_it(
        CorrectionState state, int minutesAfter, DayStatus status)
    {
        var correction = new Correction(
            Some.Client("koreksi-01"), Some.AgencyId, Some.Person(), Wednesday, CorrectionKind.Arrival, new(7, 30),
            "Buku tamu.", null, state,
            [new(state, Some.Person("peg-head"), RuledAt + Duration.FromMinutes(minutesAfter), null)]);
        var day = Fold(new DayFacts(Wednesday)
        {
            CheckIns = DayFindingsTests.Records("in07:30", Wednesday),
            Corrections = [correction],
            Ruling = By(RulingOutcome.Absent),
        });
        Assert.Equal(status, day.Status);
    }

    private static AttendanceDay Ruled(RulingOutcome outcome, string records) => Fold(
        new DayFacts(Wednesday) { CheckIns = DayFindingsTests.Records(records, Wednesday), Ruling = By(outcome) });

    private static AttendanceDay Fold(DayFacts facts, WorkingTime? hours = null, LocalDate? today = null) =>
        Some.Fold(new YearMonth(2026, 4), [facts], hours, today).Days[0];

    private static DayRuling By(RulingOutcome outcome) => new(
        Some.AgencyId, Some.Person(), Wednesday,
        [new(RulingStepKind.Ruled, Some.Person("peg-head"), RuledAt, "Sudah diperiksa.", outcome)]);
}
