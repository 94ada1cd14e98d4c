using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using static Kinerja.Domain.Tests.Evaluation.Distribution.Patterns;

namespace Kinerja.Domain.Tests.Evaluation.Distribution;

public sealed class DistributionRulesTests
{
    /// <summary>
    /// No rule found says how to round (domain facts §1.7), so the policy does. 70% of 5 are 3.5 people, 10% of 5 half
    /// a one.
    /// </summary>
    [Theory]
    [InlineData(PeopleRounding.Strict, OrganisationLevel.Outstanding, 1, 350, 3, RoundedWay.Down)]
    [InlineData(PeopleRounding.HalfUp, OrganisationLevel.Outstanding, 1, 350, 4, RoundedWay.Up)]
    [InlineData(PeopleRounding.Lenient, OrganisationLevel.Outstanding, 1, 350, 4, RoundedWay.Up)]
    [InlineData(PeopleRounding.Strict, OrganisationLevel.Poor, 1, 50, 1, RoundedWay.Up)]
    [InlineData(PeopleRounding.HalfUp, OrganisationLevel.Poor, 1, 50, 1, RoundedWay.Up)]
    [InlineData(PeopleRounding.Lenient, OrganisationLevel.Poor, 1, 50, 0, RoundedWay.Down)]
    [InlineData(PeopleRounding.Strict, OrganisationLevel.Poor, 2, 300, 3, RoundedWay.Whole)]
    public void A_limit_says_the_exact_number_the_whole_one_and_how_it_came(
        PeopleRounding rounding, OrganisationLevel level, int limit, int exact, int wanted, RoundedWay way)
    {
        var finding = DistributionRules.Limits(
            level, Counts("1 1 1 1 1"), Circular with { Rounding = rounding })[limit];
        Assert.Equal((exact, wanted, way), (finding.ExactHundredths, finding.Wanted, finding.Rounded));
    }

    [Theory]
    [InlineData(MostReading.LargestGroup, "2 2 0 0 0", true)]
    [InlineData(MostReading.MoreThanHalf, "2 2 0 0 0", false)]
    [InlineData(MostReading.MoreThanHalf, "3 2 0 0 0", true)]
    [InlineData(MostReading.MoreThanHalf, "4 2 2 1 1", false)]
    public void Most_is_what_the_policy_says(MostReading most, string unit, bool kept) => Assert.Equal(
        kept, DistributionRules.Limits(
            OrganisationLevel.Outstanding, Counts(unit), Circular with { Most = most })[0].Kept);

    /// <summary>Domain facts §1.7: of one person "most are Baik" and "someone is below" cannot both hold.</summary>
    [Theory]
    [InlineData(OrganisationLevel.Outstanding, false, true, true)]
    [InlineData(OrganisationLevel.Good, false, true, true)]
    [InlineData(OrganisationLevel.NeedsImprovement, true, true, true)]
    [InlineData(OrganisationLevel.Poor, false, false, true)]
    [InlineData(OrganisationLevel.VeryPoor, false, false, true)]
    public void SE_3_2023_in_units_of_one_two_and_three_the_pattern_may_not_hold_at_all(
        OrganisationLevel level, bool ofOne, bool ofTwo, bool ofThree) => Assert.Equal(
            (ofOne, ofTwo, ofThree),
            (
                DistributionRules.CanHold(level, 1, Circular),
                DistributionRules.CanHold(level, 2, Circular),
                DistributionRules.CanHold(level, 3, Circular)));

    [Fact]
    public void The_default_smallest_unit_is_the_first_at_which_every_pattern_can_hold() =>
        Assert.Equal(
            Circular.SmallestUnit,
            Enumerable.Range(1, 20).Last(
                n => Enum.GetValues<OrganisationLevel>().Any(l => !DistributionRules.CanHold(l, n, Circular))) + 1);

    [Fact]
    public void PP_30_2019_rounded_strictly_cannot_hold_of_14_people_nor_of_some_fewer() => Assert.Equal(
        [1, 2, 3, 4, 7, 8, 9, 14],
        Enumerable.Range(1, 20).Where(n => !DistributionRules.CanHold(OrganisationLevel.Good, n, Government)));

    [Fact]
    public void In_a_Baik_unit_of_two_at_most_one_is_Baik_and_of_three_two()
    {
        var policy = Circular with { SmallestUnit = 1 };
        Assert.Equal(
            "AtMost Good 1 found 2; Some NeedsImprovement+Poor 1 found 0",
            Breaches(OrganisationLevel.Good, "0 2 0 0 0", policy));
        Assert.Equal("", Breaches(OrganisationLevel.Good, "0 1 1 0 0", policy));
        Assert.Equal("", Breaches(OrganisationLevel.Good, "0 2 1 0 0", policy));
    }

    [Fact]
    public void A_breach_that_no_predicates_could_mend_is_said_to_be_one()
    {
        var one = Check(OrganisationLevel.Good, "0 1 0 0 0", Circular with { SmallestUnit = 1 });
        var ten = Check(OrganisationLevel.Good, "0 10 0 0 0", Circular);
        Assert.Equal((DistributionStanding.Breached, false), (one.Standing, one.CanHold));
        Assert.Equal((DistributionStanding.Breached, true), (ten.Standing, ten.CanHold));
    }

    [Theory]
    [InlineData(OrganisationLevel.Good, "0 2 0 0 0", DistributionStanding.TooSmall)]
    [InlineData(OrganisationLevel.Good, "0 2 1 0 0", DistributionStanding.Kept)]
    [InlineData(OrganisationLevel.Good, "0 3 0 0 0", DistributionStanding.Breached)]
    [InlineData(null, "0 3 0 0 0", DistributionStanding.NoUnitPerformance)]
    [InlineData(OrganisationLevel.Good, "0 0 0 0 0", DistributionStanding.NobodyAssessed)]
    [InlineData(null, "0 0 0 0 0", DistributionStanding.NobodyAssessed)]
    public void A_unit_is_held_against_its_pattern_or_it_says_why_not(
        OrganisationLevel? level, string unit, DistributionStanding standing)
    {
        var finding = Check(level, unit, Circular);
        Assert.Equal(standing, finding.Standing);
        Assert.Equal(standing == DistributionStanding.Breached, finding.Breaches.Any());
        Assert.Equal(standing is DistributionStanding.Kept or DistributionStanding.Breached, finding.Limits.Count > 0);
    }

    [Theory]
    [InlineData(MostReading.LargestGroup, "5 1 2 0 0", 2)]
    [InlineData(MostReading.LargestGroup, "1 0 0 0 4", 4)]
    [InlineData(MostReading.MoreThanHalf, "5 1 2 0 0", 5)]
    public void Of_the_most_the_exact_number_is_the_whole_one(MostReading most, string unit, int wanted)
    {
        var finding = DistributionRules.Limits(
            OrganisationLevel.Outstanding, Counts(unit), Circular with { Most = most })[0];
        Assert.Equal(
            (wanted * 100, wanted, RoundedWay.Whole), (finding.ExactHundredths, finding.Wanted, finding.Rounded));
    }

    [Fact]
    public void What_is_not_judged_could_hold_and_breaches_nothing()
    {
        var agency = DistributionRules.CheckAgency(Counts("0 0 0 0 0"), 7, Government);
        Assert.Equal(
            (DistributionStanding.NobodyAssessed, 7, true, 0),
            (agency.Standing, agency.NotAssessed, agency.CanHold, agency.Limits.Count));
        Assert.True(Check(null, "0 3 0 0 0", Circular).CanHold);
        Assert.True(Check(OrganisationLevel.Good, "0 2 0 0 0", Circular).CanHold);
    }

    [Fact]
    public void Who_is_not_assessed_is_in_no_percentage()
    {
        var finding = DistributionRules.CheckUnit(
            Some.UnitId, OrganisationLevel.Outstanding, Counts("7 3 0 0 0"), 90, Circular);
        Assert.Equal((DistributionStanding.Kept, 90), (finding.Standing, finding.NotAssessed));
    }

    private static DistributionFinding Check(OrganisationLevel? level, string unit, DistributionPolicy policy) =>
        DistributionRules.CheckUnit(Some.UnitId, level, Counts(unit), 0, policy);
}
