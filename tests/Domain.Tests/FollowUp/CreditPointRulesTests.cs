using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Domain.Tests.FollowUp;

public sealed class CreditPointRulesTests
{
    private static readonly CreditPolicy Policy = CreditPolicy.Shipped;

    [Theory]
    [InlineData(Predicate.VeryGood, 18.75)]
    [InlineData(Predicate.Good, 12.5)]
    [InlineData(Predicate.NeedsImprovement, 9.38)]
    [InlineData(Predicate.Poor, 6.25)]
    [InlineData(Predicate.VeryPoor, 3.13)]
    public void PermenPANRB_1_2023_a_years_points_of_ahli_pertama(Predicate predicate, decimal points) =>
        Assert.Equal(points, Points(predicate, FunctionalLevel.AhliPertama, 12));

    [Theory]
    [InlineData(FunctionalLevel.Pemula, 3.75, FigureSource.Confirmed)]
    [InlineData(FunctionalLevel.Terampil, 5, FigureSource.Confirmed)]
    [InlineData(FunctionalLevel.Mahir, 12.5, FigureSource.Unconfirmed)]
    [InlineData(FunctionalLevel.Penyelia, 25, FigureSource.Unconfirmed)]
    [InlineData(FunctionalLevel.AhliPertama, 12.5, FigureSource.Confirmed)]
    [InlineData(FunctionalLevel.AhliMuda, 25, FigureSource.Unconfirmed)]
    [InlineData(FunctionalLevel.AhliMadya, 37.5, FigureSource.Unconfirmed)]
    [InlineData(FunctionalLevel.AhliUtama, 50, FigureSource.Unconfirmed)]
    public void BKN_3_2023_a_year_of_Baik_is_the_levels_coefficient(
        FunctionalLevel level, decimal points, FigureSource source)
    {
        var made = CreditPointRules.Of(Predicate.Good, level, 12, Policy)!;
        Assert.Equal((points, source), (made.Points, made.Coefficient.Source));
    }

    [Fact]
    public void PermenPANRB_1_2023_half_a_hundredth_goes_up_not_to_even() =>
        Assert.Equal(5.63m, Points(Predicate.VeryGood, FunctionalLevel.Pemula, 12));

    [Theory]
    [InlineData(1, 1.04)]
    [InlineData(2, 2.08)]
    [InlineData(3, 3.13)]
    [InlineData(7, 7.29)]
    [InlineData(11, 11.46)]
    [InlineData(12, 12.5)]
    public void BKN_3_2023_part_of_a_year_counts_by_months(int months, decimal points) =>
        Assert.Equal(points, Points(Predicate.Good, FunctionalLevel.AhliPertama, months));

    [Fact]
    public void No_months_and_a_thirteenth_month_are_bugs()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Points(Predicate.Good, FunctionalLevel.Pemula, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Points(Predicate.Good, FunctionalLevel.Pemula, 13));
    }

    [Fact]
    public void A_level_without_a_coefficient_has_no_points_and_not_zero_points()
    {
        var none = Policy with { Coefficients = new Dictionary<FunctionalLevel, Coefficient>() };
        Assert.Null(CreditPointRules.Of(Predicate.Good, FunctionalLevel.AhliMuda, 12, none));
    }

    [Fact]
    public void Rounding_half_up_agrees_with_whole_number_arithmetic_for_every_predicate_level_and_month()
    {
        foreach (var predicate in Enum.GetValues<Predicate>())
        {
            foreach (var level in Enum.GetValues<FunctionalLevel>())
            {
                for (var months = 1; months <= 12; months++)
                {
                    // Hundredths × 240,000: percent in hundredths of it, coefficient in quarters, months in twelfths.
                    var parts = months * (long)Policy.Percents[predicate]
                        * (long)(Policy.Coefficients[level].PerYear * 4);
                    var hundredths = (parts + 24) / 48;
                    Assert.Equal(hundredths / 100m, Points(predicate, level, months));
                }
            }
        }
    }

    private static decimal Points(Predicate predicate, FunctionalLevel level, int months) =>
        CreditPointRules.Of(predicate, level, months, Policy)!.Points;
}
