using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>
/// Every reason that a day names, and no other: Wednesday 1 April 2026, 07:30 to 16:00 with an hour's break. Records
/// are written by kind and time; before them <c>!</c> is outside, <c>?</c> without a position, <c>x</c> rejected.
/// </summary>
public sealed class DayFindingsTests
{
    private static readonly LocalDate Wednesday = new(2026, 4, 1);

    private static readonly WorkingTime PerDay = Some.Hours with { Required = new RequiredTime(450, PerWeek: false) };
    private static readonly WorkingTime PerWeek = Some.Hours with { Required = new RequiredTime(2250, PerWeek: true) };

    [Theory]
    [InlineData("", "NoCheckIn")]
    [InlineData("in07:30 out16:00", "ArrivedInside")]
    [InlineData("in07:40 out15:50", "ArrivedInside Late LeftEarly")]
    [InlineData("in07:30", "ArrivedInside NoLeaving")]
    [InlineData("in07:30 out07:30", "ArrivedInside LeftEarly")]
    [InlineData("in07:30 out12:00 in14:00 out16:00", "ArrivedInside AwayMidDay")]
    [InlineData("!in07:30 ?in07:40", "OutsideEveryArea")]
    [InlineData("?in07:30", "PositionUnknown")]
    [InlineData("mid12:00", "NoArrival")]
    [InlineData("xin07:30", "NoCheckIn RejectedLeftOut")]
    [InlineData("in07:30 !out15:00 out16:00", "ArrivedInside")]
    [InlineData("in07:30 !mid12:00", "ArrivedInside NoLeaving")]
    [InlineData("in07:30 !out16:00", "ArrivedInside NoLeaving LeavingNotPlaced:record-1")]
    [InlineData("in09:00 !out08:59", "ArrivedInside Late NoLeaving")]
    [InlineData("in09:00 !out09:00", "ArrivedInside Late NoLeaving LeavingNotPlaced:record-1")]
    public void A_day_names_what_its_records_show(string records, string reasons) =>
        Assert.Equal(reasons, Reasons(DayOf(records)));

    [Theory]
    [InlineData(10, GraceRule.Counted, "07:30", "ArrivedInside")]
    [InlineData(10, GraceRule.Counted, "07:40", "ArrivedInside WithinGrace")]
    [InlineData(10, GraceRule.Counted, "07:41", "ArrivedInside Late")]
    [InlineData(10, GraceRule.Forgiven, "07:20", "ArrivedInside")]
    [InlineData(10, GraceRule.Forgiven, "07:30", "ArrivedInside")]
    [InlineData(10, GraceRule.Forgiven, "07:40", "ArrivedInside WithinGrace")]
    [InlineData(10, GraceRule.Forgiven, "07:41", "ArrivedInside Late GraceTakenOff")]
    [InlineData(0, GraceRule.Forgiven, "07:41", "ArrivedInside Late")]
    public void Grace_is_named_where_it_took_minutes_off(int minutes, GraceRule rule, string came, string reasons) =>
        Assert.Equal(
            reasons, Reasons(DayOf($"in{came} out16:00", Some.Hours with { Grace = new Grace(minutes, rule) })));

    [Theory]
    [InlineData(false, "in10:00 out17:00", "ArrivedInside RequiredMinutesShort", 90)]
    [InlineData(false, "in10:00 out18:30", "ArrivedInside", 0)]
    [InlineData(false, "in10:00", "ArrivedInside NoLeaving", null)]
    [InlineData(true, "in10:00", "ArrivedInside NoLeaving", null)]
    public void Required_minutes_are_short_only_where_both_ends_are_known(
        bool perWeek, string records, string reasons, int? missing)
    {
        var day = DayOf(records, perWeek ? PerWeek : PerDay);
        Assert.Equal((reasons, missing), (Reasons(day), day.EarlyMinutes));
    }

    /// <summary>225 of 450 minutes are excused, and 30 of the 60 of the break: 180 worked leave 45.</summary>
    [Fact]
    public void Leave_in_part_takes_its_share_off_the_minutes_that_a_day_requires()
    {
        var day = DayOf("in07:30 out11:00", PerDay, parts: DayPart.Of(DayHalf.Second));
        Assert.Equal((180, 45), (day.WorkedMinutes, day.EarlyMinutes));
    }

    [Fact]
    public void Half_a_day_is_named_beside_the_minutes_that_make_it() => Assert.Equal(
        "ArrivedInside Late LeftEarly HalfDay",
        Reasons(DayOf("in08:30 out15:00", Some.Hours with { HalfDayFromMinutes = 120 })));

    [Theory]
    [InlineData("in05:00 out16:00", 600)]
    [InlineData("out05:00 in07:30 out16:00", 450)] // a leaving before the arrival begins no absence
    [InlineData("in07:30 out10:00 in13:00 out16:00", 330)]
    public void Worked_is_from_arrival_to_leaving_without_break_or_absence(string records, int worked) =>
        Assert.Equal(worked, DayOf(records).WorkedMinutes);

    [Fact]
    public void Place_and_mode_are_those_of_an_arrival_that_counts()
    {
        Assert.Equal(
            (WorkMode.Office, GeofenceKind.Office), (DayOf("in07:30").Mode!.Value, DayOf("in07:30").Place!.Value));
        var off = Some.Fold(
            new YearMonth(2026, 4),
            [new DayFacts(new(2026, 4, 4)) { CheckIns = Records("in07:30", new(2026, 4, 4)) }]).Days[3];
        Assert.Equal((new LocalTime(7, 30), null, null), (off.FirstIn!.Value, off.Mode, off.Place));
    }

    [Fact]
    public void Only_windows_between_the_start_and_the_arrival_are_named_as_forgiving()
    {
        var day = DayOf(
            "in08:10 out16:00", null,
            [
                Window("07:00", "07:30", "sebelum-1"), Window("07:20", "08:00", "tepat-01"),
                Window("08:10", "09:00", "sesudah-1"), Window("14:00", "15:00", "siang-01"),
            ]);
        Assert.Equal("ArrivedInside Late OutageForgaveLateness:tepat-01", Reasons(day));
        Assert.Equal(10, day.LateMinutes);
    }

    [Fact]
    public void Windows_that_begin_at_once_are_named_in_one_order_however_they_came()
    {
        OutageWindow[] both = [Window("07:20", "08:00", "gangguan-a"), Window("07:20", "07:50", "gangguan-b")];
        foreach (var outages in new[] { both, [both[1], both[0]] })
        {
            Assert.Equal(
                "ArrivedInside Late OutageForgaveLateness:gangguan-a gangguan-b",
                Reasons(DayOf("in08:10 out16:00", null, outages)));
        }
    }

    [Theory]
    [InlineData("in07:30", "16:00", "17:00", "ArrivedInside OutageCoversLeaving:gangguan-a")]
    [InlineData("in07:30", "15:00", "16:00", "ArrivedInside NoLeaving")]
    [InlineData("mid12:00 out16:00", "07:30", "08:00", "OutageCoversArrival:gangguan-a")]
    [InlineData("mid12:00 out16:00", "07:00", "07:30", "NoArrival")]
    [InlineData("!in07:30 !out16:00", "07:30", "08:00", "OutsideEveryArea")]
    [InlineData(
        "mid12:00 !out16:00", "07:00", "08:00", "NoLeaving OutageCoversArrival:gangguan-a LeavingNotPlaced:record-1")]
    public void A_window_covers_its_first_moment_and_not_its_last(
        string records, string from, string to, string reasons) =>
        Assert.Equal(reasons, Reasons(DayOf(records, null, [Window(from, to, "gangguan-a")])));

    [Fact]
    public void Of_windows_over_either_end_the_one_over_the_units_own_is_named() => Assert.Equal(
        "ArrivedInside PersonalStart OutageCoversLeaving:gangguan-a",
        Reasons(DayOf(
            "in08:30", null, [Window("15:50", "16:10", "gangguan-a"), Window("16:50", "17:10", "gangguan-b")],
            ownStart: new LocalTime(8, 30))));

    [Theory]
    [InlineData("in07:30 in12:00 out12:00 in14:00 out16:00")]
    [InlineData("in07:30 out12:00 in12:00 in14:00 out16:00")]
    public void At_one_moment_an_arrival_goes_before_a_leaving_however_they_came(string records) =>
        Assert.Equal(("ArrivedInside AwayMidDay", 60), (Reasons(DayOf(records)), DayOf(records).AwayMinutes));

    /// <summary>A start of one's own is of fixed hours: no roster and no required minutes know one.</summary>
    [Fact]
    public void A_start_of_ones_own_moves_fixed_hours_alone()
    {
        AttendanceDay Day(string records, WorkingTime hours) =>
            DayOf(records, hours, [Window("16:50", "17:10", "gangguan-a")], ownStart: new LocalTime(8, 30));
        Assert.Equal(
            "ArrivedInside PersonalStart OutageCoversLeaving:gangguan-a", Reasons(Day("in08:30", Some.Hours)));
        Assert.Equal("ArrivedInside NoLeaving", Reasons(Day("in08:30", PerDay)));
        var shift = Day("in08:00 out16:30", Some.Hours with { Scheme = TimeScheme.Shift });
        Assert.Equal(("ArrivedInside Late", 30), (Reasons(shift), shift.LateMinutes));
    }

    [Fact]
    public void Records_on_a_day_that_parts_excuse_wholly_are_named()
    {
        DayPart[] both = [DayPart.Of(DayHalf.First), DayPart.Of(DayHalf.Second)];
        Assert.Equal(
            "CheckInsOnLeave OnLeaveInPart:IZIN-1 OnLeaveInPart:IZIN-1", Reasons(DayOf("in07:30", parts: both)));
        Assert.Equal("OnLeaveInPart:IZIN-1 OnLeaveInPart:IZIN-1", Reasons(DayOf("", parts: both)));
    }

    /// <summary>Until a week is over nothing of it is early; then what it lacks is.</summary>
    [Theory]
    [InlineData(2, 0)]
    [InlineData(20, 225)]
    public void Half_a_day_excused_and_never_seen_leaves_nothing_early_in_a_week_that_goes_on(int today, int early)
    {
        var day = DayOf("", PerWeek, [], null, today, DayPart.Of(DayHalf.First));
        Assert.Equal((DayStatus.HalfDay, early), (day.Status, day.EarlyMinutes));
    }

    internal static string Reasons(AttendanceDay day) => string.Join(
        ' ', day.Findings.Select(f => f.Reference is null ? $"{f.Reason}" : $"{f.Reason}:{f.Reference}"));

    internal static OutageWindow Window(string from, string to, string id) => new(
        Some.Client(id), [], (Wednesday + Wall(from)).InZoneStrictly(Some.Wib).ToInstant(),
        (Wednesday + Wall(to)).InZoneStrictly(Some.Wib).ToInstant(), "Server mati.");

    internal static CheckIn[] Records(string records, LocalDate date) =>
    [
        .. records.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((record, i) => Some.CheckIn(
            $"record-{i}",
            date + Wall(record[^5..]),
            record.Contains("in", StringComparison.Ordinal) ? CheckInKind.In
                : record.Contains("out", StringComparison.Ordinal) ? CheckInKind.Out : CheckInKind.MidDay,
            record[0] switch { '!' => Placement.Outside, '?' => Placement.Unknown, _ => Placement.Inside })),
    ];

    private static AttendanceDay DayOf(string records, WorkingTime? hours = null, params DayPart[] parts) =>
        DayOf(records, hours, [], null, 20, parts);

    private static AttendanceDay DayOf(
        string records, WorkingTime? hours, OutageWindow[] outages, LocalTime? ownStart = null, int today = 20,
        params DayPart[] parts)
    {
        var rejected = records.Split(' ').Index().Where(r => r.Item.StartsWith('x'))
            .Select(r => Some.Client($"record-{r.Index}"));
        var facts = new DayFacts(Wednesday)
        {
            CheckIns = Records(records, Wednesday),
            Rejected = [.. rejected],
            Outages = outages,
            PersonalStarts = ownStart is { } own ? [own] : [],
            Parts =
            [
                .. parts.Select(part => new ExcusedPart(
                    LeaveKind.Leave, part, new DayFinding(DayReason.OnLeaveInPart, "IZIN-1"))),
            ],
        };
        return Some.Fold(new YearMonth(2026, 4), [facts], hours, new LocalDate(2026, 4, today)).Days[0];
    }

    private static LocalTime Wall(string text) => LocalTime.FromTimeOnly(TimeOnly.Parse(text, null));
}
