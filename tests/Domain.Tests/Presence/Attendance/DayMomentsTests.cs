using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>When a day began and ended for somebody, by which clock, and when it may be judged.</summary>
public sealed class DayMomentsTests
{
    private static readonly YearMonth April = new(2026, 4);
    private static readonly LocalDate Wednesday = new(2026, 4, 1);
    private static readonly DayHours Night = new(new LocalTime(21, 0), new LocalTime(7, 0), 60);

    [Fact]
    public void An_approved_correction_sets_the_leaving_and_is_named()
    {
        var day = DayOf([In("07:30")], Correction(CorrectionKind.Leaving, "15:30"));
        Assert.Equal((30, new LocalTime(15, 30)), (day.EarlyMinutes, day.LastOut));
        Assert.Equal("ArrivedInside LeftEarly CorrectedLeaving:koreksi-01", DayFindingsTests.Reasons(day));
    }

    [Fact]
    public void A_correction_without_any_record_names_no_arrival_inside()
    {
        var day = DayOf(
            [], Correction(CorrectionKind.Arrival, "07:30"), Correction(CorrectionKind.Leaving, "16:00", "koreksi-02"));
        Assert.Equal(
            "CorrectedArrival:koreksi-01 CorrectedLeaving:koreksi-02", DayFindingsTests.Reasons(day));
        Assert.Equal(450, day.WorkedMinutes);
    }

    /// <summary>The moment holds, whatever the unit's clock showed then.</summary>
    [Fact]
    public void A_correction_that_names_a_moment_is_of_that_moment()
    {
        var day = DayOf([], Correction(CorrectionKind.Arrival, "09:45") with { At = Some.At("2026-04-01T00:45:00Z") });
        Assert.Equal((15, new LocalTime(7, 45)), (day.LateMinutes, day.FirstIn));
    }

    [Theory]
    [InlineData(0, 5, 25)]
    [InlineData(5, 0, 10)]
    [InlineData(5, 5, 25)] // decided at once: the higher id, in any order
    public void Of_two_approved_corrections_the_one_decided_last_holds(int one, int other, int late)
    {
        var first = Correction(CorrectionKind.Arrival, "07:40", "koreksi-01", one);
        var second = Correction(CorrectionKind.Arrival, "07:55", "koreksi-02", other);
        Assert.Equal(late, DayOf([], first, second).LateMinutes);
        Assert.Equal(late, DayOf([], second, first).LateMinutes);
    }

    [Fact]
    public void The_hours_are_laid_where_the_person_came_and_not_where_a_record_came_first()
    {
        var day = DayOf(
            [
                In("05:00") with { Claim = In("05:00").Claim with { Kind = CheckInKind.SpotCheck } },
                There(At("05:30", CheckInKind.In)), There(At("14:00", CheckInKind.Out)),
            ]);
        Assert.Equal((new LocalTime(7, 30), 0, 0), (day.FirstIn, day.LateMinutes, day.EarlyMinutes));
    }

    [Fact]
    public void Without_an_arrival_the_hours_are_laid_where_the_person_was_first_seen()
    {
        var day = DayOf([There(At("14:00", CheckInKind.Out))], Correction(CorrectionKind.Arrival, "07:30"));
        Assert.Equal((new LocalTime(7, 30), 0, 0), (day.FirstIn, day.LateMinutes, day.EarlyMinutes));
        Assert.Equal(510 - 60, day.WorkedMinutes);
    }

    [Theory]
    [InlineData("2026-04-01T10:00:00Z", DayStatus.NotYet)] // 17:00 in Jakarta: the hours are over, the date is not
    [InlineData("2026-04-01T17:00:00Z", DayStatus.NoRecord)]
    public void A_day_is_judged_when_its_date_is_over(string now, DayStatus status) => Assert.Equal(
        status, Fold([], Some.Hours, Some.At(now)).Status);

    [Theory]
    [InlineData("2026-04-01T23:59:59Z", DayStatus.NotYet)] // the date is over, the night is not
    [InlineData("2026-04-02T00:00:00Z", DayStatus.NoRecord)]
    public void A_night_is_judged_when_it_is_over(string now, DayStatus status) => Assert.Equal(
        status, Fold([], Nights(ShiftMargins.Default), Some.At(now)).Status);

    // Of a night a time before its start by the clock is of the next date.
    [Theory]
    [InlineData(0, 1, "2026-04-02T00:30", false)]
    [InlineData(0, 1, "2026-04-01T23:30", true)]
    [InlineData(21, 22, "2026-04-01T21:30", false)]
    [InlineData(23, 23, "2026-04-01T23:00", false)]
    [InlineData(23, 23, "2026-04-02T00:00", true)]
    public void The_third_record_of_a_night_is_made_in_its_window(int from, int to, string made, bool missing)
    {
        var hours = Nights(ShiftMargins.Default) with { MidDay = new(new(from, 0), new(to, 0)) };
        var day = Fold(
            [
                In("21:00"), Some.CheckIn("record-mid", Local(made), CheckInKind.MidDay),
                Some.CheckIn("record-out", Local("2026-04-02T07:00"), CheckInKind.Out),
            ],
            hours, Some.At("2026-04-20T00:00:00Z"));
        Assert.Equal(missing, day.Has(DayReason.MidDayMissing));
    }

    // Margins of an hour: 20:00 to 08:00. What lies beside them is named, of another date only where nobody came.
    [Theory]
    [InlineData("", "2026-04-02T09:00", "NoArrival OutsideMargins:record-x", DayStatus.NeedsReview)]
    [InlineData("came", "2026-04-02T09:00", "ArrivedInside OverMidnight", DayStatus.Present)]
    [InlineData("came", "2026-04-01T19:00", "ArrivedInside OverMidnight OutsideMargins:record-x", DayStatus.Present)]
    public void A_record_beside_the_margins_is_named(string came, string other, string reasons, DayStatus status)
    {
        CheckIn[] own = came == "" ? [] :
        [
            In("21:00"), Some.CheckIn("record-out", Local("2026-04-02T07:00"), CheckInKind.Out),
        ];
        var day = Fold(
            [.. own, Some.CheckIn("record-x", Local(other))], Nights(new ShiftMargins(60, 60, 30)),
            Some.At("2026-04-20T00:00:00Z"));
        Assert.Equal((reasons, status), (DayFindingsTests.Reasons(day), day.Status));
    }

    /// <summary>Of the night 05:00 to 21:00 by the clock lies in the next day, with its first two hours.</summary>
    [Fact]
    public void A_part_that_ends_when_a_night_begins_is_of_the_next_date()
    {
        var part = DayPart.Of(new LocalTime(5, 0), new LocalTime(21, 0));
        var facts = DayFacts.Of(
            [In("21:00"), Some.CheckIn("record-out", Local("2026-04-02T05:00"), CheckInKind.Out)]).ToList();
        facts[0] = facts[0] with { Parts = [new(LeaveKind.Leave, part, new(DayReason.OnLeaveInPart, "IZIN-1"))] };
        var day = Some.Fold(April, facts, Nights(ShiftMargins.Default)).Days[0];
        Assert.Equal((0, 108), (day.EarlyMinutes, day.ExcusedMinutes)); // a fifth of 540
    }

    [Fact]
    public void A_part_from_a_nights_start_to_its_end_is_the_whole_night()
    {
        var part = new ExcusedPart(
            LeaveKind.Sick, DayPart.Of(Night.Start, Night.End), new(DayReason.OnLeaveInPart, "IZIN-1"));
        var day = Some.Fold(
            April, [new DayFacts(Wednesday) { Parts = [part] }], Nights(ShiftMargins.Default)).Days[0];
        Assert.Equal(DayStatus.Sick, day.Status);
    }

    private static AttendanceDay DayOf(CheckIn[] checkIns, params Correction[] corrections) => Some.Fold(
        April, [new DayFacts(Wednesday) { CheckIns = checkIns, Corrections = corrections }]).Days[0];

    private static AttendanceDay Fold(CheckIn[] checkIns, WorkingTime hours, Instant now) => AttendanceRules.Fold(
        Some.Timeline(Some.Employee()), April, DayFacts.Of(checkIns), Some.Rules(hours), now).Days[0];

    /// <summary>A night on the first of April, and free days after it.</summary>
    private static WorkingTime Nights(ShiftMargins margins) => Some.Hours with
    {
        Scheme = TimeScheme.Shift,
        Margins = margins,
        Roster = new Roster(
            [new([Some.Person()], Wednesday.PlusDays(-40), [null])],
            [new(Some.Person(), Wednesday, new Shift("malam", Night))]),
    };

    private static CheckIn In(string wall) => At(wall, CheckInKind.In);

    private static CheckIn At(string wall, CheckInKind kind) =>
        Some.CheckIn($"record-{kind}", Wednesday + Wall(wall), kind);

    /// <summary>The same moment, recorded in Jayapura.</summary>
    private static CheckIn There(CheckIn made) => made with { Zone = Some.Wit };

    private static Correction Correction(
        CorrectionKind kind, string time, string id = "koreksi-01", int decidedAfter = 0) => new(
        Some.Client(id), Some.AgencyId, Some.Person(), Wednesday, kind, Wall(time), "Buku tamu.", null,
        CorrectionState.Approved,
        [
            new(CorrectionState.Requested, Some.Person(), Some.Morning, null),
            new(
                CorrectionState.Approved, Some.Person("peg-head"), Some.Morning + Duration.FromMinutes(decidedAfter),
                null),
        ]);

    private static LocalDateTime Local(string text) => LocalDateTime.FromDateTime(DateTime.Parse(text, null));

    private static LocalTime Wall(string text) => LocalTime.FromTimeOnly(TimeOnly.Parse(text, null));
}
