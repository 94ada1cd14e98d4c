using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>Which shift a check-in is given to, for random rosters against slow answers.</summary>
public sealed class ShiftBookTests
{
    private const int Runs = 150;

    [Fact]
    public void What_lies_in_one_shifts_margins_lands_on_it_and_in_none_on_no_shift() =>
        Always.HoldsFor(
            random =>
            {
                var roster = AnyRoster.Of(random, travels: random.Next(2) == 0, AnyMargins(random));
                var given = Given(roster);
                foreach (var checkIn in roster.CheckIns)
                {
                    var near = SlowNear(roster, checkIn, checkIn.Zone);
                    if (near.Count == 1 && OnlyOneInAnyZone(roster, checkIn))
                    {
                        Assert.Equal(near[0], given[checkIn.Claim.Id]);
                    }
                }
            },
            Runs);

    [Fact]
    public void Where_margins_overlap_kind_and_order_decide_as_the_slow_reading_of_the_rule_does() =>
        Always.HoldsFor(
            random =>
            {
                var roster = AnyRoster.Of(random, travels: false, new ShiftMargins(720, 1440, 30));
                var given = Given(roster);
                var slow = new SlowShiftBook(roster);
                foreach (var checkIn in roster.CheckIns.OrderBy(c => c.TimeThatCounts))
                {
                    Assert.Equal(slow.DateOf(checkIn), given[checkIn.Claim.Id]);
                }
            },
            Runs);

    /// <summary>
    /// By quarters of an hour, so that moments meet; with margins so narrow that many records lie in none.
    /// </summary>
    [Fact]
    public void What_stays_open_or_lies_beside_every_shift_is_what_the_slow_reading_of_the_rule_says() =>
        Always.HoldsFor(
            random =>
            {
                var margins = random.Next(2) == 0 ? new ShiftMargins(720, 1440, 30)
                    : new ShiftMargins(15 * random.Next(9), 15 * random.Next(17), 15 * random.Next(5));
                var roster = AnyRoster.Of(random, travels: false, margins, step: 15);
                var rejected = roster.CheckIns.Where(_ => random.Next(12) == 0).Select(c => c.Claim.Id).ToHashSet();
                var rules = Some.Rules(roster.Hours);
                var book = new ShiftBook(
                    roster.CheckIns.Select(c => new DayRecord(c, rejected.Contains(c.Claim.Id))),
                    date => DayPlan.Of(Some.Employee(), date, rules));
                var given = book.Given.SelectMany(day => day.Select(r => (r.Id, day.Key))).ToDictionary();
                var slow = new SlowShiftBook(roster);
                foreach (var checkIn in roster.CheckIns.OrderBy(c => c.TimeThatCounts))
                {
                    var isRejected = rejected.Contains(checkIn.Claim.Id);
                    var date = slow.DateOf(checkIn, isRejected);
                    Assert.True(isRejected || date == given[checkIn.Claim.Id]);
                }

                Assert.Equal(slow.Open, book.Open.SelectMany(day => day.Select(id => (day.Key, id))).ToHashSet());
                Assert.Equal(
                    slow.Outside, book.Outside.SelectMany(day => day.Select(r => (day.Key, r.Id))).ToHashSet());
            },
            Runs);

    [Fact]
    public void A_rejected_check_in_counts_as_never_made_on_any_roster() =>
        Always.HoldsFor(
            random =>
            {
                var roster = AnyRoster.Of(random, travels: true, AnyMargins(random), step: 15);
                var rejected = roster.CheckIns.Where(_ => random.Next(4) == 0).Select(c => c.Claim.Id).ToHashSet();
                var facts = DayFacts.Of(roster.CheckIns);
                var (with, without) = (
                    Fold(facts.Select(day => day with { Rejected = rejected })),
                    Fold(facts.Select(day => day with
                    {
                        CheckIns = [.. day.CheckIns.Where(c => !rejected.Contains(c.Claim.Id))],
                    })));
                Assert.Equal(
                    without,
                    with.Select(day => day with
                    {
                        Findings = [.. day.Findings.Where(f => f.Reason != DayReason.RejectedLeftOut)],
                    }));

                IEnumerable<AttendanceDay> Fold(IEnumerable<DayFacts> days) =>
                    Some.Fold(new YearMonth(2026, 4), [.. days], roster.Hours).Days;
            },
            Runs);

    [Fact]
    public void Moving_roster_and_check_ins_by_any_minutes_leaves_every_shift_and_all_its_minutes() =>
        Always.HoldsFor(
            random =>
            {
                var roster = AnyRoster.Of(random, travels: false, AnyMargins(random));
                var moved = roster.MovedBy(random.Next(-1440, 14 * 1440));
                if (!moved.Fits)
                {
                    return;
                }

                var (before, after) = (Days(roster), Days(moved));
                Assert.Equal(
                    roster.Turns.Select(t => Minutes(before[AnyRoster.DateOf(t)])),
                    moved.Turns.Select(t => Minutes(after[AnyRoster.DateOf(t)])));
            },
            Runs);

    [Fact]
    public void A_month_folded_from_the_days_it_reads_is_the_one_folded_from_all_of_them() =>
        Always.HoldsFor(
            random =>
            {
                var roster = AnyRoster.Of(random, travels: true, AnyMargins(random));
                var (april, rules) = (new YearMonth(2026, 4), Some.Rules(roster.Hours));
                var days = rules.DaysRead(Some.UnitId, april);
                var read = roster.CheckIns.Where(c => days.Contains(c.WorkDate));
                Assert.Equal(
                    Some.Fold(april, DayFacts.Of(roster.CheckIns), roster.Hours).Days,
                    Some.Fold(april, DayFacts.Of(read), roster.Hours).Days);
            },
            Runs);

    internal static ShiftMargins AnyMargins(Random random) => random.Next(3) switch
    {
        0 => ShiftMargins.Default,
        1 => new ShiftMargins(random.Next(120), random.Next(240), random.Next(60)),
        _ => new ShiftMargins(random.Next(721), random.Next(1441), random.Next(241)),
    };

    /// <summary>By id, the date of the shift, or null for none.</summary>
    private static Dictionary<ClientId, LocalDate> Given(AnyRoster roster) =>
        AttendanceRules.ByShift(Some.Timeline(Some.Employee()), roster.CheckIns, Some.Rules(roster.Hours))
            .SelectMany(day => day.Select(c => (c.Claim.Id, day.Key))).ToDictionary();

    private static List<LocalDate> SlowNear(AnyRoster roster, CheckIn checkIn, DateTimeZone zone) =>
    [
        .. roster.Turns.Where(turn =>
        {
            var wall = AnyRoster.First.AtMidnight() + Period.FromMinutes(turn.Start);
            var start = wall.InZoneStrictly(zone).ToInstant();
            return checkIn.TimeThatCounts >= start - Duration.FromMinutes(roster.Margins.BeforeMinutes)
                && checkIn.TimeThatCounts < start + Duration.FromMinutes(turn.Length + roster.Margins.AfterMinutes);
        }).Select(AnyRoster.DateOf),
    ];

    /// <summary>A shift lies by the clock of the place of its arrival, which may not be the record's.</summary>
    private static bool OnlyOneInAnyZone(AnyRoster roster, CheckIn checkIn) =>
        new[] { Some.Wib, Some.Wita, Some.Wit }.All(zone => SlowNear(roster, checkIn, zone).Count == 1)
        && new[] { Some.Wib, Some.Wita, Some.Wit }.Select(zone => SlowNear(roster, checkIn, zone)[0]).Distinct()
            .Count() == 1;

    internal static Dictionary<LocalDate, AttendanceDay> Days(AnyRoster roster) =>
        new[] { 3, 4, 5 }.SelectMany(
            month => Some.Fold(new YearMonth(2026, month), DayFacts.Of(roster.CheckIns), roster.Hours).Days)
            .ToDictionary(day => day.Date);

    private static (DayStatus, int?, int?, int, int?, int) Minutes(AttendanceDay day) => (
        day.Status, day.LateMinutes, day.EarlyMinutes, day.AwayMinutes, day.WorkedMinutes,
        day.Findings.Count(f => f.Reason == DayReason.ShiftUnclear));
}
