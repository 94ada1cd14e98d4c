using Kinerja.Domain.Evaluation;
using static Kinerja.Domain.Tests.Evaluation.Distribution.Patterns;

namespace Kinerja.Domain.Tests.Evaluation.Distribution;

/// <summary>
/// SE MenPANRB 3/2023, each cell of the table just kept and just breached; units of ten or twenty, so that nothing is
/// rounded.
/// </summary>
public sealed class CircularPatternTests
{
    [Theory]
    [InlineData("7 3 0 0 0", "")]
    [InlineData("8 2 0 0 0", "AtMost VeryGood 7 found 8")]
    public void SE_3_2023_Istimewa_at_most_70_percent_are_Sangat_Baik(string unit, string breaches) =>
        Assert.Equal(breaches, Breaches(OrganisationLevel.Outstanding, unit, Circular));

    [Theory]
    [InlineData("5 5 0 0 0", "")]
    [InlineData("4 2 2 1 1", "")]
    [InlineData("4 5 1 0 0", "Most VeryGood 5 found 4")]
    [InlineData("0 5 5 0 0", "Most VeryGood 5 found 0")]
    public void SE_3_2023_Istimewa_most_are_Sangat_Baik(string unit, string breaches) =>
        Assert.Equal(breaches, Breaches(OrganisationLevel.Outstanding, unit, Circular));

    [Theory]
    [InlineData("2 7 1 0 0", "")]
    [InlineData("1 8 1 0 0", "AtMost Good 7 found 8")]
    public void SE_3_2023_Baik_at_most_70_percent_are_Baik(string unit, string breaches) =>
        Assert.Equal(breaches, Breaches(OrganisationLevel.Good, unit, Circular));

    [Theory]
    [InlineData("4 4 2 0 0", "")]
    [InlineData("5 4 1 0 0", "Most Good 5 found 4")]
    [InlineData("0 2 3 3 2", "Most Good 3 found 2")]
    public void SE_3_2023_Baik_most_are_Baik(string unit, string breaches) =>
        Assert.Equal(breaches, Breaches(OrganisationLevel.Good, unit, Circular));

    [Theory]
    [InlineData("3 6 1 0 0", "")]
    [InlineData("3 6 0 1 0", "")]
    [InlineData("3 7 0 0 0", "Some NeedsImprovement+Poor 1 found 0")]
    [InlineData("3 6 0 0 1", "Some NeedsImprovement+Poor 1 found 0")]
    public void SE_3_2023_Baik_Butuh_Perbaikan_or_Kurang_must_exist(string unit, string breaches) =>
        Assert.Equal(breaches, Breaches(OrganisationLevel.Good, unit, Circular));

    [Theory]
    [InlineData("1 3 6 0 0", "")]
    [InlineData("2 2 6 0 0", "AtMost VeryGood 1 found 2")]
    public void SE_3_2023_Butuh_Perbaikan_at_most_10_percent_are_Sangat_Baik(string unit, string breaches) =>
        Assert.Equal(breaches, Breaches(OrganisationLevel.NeedsImprovement, unit, Circular));

    [Theory]
    [InlineData("0 4 6 0 0", "")]
    [InlineData("0 0 10 0 0", "")]
    [InlineData("0 4 5 1 0", "AtLeast NeedsImprovement 6 found 5")]
    public void SE_3_2023_Butuh_Perbaikan_at_least_60_percent_are_Butuh_Perbaikan(string unit, string breaches) =>
        Assert.Equal(breaches, Breaches(OrganisationLevel.NeedsImprovement, unit, Circular));

    [Theory]
    [InlineData("1 2 1 6 0", "")]
    [InlineData("2 1 1 6 0", "AtMost VeryGood 1 found 2")]
    public void SE_3_2023_Kurang_at_most_10_percent_are_Sangat_Baik(string unit, string breaches) =>
        Assert.Equal(breaches, Breaches(OrganisationLevel.Poor, unit, Circular));

    [Theory]
    [InlineData("0 3 1 6 0", "")]
    [InlineData("0 4 0 6 0", "AtLeast NeedsImprovement 1 found 0")]
    public void SE_3_2023_Kurang_at_least_10_percent_are_Butuh_Perbaikan(string unit, string breaches) =>
        Assert.Equal(breaches, Breaches(OrganisationLevel.Poor, unit, Circular));

    [Theory]
    [InlineData("0 3 1 6 0", "")]
    [InlineData("0 3 2 5 0", "AtLeast Poor 6 found 5")]
    public void SE_3_2023_Kurang_at_least_60_percent_are_Kurang(string unit, string breaches) =>
        Assert.Equal(breaches, Breaches(OrganisationLevel.Poor, unit, Circular));

    [Theory]
    [InlineData("0 3 1 0 6", "")]
    [InlineData("1 2 1 0 6", "AtMost VeryGood 0 found 1")]
    public void SE_3_2023_Sangat_Kurang_nobody_is_Sangat_Baik(string unit, string breaches) =>
        Assert.Equal(breaches, Breaches(OrganisationLevel.VeryPoor, unit, Circular));

    [Theory]
    [InlineData("0 6 1 1 12", "")]
    [InlineData("0 6 0 2 12", "")]
    [InlineData("0 7 1 0 12", "AtLeast NeedsImprovement+Poor 2 found 1")]
    public void SE_3_2023_Sangat_Kurang_Butuh_Perbaikan_and_Kurang_together_at_least_10_percent(
        string unit, string breaches) =>
        Assert.Equal(breaches, Breaches(OrganisationLevel.VeryPoor, unit, Circular));

    [Theory]
    [InlineData("0 3 1 0 6", "")]
    [InlineData("0 4 1 0 5", "AtLeast VeryPoor 6 found 5")]
    public void SE_3_2023_Sangat_Kurang_at_least_60_percent_are_Sangat_Kurang(string unit, string breaches) =>
        Assert.Equal(breaches, Breaches(OrganisationLevel.VeryPoor, unit, Circular));

    /// <summary>
    /// PP 30/2019 art. 41 in an agency of twenty PNS; the invented curves of public code do not pass.
    /// </summary>
    [Theory]
    [InlineData("4 13 2 1 0", "")]
    [InlineData("4 14 1 1 0", "")]
    [InlineData("4 12 2 1 1", "")]
    [InlineData("5 13 2 0 0", "AtMost VeryGood 4 found 5")]
    [InlineData("4 11 5 0 0", "AtLeast Good 12 found 11; AtMost NeedsImprovement+Poor+VeryPoor 4 found 5")]
    [InlineData("3 15 2 0 0", "AtMost Good 14 found 15")]
    [InlineData("11 6 2 1 0", "AtMost VeryGood 4 found 11; AtLeast Good 12 found 6")]
    public void PP_30_2019_art_41_20_percent_above_60_to_70_meet_20_below(string agency, string breaches) =>
        Assert.All(
            Enum.GetValues<OrganisationLevel>(), level => Assert.Equal(breaches, Breaches(level, agency, Government)));
}
