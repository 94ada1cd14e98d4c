using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Domain.Tests.FollowUp;

public sealed class AllowanceRulesTests
{
    [Theory]
    [InlineData(Predicate.VeryGood, 100)]
    [InlineData(Predicate.Good, 100)]
    [InlineData(Predicate.NeedsImprovement, 80)]
    [InlineData(Predicate.Poor, 70)]
    [InlineData(Predicate.VeryPoor, 60)]
    public void Permenlu_3_2025_art_15_the_quarters_predicate_sets_the_next_quarters_allowance(
        Predicate predicate, int percent)
    {
        var factor = AllowanceRules.Of(Period("2026-Q1"), predicate, ShippedTables.ForeignAffairs);
        Assert.Equal(("2026-Q2", percent, null), ($"{factor.AppliesTo}", factor.Percent, factor.Why));
    }

    [Theory]
    [InlineData("2026-Q1", "2026-Q2")]
    [InlineData("2026-Q2", "2026-Q3")]
    [InlineData("2026-Q3", "2026-Q4")]
    [InlineData("2026-Q4", "2027-Q1")]
    public void Permenlu_3_2025_art_15_the_fourth_quarter_sets_the_first_of_the_next_year(string period, string next) =>
        Assert.Equal(
            next, $"{AllowanceRules.Of(Period(period), Predicate.Good, ShippedTables.ForeignAffairs).AppliesTo}");

    [Theory]
    [InlineData(Predicate.VeryGood, 100)]
    [InlineData(Predicate.Good, 100)]
    [InlineData(Predicate.NeedsImprovement, 90)]
    [InlineData(Predicate.Poor, 85)]
    [InlineData(Predicate.VeryPoor, 80)]
    public void Permen_LHK_6_2024_art_19_the_years_predicate_sets_the_next_years_allowance(
        Predicate predicate, int percent)
    {
        var factor = AllowanceRules.Of(Period("2026"), predicate, ShippedTables.EnvironmentAndForestry);
        Assert.Equal(("2027", percent, null), ($"{factor.AppliesTo}", factor.Percent, factor.Why));
    }

    [Fact]
    public void Whoever_has_no_predicate_has_no_factor_and_never_zero()
    {
        var factor = AllowanceRules.Of(Period("2026-Q1"), null, ShippedTables.ForeignAffairs);
        Assert.Equal((null, NoFactorReason.NotAssessed), (factor.Percent, factor.Why));
    }

    [Theory]
    [InlineData("2026-Q4", "2027-Q1")]
    [InlineData("2026", "2027")]
    public void Without_a_table_there_is_no_factor_whatever_the_predicate(string period, string next) =>
        Assert.All(Enum.GetValues<Predicate>().Cast<Predicate?>().Append(null), predicate =>
        {
            var factor = AllowanceRules.Of(Period(period), predicate, null);
            Assert.Equal(
                (null, NoFactorReason.NoPolicy, next, null, null),
                (factor.Percent, factor.Why, $"{factor.AppliesTo}", factor.TableVersion, factor.Basis));
        });

    [Fact]
    public void A_table_of_quarters_says_nothing_of_a_year_and_the_other_way_round()
    {
        Assert.Equal(
            NoFactorReason.OtherCycle,
            AllowanceRules.Of(Period("2026"), Predicate.Good, ShippedTables.ForeignAffairs).Why);
        Assert.Equal(
            NoFactorReason.OtherCycle,
            AllowanceRules.Of(Period("2026-Q1"), Predicate.Good, ShippedTables.EnvironmentAndForestry).Why);
    }

    [Theory]
    [InlineData(AllowanceCycle.Month, "2026-12", "2027-01", null)]
    [InlineData(AllowanceCycle.Month, "2026-03", "2026-04", null)]
    [InlineData(AllowanceCycle.Month, "2026-Q1", "2026-Q2", NoFactorReason.OtherCycle)]
    [InlineData(AllowanceCycle.Month, "2026", "2027", NoFactorReason.OtherCycle)]
    [InlineData(AllowanceCycle.Quarter, "2026-03", "2026-04", NoFactorReason.OtherCycle)]
    [InlineData(AllowanceCycle.Year, "2026-12", "2027-01", NoFactorReason.OtherCycle)]
    public void A_table_reads_periods_of_its_own_kind_alone(
        AllowanceCycle cycle, string period, string next, NoFactorReason? why)
    {
        var factor = AllowanceRules.Of(
            Period(period), Predicate.Good, ShippedTables.ForeignAffairs with { Cycle = cycle });
        Assert.Equal((next, why), ($"{factor.AppliesTo}", factor.Why));
    }

    [Fact]
    public void Every_shipped_table_has_a_figure_for_every_predicate() =>
        Assert.All(
            ShippedTables.All, table => Assert.Equal(5, Enum.GetValues<Predicate>().Count(table.Percents.ContainsKey)));

    private static AppraisalPeriod Period(string text) => AppraisalPeriod.Parse(text).Value;
}
