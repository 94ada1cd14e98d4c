using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>Leave or duty for a part of a day: the rest stays owed.</summary>
public sealed class PartDayTests
{
    private static readonly YearMonth Month = new(2026, 4);
    private static readonly LocalDate Wednesday = new(2026, 4, 1);

    // 07:30 to 16:00 with an hour of break: 450 minutes are owed, half of them 225; the middle is 11:45.
    [Theory]
    [InlineData("first", LeaveKind.Leave, "11:45", "16:00", 0, 0, 225, 225)]
    [InlineData("first", LeaveKind.Leave, "12:00", "15:30", 15, 30, 180, 225)]
    [InlineData("second", LeaveKind.Sick, "07:30", "11:45", 0, 0, 225, 225)]
    [InlineData("second", LeaveKind.Sick, "07:40", "11:00", 10, 45, 170, 225)]
    [InlineData("first", LeaveKind.DutyTravel, "11:45", "16:00", 0, 0, 450, 0)]
    [InlineData("second", LeaveKind.Training, "07:30", "11:45", 0, 0, 450, 0)]
    [InlineData("07:30-09:30", LeaveKind.Permission, "09:30", "16:00", 0, 0, 345, 106)]
    [InlineData("14:00-16:00", LeaveKind.Permission, "07:30", "14:00", 0, 0, 345, 106)]
    [InlineData("10:00-12:00", LeaveKind.Permission, "12:30", "16:00", 180, 0, 165, 106)]
    public void The_rest_of_the_day_stays_owed(
        string part, LeaveKind kind, string arrival, string leaving, int late, int early, int worked, int excused)
    {
        var day = DayOf([In(arrival), Out(leaving)], Part(kind, part));

        Assert.Equal(DayStatus.Present, day.Status);
        Assert.Equal(
            (late, early, worked, excused),
            (day.LateMinutes, day.EarlyMinutes, day.WorkedMinutes, day.ExcusedMinutes));
        Assert.Contains(new DayFinding(DayReason.OnLeaveInPart, "IZIN-1"), day.Findings);
    }

    [Theory]
    [InlineData("first", LeaveKind.Leave, DayStatus.HalfDay, 225, 0)]
    [InlineData("first", LeaveKind.DutyTravel, DayStatus.HalfDay, 225, 225)]
    [InlineData("07:30-15:00", LeaveKind.Leave, DayStatus.HalfDay, 52, 0)]
    [InlineData("14:00-16:00", LeaveKind.Leave, DayStatus.NoRecord, null, null)]
    public void Who_is_never_seen_in_the_rest_is_half_a_day_there_when_half_is_excused(
        string part, LeaveKind kind, DayStatus status, int? early, int? worked)
    {
        var day = DayOf([], Part(kind, part));
        Assert.Equal((status, early, worked), (day.Status, day.EarlyMinutes, day.WorkedMinutes));
    }

    [Fact]
    public void Two_halves_are_the_whole_day()
    {
        var day = DayOf([], Part(LeaveKind.Sick, "first"), Part(LeaveKind.DutyTravel, "second"));
        Assert.Equal((DayStatus.Sick, true, 0), (day.Status, day.IsExcused, day.ExcusedMinutes));
    }

    [Fact]
    public void Leave_for_the_whole_day_goes_before_a_part_of_it()
    {
        var facts = new DayFacts(Wednesday)
        {
            Leave = new Leave(Some.Person(), LeaveKind.Leave, Wednesday, Wednesday.PlusDays(1), "CUTI-1"),
            Parts = [Part(LeaveKind.Permission, "first")],
        };
        Assert.Equal(DayStatus.Leave, Some.Fold(Month, [facts]).Days[0].Status);
    }

    [Theory]
    [InlineData("12:00-13:01", true)]
    [InlineData("12:00-13:00", false)]
    public void The_third_record_is_not_asked_for_in_a_part_that_is_excused(string part, bool excused)
    {
        var hours = Some.Hours with { MidDay = new MidDayWindow(new LocalTime(12, 0), new LocalTime(13, 0)) };
        var facts = Facts([In("07:30"), Out("16:00")], Part(LeaveKind.Permission, part));
        Assert.NotEqual(excused, Some.Fold(Month, [facts], hours).Days[0].Has(DayReason.MidDayMissing));
    }

    [Theory]
    [InlineData(RulingOutcome.PresentField, 0, 225)]
    [InlineData(RulingOutcome.HalfDay, 0, 225)]
    public void A_ruling_gives_no_more_than_what_stays_owed(RulingOutcome outcome, int early, int worked)
    {
        var outside = Some.CheckIn(
            "checkin-out-1", Wednesday + new LocalTime(12, 0), placement: Domain.Geofencing.Placement.Outside);
        var step = new RulingStep(RulingStepKind.Ruled, Some.Person("peg-head"), Some.Morning, "Rapat.", outcome);
        var facts = Facts([outside], Part(LeaveKind.Leave, "first")) with
        {
            Ruling = DayRuling.Unwritten(Some.AgencyId, Some.Person(), Wednesday) with { Steps = [step] },
        };
        var day = Some.Fold(Month, [facts]).Days[0];
        Assert.Equal((early, worked), (day.EarlyMinutes, day.WorkedMinutes));
    }

    [Fact]
    public void A_weeks_minutes_are_fewer_by_leave_in_part_and_not_by_duty()
    {
        Assert.Equal(0, WeekOf(LeaveKind.Leave, "11:45").Days[2].EarlyMinutes);
        Assert.Equal(0, WeekOf(LeaveKind.DutyTravel, "11:45").Days[2].EarlyMinutes);
        Assert.Equal(60, WeekOf(LeaveKind.Leave, "12:45").Days[2].EarlyMinutes);
    }

    /// <summary>104 of 360 minutes are left of the day, so 13 of the 45 of its break.</summary>
    [Fact]
    public void Bug_a_break_shared_by_a_binary_quotient_was_a_minute_short()
    {
        var hours = Some.Hours with
        {
            Week = new WeekHours(new Dictionary<IsoDayOfWeek, DayHours>
            {
                [IsoDayOfWeek.Wednesday] = new(new LocalTime(8, 0), new LocalTime(14, 0), 45),
            }),
        };
        var facts = Facts([In("12:16"), Out("14:00")], Part(LeaveKind.Leave, "08:00-12:16"));
        Assert.Equal(104 - 13, Some.Fold(Month, [facts], hours).Days[0].WorkedMinutes);
    }

    /// <summary>Minute by minute, over nights too, against the slow reading of the rule.</summary>
    [Fact]
    public void Minutes_are_those_that_a_slow_count_finds() =>
        Always.HoldsFor(
            random =>
            {
                var start = random.Next(24 * 60);
                var length = 60 * random.Next(4, 13);
                var pause = 15 * random.Next(5);
                var hours = new DayHours(Clock(start), Clock(start + length), pause);
                var parts = Enumerable.Range(0, random.Next(3)).Select(_ => AnyPart(random, start, length)).ToList();
                var came = start - 30 + random.Next(length);
                var left = came + 4 + random.Next(length);
                var gap = (From: came + 1 + random.Next(left - came - 2), Length: random.Next(120));
                gap.Length = Math.Min(gap.Length, left - gap.From - 1);

                var day = Folded(hours, parts.ConvertAll(p => p.Part), came, left, gap);

                bool Excused(int m) => parts.Exists(p => p.From <= m && m < p.To);
                bool OnLeave(int m) => parts.Exists(p => !p.Part.IsDuty && p.From <= m && m < p.To);
                bool OnDuty(int m) => parts.Exists(p => p.Part.IsDuty && p.From <= m && m < p.To);
                var own = Enumerable.Range(start, length).ToList();
                if (own.TrueForAll(Excused))
                {
                    Assert.True(day.IsExcused);
                    return;
                }

                int Count(int from, int to, Func<int, bool> holds) =>
                    Enumerable.Range(from, Math.Max(0, to - from)).Count(holds);
                var away = Count(gap.From, gap.From + gap.Length, m => !Excused(m));
                var awayInHours = Count(
                    Math.Max(gap.From, start), Math.Min(gap.From + gap.Length, start + length), m => !Excused(m));
                var share = pause * own.Count(m => !OnLeave(m)) / length;
                var there = Enumerable.Range(start - 30, 4 * length).Count(
                    m => !OnLeave(m) && ((m >= came && m < left) || (OnDuty(m) && m >= start && m < start + length)));
                Assert.Equal(
                    (
                        Count(start, came, m => !Excused(m)),
                        Count(left, start + length, m => !Excused(m)),
                        Math.Max(0, awayInHours - pause),
                        Math.Max(0, there - Math.Max(share, away))),
                    (day.LateMinutes, day.EarlyMinutes, day.AwayMinutes, day.WorkedMinutes));
            },
            runs: 500);

    private sealed record TimedPart(ExcusedPart Part, int From, int To);

    private static TimedPart AnyPart(Random random, int start, int length)
    {
        var kind = (LeaveKind)random.Next(5);
        if (random.Next(3) == 0)
        {
            var half = (DayHalf)random.Next(2);
            var from = half == DayHalf.First ? start : start + (length / 2);
            return new TimedPart(Of(kind, DayPart.Of(half)), from, from + (length / 2));
        }

        var begin = start + random.Next(length - 1);
        var end = begin + 1 + random.Next(start + length - begin - 1);
        return new TimedPart(Of(kind, DayPart.Of(Clock(begin), Clock(end))), begin, end);
    }

    private static AttendanceDay Folded(
        DayHours hours, List<ExcusedPart> parts, int came, int left, (int From, int Length) gap)
    {
        var time = Some.Hours with
        {
            Scheme = TimeScheme.Shift,
            Roster = new Roster(
                [new([Some.Person()], Wednesday.PlusDays(-40), [null])],
                [new(Some.Person(), Wednesday, new Shift("sif", hours))]),
            Margins = new ShiftMargins(720, 1440, 30),
        };
        (int At, CheckInKind Kind)[] records =
        [
            (came, CheckInKind.In), (gap.From, CheckInKind.Out), (gap.From + gap.Length, CheckInKind.In),
            (left, CheckInKind.Out),
        ];
        var checkIns = records.Select((r, i) => Some.CheckIn(
            $"checkin-{i}", Wednesday.AtMidnight().PlusMinutes(r.At), r.Kind)).ToLookup(c => c.WorkDate);
        var dates = Enumerable.Range(-1, 5).Select(Wednesday.PlusDays);
        var facts = dates.Select(date => new DayFacts(date)
        {
            CheckIns = [.. checkIns[date]],
            Parts = date == Wednesday ? parts : [],
        });
        return Some.Fold(Month, [.. facts], time).Days[0];
    }

    private static AttendanceMonth WeekOf(LeaveKind kind, string arrival)
    {
        var hours = Some.Hours with { Required = new RequiredTime(2250, PerWeek: true) };
        var monday = new LocalDate(2026, 4, 20);
        var days = Enumerable.Range(0, 5).Select(monday.PlusDays).Select(date => new DayFacts(date)
        {
            CheckIns =
            [
                Some.CheckIn($"in-{date:dd}-checkin", date + Wall(date.Day == 22 ? arrival : "07:30")),
                Some.CheckIn(
                    $"out-{date:dd}-checkin",
                    date + (date.Day == 24 ? new LocalTime(16, 30) : new LocalTime(16, 0)),
                    CheckInKind.Out),
            ],
            Parts = date.Day == 22 ? [Part(kind, "first")] : [],
        }).ToList();
        var month = Some.Fold(Month, days, hours);
        return month with { Days = [.. month.Days.Skip(21)] };
    }

    private static AttendanceDay DayOf(CheckIn[] checkIns, params ExcusedPart[] parts) =>
        Some.Fold(Month, [Facts(checkIns, parts)], Fixed).Days[0];

    /// <summary>Every day 07:30 to 16:00 with an hour of break.</summary>
    private static WorkingTime Fixed => Some.Hours with
    {
        Week = new WeekHours(new Dictionary<IsoDayOfWeek, DayHours>
        {
            [IsoDayOfWeek.Wednesday] = new(new LocalTime(7, 30), new LocalTime(16, 0), 60),
        }),
    };

    private static DayFacts Facts(CheckIn[] checkIns, params ExcusedPart[] parts) =>
        new(Wednesday) { CheckIns = checkIns, Parts = parts };

    private static ExcusedPart Part(LeaveKind kind, string part) => Of(kind, part switch
    {
        "first" => DayPart.Of(DayHalf.First),
        "second" => DayPart.Of(DayHalf.Second),
        _ => DayPart.Of(Wall(part[..5]), Wall(part[6..])),
    });

    private static ExcusedPart Of(LeaveKind kind, DayPart part) =>
        new(kind, part, new DayFinding(DayReason.OnLeaveInPart, "IZIN-1"));

    private static CheckIn In(string wall) => Some.CheckIn("checkin-in", Wednesday + Wall(wall));

    private static CheckIn Out(string wall) => Some.CheckIn("checkin-out", Wednesday + Wall(wall), CheckInKind.Out);

    private static LocalTime Clock(int minutes) => LocalTime.Midnight.PlusMinutes(minutes);

    private static LocalTime Wall(string text) => LocalTime.FromTimeOnly(TimeOnly.Parse(text, null));
}
