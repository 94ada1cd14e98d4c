using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>What a day comes out as when a superior ruled on it, and what follows from it.</summary>
public sealed class RuledDayTests
{
    private static readonly YearMonth Month = new(2026, 4);
    private static readonly LocalDate Wednesday = new(2026, 4, 1);
    private static readonly Instant RuledAt = Some.At("2026-05-10T02:00:00Z");

    [Theory]
    [InlineData(RulingOutcome.PresentOffice, DayStatus.Present, WorkMode.Office, 0)]
    [InlineData(RulingOutcome.PresentField, DayStatus.Present, WorkMode.Field, 0)]
    [InlineData(RulingOutcome.PresentFlexible, DayStatus.Present, WorkMode.Flexible, 0)]
    [InlineData(RulingOutcome.PresentDuty, DayStatus.Present, WorkMode.Field, 0)]
    [InlineData(RulingOutcome.HalfDay, DayStatus.HalfDay, null, 225)]
    [InlineData(RulingOutcome.Absent, DayStatus.Absent, null, null)]
    public void A_ruling_makes_the_day_what_it_says_and_the_day_still_says_why_it_was_open(
        RulingOutcome outcome, DayStatus status, WorkMode? mode, int? early)
    {
        var day = DayOf(Outside("07:30"), Ruled(outcome));

        Assert.Equal((status, mode, early), (day.Status, day.Mode, day.EarlyMinutes));
        Assert.Equal((RulingNeed.Outside, false), (RulingNeeds.Of(day), RulingNeeds.IsOpen(day)));
        Assert.Contains(day.Findings, f => f.Reference == "peg-head");
    }

    [Fact]
    public void Ten_days_outside_are_open_until_they_are_ruled_absent_and_then_count()
    {
        var dates = Enumerable.Range(1, 30).Select(n => new LocalDate(2026, 4, n))
            .Where(Some.Calendar.IsWorkingDay).Take(10).ToList();
        AttendanceMonth With(RulingOutcome? outcome) => Some.Fold(
            Month,
            [.. dates.Select(date => new DayFacts(date)
            {
                CheckIns = [At(date, "07:30", CheckInKind.In, Placement.Outside)],
                Ruling = outcome is { } made ? Ruled(made, date) : null,
            })],
            today: dates[^1].PlusDays(1));
        AbsenceYear Year(RulingOutcome? outcome) => AbsenceRules.Count(
            Some.Person(), 2026, With(outcome).Days, DisciplineLaw.Shipped);

        Assert.Equal((0, 10), (Year(null).AbsentDays.Count, Year(null).UndecidedDays.Count));
        Assert.Equal(10, DeductionRules.Apply(ShippedSchemes.Agriculture, With(null)).OpenDays.Count);
        var absent = Year(RulingOutcome.Absent);
        Assert.Equal((10, true), (absent.AbsentDays.Count, absent.Proposal!.InARow));
        Assert.Equal(10, DeductionRules.Apply(ShippedSchemes.Agriculture, With(RulingOutcome.Absent)).Lines.Count);
        var field = DeductionRules.Apply(ShippedSchemes.Agriculture, With(RulingOutcome.PresentField));
        Assert.Equal((0, 0), (field.Lines.Count, field.OpenDays.Count));
        Assert.Empty(Year(RulingOutcome.PresentField).AbsentDays);
    }

    [Fact]
    public void A_leaving_without_a_position_is_named_and_costs_nothing_while_nobody_ruled()
    {
        var without = At(Wednesday, "15:09", CheckInKind.Out, Placement.Unknown);
        var open = MonthOf([Inside("07:30"), without], null);
        var silent = MonthOf([Inside("07:30")], null);
        var ruled = MonthOf([Inside("07:30"), without], Ruled(RulingOutcome.PresentOffice));

        Assert.Contains(new DayFinding(DayReason.LeavingNotPlaced, "checkin-Out"), open.Days[0].Findings);
        Assert.Equal(RulingNeed.NoLeaving, RulingNeeds.Of(open.Days[0]));
        Assert.Equal([Wednesday], DeductionRules.Apply(ShippedSchemes.Agriculture, open).OpenDays);
        Assert.DoesNotContain(
            DeductionRules.Apply(ShippedSchemes.Agriculture, open).Lines, l => l.Event == DeductionEvent.NoLeaving);
        Assert.Contains(
            DeductionRules.Apply(ShippedSchemes.Agriculture, silent).Lines, l => l.Event == DeductionEvent.NoLeaving);
        Assert.Empty(DeductionRules.Apply(ShippedSchemes.Agriculture, ruled).OpenDays);
        Assert.Empty(DeductionRules.Apply(ShippedSchemes.Agriculture, ruled).Lines);
    }

    [Fact]
    public void What_was_recorded_inside_is_measured_on_a_ruled_day_too()
    {
        var day = DayOf(Inside("08:30"), Ruled(RulingOutcome.PresentOffice));

        Assert.Equal((DayStatus.Present, 60, 0), (day.Status, day.LateMinutes, day.EarlyMinutes));
    }

    [Fact]
    public void Leave_and_days_off_stay_what_they_are()
    {
        var leave = new Leave(Some.Person(), LeaveKind.Sick, Wednesday, Wednesday.PlusDays(1), "SKD-1");
        var sick = Some.Fold(
            Month, [new DayFacts(Wednesday) { Leave = leave, Ruling = Ruled(RulingOutcome.Absent) }]).Days[0];
        var saturday = new LocalDate(2026, 4, 4);
        var off = Some.Fold(
            Month, [new DayFacts(saturday) { Ruling = Ruled(RulingOutcome.Absent, saturday) }]).Days[3];

        Assert.Equal((DayStatus.Sick, DayStatus.DayOff), (sick.Status, off.Status));
    }

    [Theory]
    [InlineData(1, false, DayStatus.Present)] // the later decision holds
    [InlineData(-1, false, DayStatus.Absent)]
    [InlineData(1, true, DayStatus.Absent)] // nothing undoes what an objection made final
    public void Of_a_ruling_and_an_approved_correction_the_later_holds_unless_it_is_final(
        int daysAfter, bool final, DayStatus expected)
    {
        var approved = new Correction(
            Some.Client("koreksi-01"), Some.AgencyId, Some.Person(), Wednesday, CorrectionKind.Arrival, new(7, 30),
            "Buku tamu.", null, CorrectionState.Approved,
            [new(CorrectionState.Approved, Some.Person("peg-head"), RuledAt + Duration.FromDays(daysAfter), null)]);
        var ruling = Ruled(RulingOutcome.Absent);
        ruling = final
            ? ruling with
            {
                Steps =
                [
                    .. ruling.Steps,
                    new(RulingStepKind.Decided, Some.Person("peg-boss"), RuledAt, "Tetap.", RulingOutcome.Absent),
                ],
            }
            : ruling;

        var day = Some.Fold(
            Month,
            [new DayFacts(Wednesday) { CheckIns = [Outside("07:30")], Corrections = [approved], Ruling = ruling }])
            .Days[0];

        Assert.Equal(expected, day.Status);
    }

    [Fact]
    public void A_check_in_that_comes_after_the_ruling_opens_the_day_again()
    {
        var late = Inside("07:30") with { ReceivedAt = RuledAt + Duration.FromSeconds(1) };
        var before = Inside("07:30") with { ReceivedAt = RuledAt };

        var again = DayOf(late, Ruled(RulingOutcome.Absent));

        Assert.Equal((DayStatus.Absent, true), (again.Status, again.Flagged));
        Assert.True(RulingNeeds.IsOpen(again));
        Assert.False(RulingNeeds.IsOpen(DayOf(before, Ruled(RulingOutcome.Absent))));
        Assert.False(RulingNeeds.IsOpen(DayOf(late, Ruled(RulingOutcome.PresentField))));
    }

    /// <summary>Whatever was recorded: working days are what the rulings say, and nothing else moves.</summary>
    [Fact]
    public void A_ruled_month_is_its_rulings_on_working_days_and_the_open_month_on_the_others() =>
        Always.HoldsFor(random =>
        {
            var facts = Month.ToDateInterval().Select(date => new DayFacts(date) { CheckIns = AnyDay(random, date) })
                .ToList();
            var ruled = facts.Select(f => random.Next(2) == 0 ? f with
            {
                Ruling = Ruled((RulingOutcome)random.Next(6), f.Date),
            } : f).ToList();
            var (open, after) = (Some.Fold(Month, facts), Some.Fold(Month, ruled));
            foreach (var (one, other, fact) in open.Days.Zip(after.Days, ruled))
            {
                var expected = fact.Ruling is null || one.Status == DayStatus.DayOff ? one.Status
                    : fact.Ruling.Standing!.Outcome switch
                    {
                        RulingOutcome.Absent => DayStatus.Absent,
                        RulingOutcome.HalfDay => DayStatus.HalfDay,
                        _ => DayStatus.Present,
                    };
                Assert.Equal(expected, other.Status);
                Assert.Equal(RulingNeeds.Of(one), RulingNeeds.Of(other));
            }

            var rulings = after.Days.Where(d => d.IsRuled).Select(d => d.Date).ToHashSet();
            Assert.DoesNotContain(
                DeductionRules.Apply(ShippedSchemes.Agriculture, after).OpenDays, rulings.Contains);
        });

    private static CheckIn[] AnyDay(Random random, LocalDate date) =>
    [
        .. Enumerable.Range(0, random.Next(4)).Select(i => Some.CheckIn(
            $"checkin-{date.Day:D2}-{i}", date + new LocalTime(random.Next(6, 19), 15 * random.Next(4)),
            (CheckInKind)random.Next(4), (Placement)random.Next(4))),
    ];

    private static AttendanceDay DayOf(CheckIn checkIn, DayRuling ruling) => MonthOf([checkIn], ruling).Days[0];

    private static AttendanceMonth MonthOf(CheckIn[] checkIns, DayRuling? ruling) => Some.Fold(
        Month, [new DayFacts(Wednesday) { CheckIns = checkIns, Ruling = ruling }], today: Wednesday.PlusDays(1));

    private static CheckIn Inside(string wall) => At(Wednesday, wall, CheckInKind.In, Placement.Inside);

    private static CheckIn Outside(string wall) => At(Wednesday, wall, CheckInKind.In, Placement.Outside);

    private static CheckIn At(LocalDate date, string wall, CheckInKind kind, Placement placement) => Some.CheckIn(
        $"checkin-{kind}", date + LocalTime.FromTimeOnly(TimeOnly.Parse(wall, null)), kind, placement);

    private static DayRuling Ruled(RulingOutcome outcome, LocalDate? date = null) => new(
        Some.AgencyId, Some.Person(), date ?? Wednesday,
        [new(RulingStepKind.Ruled, Some.Person("peg-head"), RuledAt, "Sudah diperiksa.", outcome)]);
}
