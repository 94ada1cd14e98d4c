using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>
/// Weeks of 2,250 required minutes, Monday to Friday 07:30 to 16:30 with an hour of break, and leave, absence and days
/// off in them. A day is written as the hours worked, break left out; <c>L</c>, <c>R</c>, <c>D</c>, <c>H</c> before
/// them is leave, leave as a reward, duty elsewhere or a holiday, <c>-</c> a day without a record, <c>?</c> one that a
/// superior must look at.
/// </summary>
public sealed class WeekMinutesTests
{
    private static readonly LocalDate Monday = new(2026, 4, 20);
    private static readonly YearMonth April = new(2026, 4);

    [Theory]
    [InlineData("7 7 7 7 7", 4, 150, 150)]
    [InlineData("7 7 7 7 L", 3, 120, 120)] // what a Friday on leave hid
    [InlineData("7 7 7 7 D", 3, 120, 120)]
    [InlineData("7 7 7 7 -", 3, 120, 120)]
    [InlineData("7 7 7 L -", 2, 90, 90)]
    [InlineData("7 7 7 7 H", 3, 120, 120)]
    [InlineData("7 7 L3 7 7", 4, 120, 0)] // three hours on leave
    [InlineData("7 7 L1 7 7", 4, 120, 60)]
    [InlineData("7 7 7 7 L1", 3, 120, 60)]
    [InlineData("7 7 7 H1 7", 4, 120, 60)]
    [InlineData("7 7 7 D1 7", 4, 120, 60)]
    [InlineData("8 8 8 6 L", 3, 0, 0)]
    [InlineData("L L L L L", null, 0, 0)]
    [InlineData("L9 L9 L L -", null, 0, 0)]
    [InlineData("7 7 ? 7 7", null, 0, 0)]
    [InlineData("7 7 7 7 ?", null, 0, 0)]
    [InlineData("7 7 R? 7 7", null, 0, 0)] // nobody loses by a reward
    [InlineData("7 7 L? 7 7", 4, 120, 120)]
    public void What_is_missing_stands_on_the_last_day_present(string week, int? day, int missing, int counting)
    {
        Assert.Equal(ShortOn(missing > 0 ? day : null, missing), ShortOf(week, countsDaysOff: false));
        Assert.Equal(ShortOn(counting > 0 ? day : null, counting), ShortOf(week, countsDaysOff: true));
    }

    [Fact]
    public void A_week_worked_to_the_minute_names_nothing_missing() => Assert.DoesNotContain(
        MonthOf("8 8 8 6 L", countsDaysOff: false).Days, day => day.Has(DayReason.RequiredMinutesShort));

    [Fact]
    public void A_month_with_minutes_required_in_a_week_has_its_own_days_and_no_other() => Assert.Equal(
        April.ToDateInterval(), MonthOf("7 7 7 7 7", countsDaysOff: false).Days.Select(day => day.Date));

    /// <summary>Nothing is settled before the last day of work is over, also where the person is on leave.</summary>
    [Theory]
    [InlineData("7 7 7 7 L", 4, 0)]
    [InlineData("7 7 7 7 L", 5, 120)]
    public void A_week_is_settled_when_its_last_day_of_work_is_over(string week, int today, int missing) =>
        Assert.Equal(
            ShortOn(missing > 0 ? 3 : null, missing), ShortOf(week, countsDaysOff: false, Monday.PlusDays(today)));

    /// <summary>
    /// Excused for two hours on a Wednesday on which nobody saw the person: the day is one of absence, so that its
    /// minutes are neither asked for nor taken off.
    /// </summary>
    [Fact]
    public void Hours_excused_on_a_day_of_absence_take_nothing_off_the_week()
    {
        var part = new ExcusedPart(
            LeaveKind.Permission, DayPart.Of(new(14, 0), new(16, 0)), new(DayReason.OnLeaveInPart, "IZIN-1"));
        var hours = HoursOf("7 7 - 7 7".Split(' '), countsDaysOff: false);
        var facts = "7 7 - 7 7".Split(' ').Index().Select(c => Facts(Monday.PlusDays(c.Index), c.Item))
            .Select(day => day.CheckIns.Count > 0 ? day : day with { Parts = [part] });
        var days = Some.Fold(April, [.. facts], hours, Monday.PlusDays(20)).Days;
        Assert.Equal((DayStatus.NoRecord, 120), (days[21].Status, days[23].EarlyMinutes));
    }

    /// <summary>Any week against the same count made slowly.</summary>
    [Fact]
    public void Any_week_is_short_by_what_a_slow_count_finds() => Always.HoldsFor(
        random =>
        {
            string[] kinds = ["", "", "", "L", "D", "H"];
            var days = Enumerable.Range(0, 5)
                .Select(_ => random.Next(8) == 0 ? "-" : kinds[random.Next(kinds.Length)] + random.Next(1, 10))
                .ToList();
            var counts = random.Next(2) == 0;
            var present = days.FindAll(day => char.IsDigit(day[0]));
            var last = days.FindLastIndex(day => day[0] != 'H');
            var worked = present.Sum(Hours) + (counts
                ? days.Take(last + 1).Where(day => char.IsLetter(day[0])).Sum(Hours) : 0);
            var missing = Math.Max(0, (450 * present.Count) - (60 * worked));
            int? day = missing > 0 ? days.FindLastIndex(one => char.IsDigit(one[0])) : null;

            Assert.Equal(ShortOn(day, missing), ShortOf(string.Join(' ', days), counts));
        },
        200);

    private static int Hours(string day) => int.Parse(day.TrimStart('L', 'D', 'H'), null);

    private static List<int> ShortOn(int? day, int minutes) =>
        [.. Enumerable.Range(0, 5).Select(i => i == day ? minutes : 0)];

    private static List<int> ShortOf(string week, bool countsDaysOff, LocalDate? today = null) =>
    [
        .. MonthOf(week, countsDaysOff, today).Days.Skip(19).Take(5)
            .Select(d => d.Has(DayReason.RequiredMinutesShort) ? d.EarlyMinutes!.Value : 0),
    ];

    private static AttendanceMonth MonthOf(string week, bool countsDaysOff, LocalDate? today = null)
    {
        var codes = week.Split(' ');
        return Some.Fold(
            April, [.. codes.Index().Select(c => Facts(Monday.PlusDays(c.Index), c.Item))],
            HoursOf(codes, countsDaysOff), today ?? Monday.PlusDays(20));
    }

    private static WorkingTime HoursOf(string[] codes, bool countsDaysOff) => Some.Hours with
    {
        Scheme = TimeScheme.Shift,
        Required = new RequiredTime(2250, PerWeek: true) { CountsDaysOff = countsDaysOff },
        Week = new WeekHours(Enumerable.Range(1, 5).ToDictionary(
            n => (IsoDayOfWeek)n, _ => new DayHours(new LocalTime(7, 30), new LocalTime(16, 30), 60))),
        // A free day of the roster stands for a holiday: the calendar stays what it is.
        Roster = new Roster(
            [],
            [
                .. codes.Index().Where(c => c.Item[0] == 'H')
                    .Select(c => new RosterChange(Some.Person(), Monday.PlusDays(c.Index), null)),
            ]),
    };

    private static DayFacts Facts(LocalDate date, string code)
    {
        var outside = code.EndsWith('?');
        var worked = code.Trim('-', '?', 'L', 'R', 'D', 'H') is { Length: > 0 } text ? int.Parse(text, null) : 0;
        // The break stands in the hours of a day of work; a free day has none.
        var minutes = (60 * worked) + (code[0] == 'H' ? 0 : 60);
        var arrival = date + new LocalTime(7, 30);
        List<CheckIn> checkIns = worked == 0 && !outside ? [] :
        [
            Some.CheckIn(
                $"checkin-masuk-{date:dd}", arrival,
                placement: outside ? Domain.Geofencing.Placement.Outside : Domain.Geofencing.Placement.Inside),
            Some.CheckIn($"checkin-pulang-{date:dd}", arrival.PlusMinutes(minutes), CheckInKind.Out),
        ];
        return new DayFacts(date)
        {
            CheckIns = checkIns,
            Leave = code[0] switch
            {
                'L' => LeaveOn(date, LeaveKind.Leave),
                'R' => LeaveOn(date, LeaveKind.Reward),
                'D' => LeaveOn(date, LeaveKind.DutyTravel),
                _ => null,
            },
        };
    }

    private static Leave LeaveOn(LocalDate date, LeaveKind kind) =>
        new(Some.Person(), kind, date, date.PlusDays(1), "IZIN-1");
}
