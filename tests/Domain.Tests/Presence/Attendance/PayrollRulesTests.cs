using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Tests.Presence.Attendance;

public sealed class PayrollRulesTests
{
    private static readonly YearMonth January = new(2026, 1);

    [Theory]
    [InlineData("2026-01", null, "2026-01-31T16:59:59Z", "period-not-over")]
    [InlineData("2026-01", null, "2026-01-31T17:00:00Z", null)]
    [InlineData("2026-02", null, "2026-03-05T00:00:00Z", null)]
    [InlineData("2025-12", null, "2026-03-05T00:00:00Z", "payroll-order")]
    [InlineData("2026-02", "2026-01", "2026-03-05T00:00:00Z", null)]
    [InlineData("2026-03", "2026-01", "2026-04-05T00:00:00Z", "payroll-order")]
    [InlineData("2026-01", "2026-02", "2026-04-05T00:00:00Z", "payroll-order")]
    [InlineData("2026-03", "2026-02", "2026-03-05T00:00:00Z", "period-not-over")]
    public void A_month_is_closed_when_it_is_over_everywhere_and_in_order(
        string month, string? last, string now, string? refused) => Assert.Equal(
        refused,
        PayrollRules.WhyNotClose(
            Month(month), last is null ? null : Month(last), January,
            InstantPattern.ExtendedIso.Parse(now).Value)?.Code);

    /// <summary>The oracle pays both sides, for allowances of every size.</summary>
    [Fact]
    public void There_is_a_difference_whenever_any_allowance_is_paid_otherwise() =>
        Always.HoldsFor(random =>
        {
            var (before, after) = (AnyStatement(random), AnyStatement(random));
            decimal[] allowances = [100, 3_000_000, 47_999_999];
            var found = PayrollRules.Between(Some.Employee().Id, January, before, after);
            Assert.True(found is not null || allowances.All(one => Paid(before, one) == Paid(after, one)));
        });

    [Fact]
    public void What_costs_the_same_is_no_difference() =>
        Always.HoldsFor(random =>
        {
            var one = AnyStatement(random) ?? Statement(0, 0, 0, 20, 40);
            Assert.Null(PayrollRules.Between(
                Some.Employee().Id, January, one, one with { SchemeVersion = "another" }));
        });

    [Fact]
    public void No_figure_and_a_figure_of_nothing_are_paid_alike() =>
        Assert.Null(PayrollRules.Between(Some.Employee().Id, January, null, Statement(0, 0, 0, 20, 40)));

    [Fact]
    public void A_difference_names_the_days_whose_lines_changed_and_its_sums()
    {
        var (before, after) = (Statement(8, 0, 0, 20, 40, 5, 6), Statement(4, 0, 0, 20, 40, 6));
        var found = PayrollRules.Between(Some.Employee().Id, January, before, after)!;
        Assert.Equal((-4m, 0m, 0m), (found.PercentOfMonth, found.PercentOfDay, found.Rupiah));
        Assert.Equal([new LocalDate(2026, 1, 5)], found.Days);
    }

    [Theory]
    [InlineData(5, 1, false, "Leave")]
    [InlineData(5, 0, false, "Leave")]
    [InlineData(5, -1, false, "Records")]
    [InlineData(6, 1, false, "Records")]
    [InlineData(5, 1, true, "Leave Policy")]
    [InlineData(6, 1, true, "Policy")]
    public void A_cause_lies_on_the_day_and_after_what_was_settled(int day, int hours, bool scheme, string causes)
    {
        var found = PayrollRules.Between(
            Some.Employee().Id, January, Statement(4, 0, 0, 20, 40, 5),
            Statement(0, 0, 0, 20, 40) with { SchemeVersion = scheme ? "deduction.2" : "deduction.1" })!;
        var leave = new LeaveEntry(
            new Leave(Some.Employee().Id, LeaveKind.Sick, new(2026, 1, day), new(2026, 1, day + 1), "S-1"), false,
            Some.Morning + Duration.FromHours(hours));
        var until = Some.Morning + Duration.FromDays(1);
        Assert.Equal(
            causes, string.Join(' ', PayrollRules.CausesOf(found, [], [], [leave], Some.Morning, until)));
    }

    [Theory]
    [InlineData(5, CorrectionState.Approved, 60, "Correction")]
    [InlineData(5, CorrectionState.Approved, 0, "Correction")]
    [InlineData(5, CorrectionState.Approved, 1440, "Correction")]
    [InlineData(5, CorrectionState.Approved, 1441, "Records")]
    [InlineData(5, CorrectionState.Approved, -1, "Records")]
    [InlineData(5, CorrectionState.Declined, 60, "Records")]
    [InlineData(6, CorrectionState.Approved, 60, "Records")]
    public void A_correction_is_the_cause_when_it_was_approved_between_the_two(
        int day, CorrectionState state, int minutes, string causes)
    {
        var correction = new Correction(
            Some.Client("koreksi-01"), Some.AgencyId, Some.Person(), new(2026, 1, day), CorrectionKind.Arrival,
            new(7, 30), "Buku tamu.", null, state,
            [
                new(CorrectionState.Requested, Some.Person(), Some.Morning + Duration.FromMinutes(1), null),
                new(state, Some.Person("peg-head"), Some.Morning + Duration.FromMinutes(minutes), null),
            ]);
        Assert.Equal(causes, Causes([correction], []));
    }

    [Theory]
    [InlineData(5, 60, "Ruling")]
    [InlineData(5, -1, "Records")]
    [InlineData(6, 60, "Records")]
    public void A_ruling_is_the_cause_when_an_outcome_came_between_the_two(int day, int minutes, string causes) =>
        Assert.Equal(causes, Causes([], [
            new DayRuling(Some.AgencyId, Some.Person(), new(2026, 1, day),
            [
                new(RulingStepKind.Answered, Some.Person(), Some.Morning + Duration.FromMinutes(1), "Saya hadir."),
                new(
                    RulingStepKind.Ruled, Some.Person("peg-head"), Some.Morning + Duration.FromMinutes(minutes), "Ya.",
                    RulingOutcome.PresentOffice),
            ])]));

    [Fact]
    public void One_leave_of_several_on_one_day_of_several_is_a_cause()
    {
        LeaveEntry Entry(int day, int hours) => new(
            new Leave(Some.Person(), LeaveKind.Sick, new(2026, 1, day), new(2026, 1, day + 1), $"S-{day}"), false,
            Some.Morning + Duration.FromHours(hours));
        var found = PayrollRules.Between(
            Some.Person(), January, Statement(8, 0, 0, 20, 40, 6, 5), Statement(0, 0, 0, 20, 40))!;
        Assert.Equal([new LocalDate(2026, 1, 5), new LocalDate(2026, 1, 6)], found.Days);
        Assert.Equal(
            [DifferenceCause.Leave],
            PayrollRules.CausesOf(
                found, [], [], [Entry(5, 1), Entry(6, -1)], Some.Morning, Some.Morning + Duration.FromDays(1)));
    }

    /// <summary>Days to work are paid by only where a part of a day is deducted.</summary>
    [Theory]
    [InlineData(0, 25_000, false)]
    [InlineData(50, 0, true)]
    public void Another_number_of_days_to_work_is_a_difference_where_days_are_deducted(
        decimal day, decimal rupiah, bool differs)
    {
        var (before, after) = (Statement(0, day, rupiah, 20, 40), Statement(0, day, rupiah, 21, 40));
        Assert.Equal(differs, PayrollRules.Between(Some.Person(), January, before, after) is not null);
    }

    /// <summary>Of a day that cost 4% and costs nothing now, settled one morning and asked a day later.</summary>
    private static string Causes(Correction[] corrections, DayRuling[] rulings) => string.Join(
        ' ',
        PayrollRules.CausesOf(
            PayrollRules.Between(
                Some.Person(), January, Statement(4, 0, 0, 20, 40, 5), Statement(0, 0, 0, 20, 40))!,
            corrections, rulings, [], Some.Morning, Some.Morning + Duration.FromDays(1)));

    /// <summary>Days of absence of January 2026; the leave is of the 5th, a Monday.</summary>
    [Theory]
    [InlineData("Leave", 5)]
    [InlineData("Leave", 5, 9)]
    [InlineData("Leave Records", 5, 12)]
    [InlineData("Records", 12)]
    public void Other_records_are_named_beside_a_cause_of_another_week(string causes, params int[] days)
    {
        var found = PayrollRules.Between(
            Some.Employee().Id, January, Statement(8, 0, 0, 20, 40, days), Statement(0, 0, 0, 20, 40))!;
        var leave = new LeaveEntry(
            new Leave(Some.Employee().Id, LeaveKind.Sick, new(2026, 1, 5), new(2026, 1, 6), "S-1"), false,
            Some.Morning);
        Assert.Equal(
            causes,
            string.Join(' ', PayrollRules.CausesOf(found, [], [], [leave], Some.Morning, Some.Morning)));
    }

    private static DeductionStatement? AnyStatement(Random random) => random.Next(4) == 0 ? null : Statement(
        random.Next(3) * 4, random.Next(2) * 50, random.Next(2) * 25_000, 20 + random.Next(2),
        40 + (random.Next(2) * 20));

    private static decimal Paid(DeductionStatement? statement, decimal allowance) =>
        statement?.RupiahOf(allowance) ?? 0;

    private static DeductionStatement Statement(
        decimal month, decimal day, decimal rupiah, int days, decimal share, params int[] absent) => new(
        Some.Employee().Id, January, "deduction.1", "Aturan contoh", share, days,
        [.. absent.Select(d => new DeductionLine(
            new(2026, 1, d), "absent", DeductionEvent.Absent, null, 4, DeductionUnit.PercentOfMonth))],
        [], month, day, rupiah, []);

    private static YearMonth Month(string text) => YearMonthPattern.Iso.Parse(text).Value;
}
