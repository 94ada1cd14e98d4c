using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>
/// What absences come to is dated policy. Days in a row go on across New Year; a year's total does not.
/// </summary>
public sealed class DisciplineLadderTests
{
    private static readonly DayStatus[] AnyStatus =
    [
        DayStatus.NoRecord, DayStatus.NoRecord, DayStatus.NoRecord, DayStatus.NoRecord, DayStatus.NoRecord,
        DayStatus.Absent, DayStatus.DayOff, DayStatus.DayOff, DayStatus.NotInService, DayStatus.Present,
        DayStatus.Sick, DayStatus.Uncertain,
    ];

    private static readonly AbsenceLadder OwnOfPppk = new(
        [
            new(3, DisciplineMeasure.OralWarning, null, null, "Peraturan contoh"),
            new(11, DisciplineMeasure.RaiseDelayed, 12, null, "Peraturan contoh"),
            new(21, DisciplineMeasure.ContractEnded, null, null, "Peraturan contoh"),
        ],
        new(10, DisciplineMeasure.ContractEnded, null, null, "Peraturan contoh"));

    [Fact]
    public void From_24_December_to_8_January_ten_working_days_are_one_run_of_the_new_year()
    {
        // 24 December is a working day here, 25 December, 1 January and weekends are days off.
        var (first, last) = (new LocalDate(2026, 12, 24), new LocalDate(2027, 1, 8));
        var days = Span(first, last, d => IsOff(d) ? DayStatus.DayOff : DayStatus.NoRecord);
        var (old, next) = (Count(2026, days), Count(2027, days));

        Assert.Equal((5, 5, 2), (old.CountedDays, old.LongestRunDays, old.Proposal?.Tier));
        Assert.Equal((5, 10), (next.CountedDays, next.LongestRunDays));
        Assert.Equal(
            (9, true, DisciplineMeasure.Dismissal, "PP 94/2021 pasal 11 ayat (2) huruf d angka 4"),
            (next.Proposal!.Tier, next.Proposal.InARow, next.Proposal.Step.Measure, next.Proposal.Step.Article));
        Assert.Equal((first, last, 10), (
            next.Proposal.Evidence[0], next.Proposal.Evidence[^1], next.Proposal.Evidence.Count));
    }

    [Fact]
    public void A_run_that_was_enough_in_the_old_year_proposes_nothing_again_in_the_new_one()
    {
        var days = Span(new(2026, 12, 17), new(2027, 1, 4), _ => DayStatus.NoRecord);
        Assert.True(Count(2026, days).Proposal!.InARow);
        Assert.Equal((4, 19, false), (
            Count(2027, days).CountedDays, Count(2027, days).LongestRunDays, Count(2027, days).Proposal!.InARow));
    }

    [Fact]
    public void More_days_of_the_same_run_leave_its_evidence_as_it_was()
    {
        var ten = Count(2026, Span(new(2026, 3, 1), new(2026, 3, 10), _ => DayStatus.NoRecord));
        var more = Count(2026, Span(new(2026, 3, 1), new(2026, 3, 20), _ => DayStatus.NoRecord));
        Assert.True(ten.Proposal!.IsSameAs(more.Proposal!));
    }

    [Theory]
    [InlineData(11, DisciplineMeasure.RaiseDelayed)]
    [InlineData(14, DisciplineMeasure.PromotionDelayed)]
    [InlineData(17, DisciplineMeasure.RankLowered)]
    public void The_cuts_of_the_tables_are_suspended_by_art_42(int absent, DisciplineMeasure measure)
    {
        var step = Count(2026, Alternating(absent)).Proposal!.Step;
        Assert.Equal((measure, 12, (decimal?)null), (step.Measure, step.Months, step.Percent));
        Assert.Contains("pasal 42", step.Article, StringComparison.Ordinal);
    }

    /// <summary>The ladder of the last day that counts, not that of the day of asking.</summary>
    [Fact]
    public void Another_ladder_from_a_day_on_holds_for_absences_that_reach_it()
    {
        var other = DisciplinePolicy.Default with { Version = "later", Pns = OwnOfPppk };
        var law = new DisciplineLaw(
            new PolicyTimeline<DisciplinePolicy>(
                [new(LocalDate.MinIsoValue, 0, DisciplinePolicy.Default), new(new(2026, 1, 8), 1, other)]),
            _ => EmploymentKind.Pns);
        Assert.Equal("discipline-2026.1", Of(Alternating(4), law).Proposal!.Policy);
        Assert.Equal(("later", 1), (Of(Alternating(5), law).Proposal!.Policy, Of(Alternating(5), law).Proposal!.Tier));
    }

    [Fact]
    public void Pppk_have_the_ladder_of_the_agencys_rule_and_without_one_no_proposal()
    {
        var ruled = DisciplinePolicy.Default with { Pppk = OwnOfPppk };
        var without = Of(Alternating(28), DisciplineLaw.Of(DisciplinePolicy.Default, EmploymentKind.Pppk));
        var with = Of(Alternating(21), DisciplineLaw.Of(ruled, EmploymentKind.Pppk));

        Assert.Equal(
            (28, NoProposalReason.NoRuleForPppk, null), (without.CountedDays, without.NoProposal, without.Proposal));
        Assert.Equal(
            (DisciplineMeasure.ContractEnded, 3, null),
            (with.Proposal!.Step.Measure, with.Proposal.Tier, with.NoProposal));
        Assert.Equal(9, Of(Alternating(28), DisciplineLaw.Of(ruled)).Proposal!.Tier);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(450, 3)]
    public void Seven_and_a_half_hours_of_lateness_are_a_day_only_where_the_agency_says_so(int? minutes, int days)
    {
        var late = Span(new(2026, 3, 1), new(2026, 3, 10), _ => DayStatus.Present).ConvertAll(
            d => d with { LateMinutes = 100, EarlyMinutes = 50 });
        var year = Of(late, DisciplineLaw.Of(DisciplinePolicy.Default with { MinutesOfADay = minutes }));
        Assert.Equal((days, 0), (year.CountedDays, year.LongestRunDays));
        Assert.Equal(
            days == 0 ? null : (1, 3),
            year.Proposal is { } p ? (p.Tier, p.MinuteDays) : ((int, int)?)null);
    }

    /// <summary>Of the days that count, and not of one that came after them.</summary>
    [Fact]
    public void Days_on_time_after_the_last_minutes_move_neither_the_switch_nor_the_ladder()
    {
        var counted = DisciplinePolicy.Default with { MinutesOfADay = 450, Version = "menit" };
        var law = new DisciplineLaw(
            new PolicyTimeline<DisciplinePolicy>(
                [new(LocalDate.MinIsoValue, 0, counted), new(new(2026, 3, 11), 1, DisciplinePolicy.Default)]),
            _ => EmploymentKind.Pns);
        var days = Span(new(2026, 3, 1), new(2026, 3, 20), _ => DayStatus.Present).ConvertAll(
            d => d with { LateMinutes = d.Date.Day <= 10 ? 150 : 0 });
        var year = Of(days, law);
        Assert.Equal((3, "menit"), (year.MinuteDays, year.Proposal!.Policy));
    }

    [Fact]
    public void Whoever_is_only_late_lacks_no_rule_where_minutes_make_no_days()
    {
        var late = Span(new(2026, 3, 1), new(2026, 3, 10), _ => DayStatus.Present).ConvertAll(
            d => d with { LateMinutes = 150 });
        Assert.Null(Of(late, DisciplineLaw.Of(DisciplinePolicy.Default, EmploymentKind.Pppk)).NoProposal);
    }

    [Fact]
    public void Ten_days_in_a_row_stand_by_the_ladder_of_their_time_whatever_came_later()
    {
        var days = Span(new(2026, 1, 1), new(2026, 1, 10), _ => DayStatus.NoRecord);
        days.AddRange(Span(
            new(2026, 2, 1), new(2026, 2, 10), d => d.Day % 2 == 0 ? DayStatus.NoRecord : DayStatus.Present));
        DisciplineLaw Law(EmploymentKind later) => new(
            new PolicyTimeline<DisciplinePolicy>(
            [
                new(LocalDate.MinIsoValue, 0, DisciplinePolicy.Default with { Version = "dulu", Pns = OwnOfPppk }),
                new(new(2026, 2, 1), 1, DisciplinePolicy.Default),
            ]),
            date => date.Month == 1 ? EmploymentKind.Pns : later);

        foreach (var later in new[] { EmploymentKind.Pns, EmploymentKind.Pppk })
        {
            var (proposal, lacks) = (Of(days, Law(later)).Proposal!, Of(days, Law(later)).NoProposal);
            Assert.Equal((true, 3, "dulu", null), (proposal.InARow, proposal.Tier, proposal.Policy, lacks));
        }
    }

    /// <summary>Where days in a row come to another measure than the last step, they stand above it.</summary>
    [Fact]
    public void Days_in_a_row_stand_above_the_last_step_where_their_measure_is_another()
    {
        var ladder = OwnOfPppk with { InARow = new(10, DisciplineMeasure.Dismissal, null, null, "Peraturan contoh") };
        var law = DisciplineLaw.Of(DisciplinePolicy.Default with { Pns = ladder });
        var proposal = Of(Span(new(2026, 1, 1), new(2026, 1, 25), _ => DayStatus.NoRecord), law).Proposal!;
        Assert.Equal((4, true), (proposal.Tier, proposal.InARow));
        Assert.Equal(1, new AbsenceLadder([], ladder.InARow).TierInARow);
    }

    [Fact]
    public void Another_step_or_policy_on_the_same_days_is_another_proposal()
    {
        var one = Count(2026, Alternating(4)).Proposal!;
        Assert.True(one.IsSameAs(Count(2026, Alternating(4)).Proposal!));
        Assert.False(one.IsSameAs(one with { Policy = "lain" }));
        Assert.False(one.IsSameAs(one with { Evidence = [.. one.Evidence.Skip(1)] }));
    }

    /// <summary>
    /// A switch from 10 March on, after another or none before it; 150 minutes on each of ten days, five of them
    /// before. So what a reward takes off later days brings no earlier switch back.
    /// </summary>
    [Theory]
    [InlineData(null, 450, 1)]
    [InlineData(450, null, 1)]
    [InlineData(450, 450, 3)]
    [InlineData(300, 450, 4)]
    [InlineData(450, 900, 2)]
    public void Minutes_count_by_the_switch_of_their_own_day(int? before, int? after, int days)
    {
        var law = new DisciplineLaw(
            new PolicyTimeline<DisciplinePolicy>(
            [
                new(LocalDate.MinIsoValue, 0, DisciplinePolicy.Default with { MinutesOfADay = before }),
                new(new(2026, 3, 10), 1, DisciplinePolicy.Default with { MinutesOfADay = after }),
            ]),
            _ => EmploymentKind.Pns);
        var late = Span(new(2026, 3, 5), new(2026, 3, 14), _ => DayStatus.Present).ConvertAll(
            d => d with { LateMinutes = 100, EarlyMinutes = 50 });
        Assert.Equal(days, Of(late, law).CountedDays);
    }

    /// <summary>The oracle looks at every stretch of days by itself.</summary>
    [Fact]
    public void Total_and_days_in_a_row_are_what_a_slow_count_says() => Always.HoldsFor(random =>
    {
        var first = new LocalDate(2026, 12, 1).PlusDays(random.Next(20));
        var days = Span(
            first, first.PlusDays(random.Next(10, 60)), _ => AnyStatus[random.Next(random.Next(5, AnyStatus.Length))]);
        foreach (var year in new[] { 2026, 2027 })
        {
            var counted = Count(year, days.OrderBy(_ => random.Next()));
            Assert.Equal(days.Where(d => d.Date.Year == year && d.IsAbsent).Select(d => d.Date), counted.AbsentDays);
            Assert.Equal(SlowLongest(days, year), counted.LongestRunDays);
            Assert.Equal(SlowTenth(days, year), counted.Proposal is { InARow: true } row ? row.Evidence[^1] : null);
        }
    });

    /// <summary>The most absences between two days, the later one in the year, with nothing else between.</summary>
    private static int SlowLongest(List<AttendanceDay> days, int year) =>
        (from end in days
         where end.Date.Year == year && end.IsAbsent
         from start in days
         where start.Date <= end.Date
         let between = days.Where(d => d.Date >= start.Date && d.Date <= end.Date).ToList()
         where between.TrueForAll(d => d.IsAbsent || d.Status is DayStatus.DayOff or DayStatus.NotInService)
         select between.Count(d => d.IsAbsent)).DefaultIfEmpty(0).Max();

    /// <summary>The first absence of the year with just nine before it since the last day that is no absence.</summary>
    private static LocalDate? SlowTenth(List<AttendanceDay> days, int year)
    {
        if (days.Count(d => d.Date.Year == year && d.IsAbsent) >= 28)
        {
            return null;
        }

        bool Breaks(AttendanceDay d) => !d.IsAbsent && d.Status is not (DayStatus.DayOff or DayStatus.NotInService);
        return days.Where(d => d.Date.Year == year && d.IsAbsent)
            .Where(d => days.Count(b => b.IsAbsent && b.Date < d.Date
                && b.Date > (days.FindLast(x => x.Date < d.Date && Breaks(x))?.Date ?? LocalDate.MinIsoValue)) == 9)
            .Select(d => (LocalDate?)d.Date).FirstOrDefault();
    }

    private static bool IsOff(LocalDate date) =>
        date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday
        || (date.Month, date.Day) is (12, 25) or (1, 1);

    private static AbsenceYear Count(int year, IEnumerable<AttendanceDay> days) =>
        AbsenceRules.Count(Some.Person(), year, days, DisciplineLaw.Shipped);

    private static AbsenceYear Of(IEnumerable<AttendanceDay> days, DisciplineLaw law) =>
        AbsenceRules.Count(Some.Person(), 2026, days, law);

    /// <summary>So many absences from 1 January on, none next to another.</summary>
    private static List<AttendanceDay> Alternating(int absent) => Span(
        new(2026, 1, 1),
        new LocalDate(2026, 1, 1).PlusDays((2 * absent) - 2),
        d => d.DayOfYear % 2 == 1 ? DayStatus.NoRecord : DayStatus.Present);

    private static List<AttendanceDay> Span(LocalDate first, LocalDate last, Func<LocalDate, DayStatus> status) =>
        [.. Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(first.PlusDays).Select(date =>
            new AttendanceDay(date, status(date), null, null, null, null, null, null, 0, false, [], "h"))];
}
