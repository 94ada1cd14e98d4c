using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>What each event costs, by a scheme that deducts for every one of them in a unit of its own.</summary>
public sealed class DeductionFiguresTests
{
    private static readonly LocalDate First = new(2026, 4, 1);

    private static readonly DeductionScheme Scheme = new(
        "contoh-1", "Aturan contoh", 40,
        [
            Rule("late", DeductionEvent.Late, DeductionUnit.PercentOfMonth, new(10, 30, 1), new(31, null, 2)),
            Rule("early", DeductionEvent.LeftEarly, DeductionUnit.Rupiah, new DeductionBand(1, null, 1000, 15)),
            Rule("away", DeductionEvent.AwayMidDay, DeductionUnit.PercentOfDay, new DeductionBand(1, null, 5)),
            Rule("no-arrival", DeductionEvent.NoArrival, DeductionUnit.PercentOfMonth, new DeductionBand(0, null, 3)),
            Rule("no-leaving", DeductionEvent.NoLeaving, DeductionUnit.PercentOfMonth, new DeductionBand(0, null, 2)),
            Rule("mid-day", DeductionEvent.MidDayMissing, DeductionUnit.PercentOfDay, new DeductionBand(0, null, 7)),
            Rule("absent", DeductionEvent.Absent, DeductionUnit.PercentOfMonth, new DeductionBand(0, null, 6)),
        ],
        new DeductionCap(2.5m, DeductionUnit.PercentOfMonth),
        new DeductionCap(10, DeductionUnit.PercentOfMonth));

    [Theory]
    [InlineData(9, "")]
    [InlineData(10, "late 10 1")]
    [InlineData(30, "late 30 1")]
    [InlineData(31, "late 31 2")]
    public void Lateness_below_the_first_band_costs_nothing(int minutes, string lines) =>
        Assert.Equal(lines, Lines(Present with { LateMinutes = minutes }));

    [Theory]
    [InlineData(0, "")]
    [InlineData(14, "")]
    [InlineData(15, "early 15 1000")]
    [InlineData(44, "early 44 2000")]
    public void Minutes_that_fill_no_step_cost_nothing(int minutes, string lines) =>
        Assert.Equal(lines, Lines(Present with { EarlyMinutes = minutes }));

    /// <summary>Nobody is late, early or away by no minute, whatever a band says of it.</summary>
    [Theory]
    [InlineData(DeductionEvent.Late)]
    [InlineData(DeductionEvent.LeftEarly)]
    [InlineData(DeductionEvent.AwayMidDay)]
    public void A_band_from_no_minute_on_costs_nothing_on_a_day_without_one(DeductionEvent what)
    {
        var scheme = Scheme with
        {
            Rules = [Rule("any", what, DeductionUnit.Rupiah, new DeductionBand(0, null, 1000))],
        };
        Assert.Empty(DeductionRules.Apply(
            scheme, new AttendanceMonth(Some.Person(), First.ToYearMonth(), [Present], "c")).Lines);
    }

    [Fact]
    public void A_sum_that_just_fills_its_cap_is_not_cut()
    {
        var statement = Apply(Present with { Status = DayStatus.NoRecord }, Present with
        {
            LateMinutes = 40,
            Findings = [new(DayReason.NoLeaving)],
        }, Present with { LateMinutes = 10 });
        Assert.Equal((9.5m, 1), (statement.PercentOfMonth, statement.Capped.Count));
        var full = Apply(
            Present with { Status = DayStatus.NoRecord },
            Present with { LateMinutes = 40 }, Present with { LateMinutes = 40 });
        Assert.Equal((10m, 0), (full.PercentOfMonth, full.Capped.Count));
    }

    [Fact]
    public void Minutes_count_on_days_present_alone()
    {
        Assert.Equal("away 20 5", Lines(Present with { AwayMinutes = 20 }));
        Assert.Equal("", Lines(Present with { AwayMinutes = 0 }));
        Assert.Equal("", Lines(Present with
        {
            Status = DayStatus.Sick,
            LateMinutes = 90,
            EarlyMinutes = 90,
            AwayMinutes = 90,
        }));
    }

    /// <summary>A leaving without an arrival is decided by the scheme; without a leaving the day is open.</summary>
    [Theory]
    [InlineData(DayStatus.NeedsReview, DayReason.NoArrival, true, "no-arrival  3", 0)]
    [InlineData(DayStatus.NeedsReview, DayReason.NoArrival, false, "", 1)]
    [InlineData(DayStatus.NeedsReview, DayReason.NoLeaving, true, "", 1)]
    [InlineData(DayStatus.Sick, DayReason.NoArrival, true, "", 0)]
    public void Who_only_left_pays_for_the_arrival(DayStatus status, DayReason why, bool left, string lines, int open)
    {
        var day = Present with
        {
            Status = status,
            LastOut = left ? new LocalTime(16, 0) : null,
            Findings = [new(why)],
        };
        Assert.Equal((lines, open), (Lines(day), Apply(day).OpenDays.Count));
    }

    [Theory]
    [InlineData("NoLeaving", "no-leaving  2", 0)]
    [InlineData("NoLeaving LeavingNotPlaced", "", 1)]
    [InlineData("MidDayMissing", "mid-day  7", 0)]
    [InlineData("MidDayMissing RuledPresentOffice", "", 0)]
    [InlineData("NoLeaving RuledPresentOffice", "", 0)]
    public void What_is_missing_costs_unless_it_is_open_or_ruled(string reasons, string lines, int open)
    {
        var day = Present with
        {
            Findings = [.. reasons.Split(' ').Select(one => new DayFinding(Enum.Parse<DayReason>(one)))],
        };
        Assert.Equal((lines, open), (Lines(day), Apply(day).OpenDays.Count));
    }

    /// <summary>The cap of a day is of days present; an absence costs more. The month's cap comes last.</summary>
    [Fact]
    public void A_days_cap_spares_no_absence_and_the_months_cap_takes_what_is_left()
    {
        var late = Present with { LateMinutes = 40, Findings = [new(DayReason.NoLeaving)] };
        var absent = Present with { Status = DayStatus.NoRecord };
        var two = Apply(late, absent);
        Assert.Equal((8.5m, 1), (two.PercentOfMonth, two.Capped.Count));

        var three = Apply(absent, late, absent);
        Assert.Equal(10, three.PercentOfMonth);
        Assert.Equal(
            [
                new(First.PlusDays(1), DeductionUnit.PercentOfMonth, 4, 2.5m),
                new(null, DeductionUnit.PercentOfMonth, 14.5m, 10),
            ],
            three.Capped);
    }

    /// <summary>40% of 5,500,000 hang on presence: 2,200,000, of 22 days 100,000 each.</summary>
    [Fact]
    public void A_percent_of_a_day_is_of_the_months_share_by_its_days_to_work()
    {
        AttendanceDay[] days =
        [
            Present with { AwayMinutes = 20 }, Present with { Findings = [new(DayReason.MidDayMissing)] },
            Present with { EarlyMinutes = 31 },
            .. Enumerable.Repeat(Present, 17), .. Enumerable.Repeat(Present with { Status = DayStatus.NotYet }, 2),
            .. Enumerable.Repeat(Present with { Status = DayStatus.DayOff }, 8),
        ];
        var statement = Apply(days);
        Assert.Equal((22, 12m, 2000m, 0m), (
            statement.DaysToWork, statement.PercentOfDay, statement.Rupiah, statement.PercentOfMonth));
        Assert.Equal(12_000 + 2000, statement.RupiahOf(5_500_000));
        Assert.Equal(2000, Apply(Present with { EarlyMinutes = 31, Status = DayStatus.Present }).RupiahOf(5_500_000));
        Assert.Equal(0, Apply(Present with { Status = DayStatus.DayOff, AwayMinutes = 9 }).RupiahOf(5_500_000));
    }

    [Fact]
    public void A_difference_of_two_statements_is_after_less_before_in_each_unit()
    {
        var before = Apply(
            Present with { LateMinutes = 10, EarlyMinutes = 15, AwayMinutes = 5 }, Present, Present);
        var after = Apply(
            Present with { LateMinutes = 40, EarlyMinutes = 45 }, Present with { AwayMinutes = 5 },
            Present with { AwayMinutes = 5 });
        Assert.Equal((1m, 5m, 2000m), Difference(before, after));
        Assert.Equal((2m, 10m, 3000m), Difference(null, after));
        Assert.Equal((-1m, -5m, -1000m), Difference(before, null));
    }

    [Fact]
    public void A_settled_statement_says_whether_it_is_all_there_is_to_tell()
    {
        Assert.Equal(MonthState.NoPolicy, MonthStateRules.OfSettled(null));
        Assert.Equal(MonthState.Complete, MonthStateRules.OfSettled(Apply(Present)));
        Assert.Equal(
            MonthState.OpenDays, MonthStateRules.OfSettled(Apply(Present with { Status = DayStatus.Uncertain })));
    }

    private static (decimal, decimal, decimal) Difference(DeductionStatement? before, DeductionStatement? after)
    {
        var found = new StatementDifference(Some.Person(), First.ToYearMonth(), before, after, []);
        return (found.PercentOfMonth, found.PercentOfDay, found.Rupiah);
    }

    private static DeductionRule Rule(
        string id, DeductionEvent what, DeductionUnit unit, params DeductionBand[] bands) => new(id, what, unit, bands);

    private static string Lines(AttendanceDay day) => string.Join(
        ", ",
        Apply(day).Lines.Select(line => FormattableString.Invariant($"{line.RuleId} {line.Minutes} {line.Amount}")));

    private static DeductionStatement Apply(params AttendanceDay[] days) => DeductionRules.Apply(
        Scheme,
        new AttendanceMonth(
            Some.Person(),
            First.ToYearMonth(),
            [.. days.Select((day, i) => day with { Date = First.PlusDays(i) })],
            "c"));

    private static AttendanceDay Present => new(
        First, DayStatus.Present, WorkMode.Office, GeofenceKind.Office, null, null, 0, 0, 0, false, [], "h");
}
