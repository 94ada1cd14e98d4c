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
