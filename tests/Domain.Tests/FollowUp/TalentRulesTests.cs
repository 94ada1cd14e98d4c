using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Domain.Tests.FollowUp;

public sealed class TalentRulesTests
{
    private static readonly TalentPolicy Policy = TalentPolicy.Shipped;

    // Sangat Baik with full reinforcement is 100, Sangat Kurang with none is 12, Baik with none is 48, with half 68.
    [Theory]
    [InlineData(Predicate.VeryGood, 100, 100, 9)]
    [InlineData(Predicate.Good, 50, 100, 8)]
    [InlineData(Predicate.VeryGood, 100, 60, 7)]
    [InlineData(Predicate.VeryPoor, 0, 100, 6)]
    [InlineData(Predicate.Good, 50, 60, 5)]
    [InlineData(Predicate.VeryGood, 100, 0, 4)]
    [InlineData(Predicate.VeryPoor, 0, 60, 3)]
    [InlineData(Predicate.Good, 50, 0, 2)]
    [InlineData(Predicate.VeryPoor, 0, 0, 1)]
    public void PermenPANRB_3_2020_nine_boxes(Predicate predicate, int reinforcing, int assessed, int box) =>
        Assert.Equal(box, TalentRules.Place(predicate, All(reinforcing, assessed), Policy).Box);

    [Fact]
    public void PermenPANRB_3_2020_performance_is_60_percent_predicate_and_40_percent_reinforcement() =>
        Assert.Equal(80, TalentRules.Place(Predicate.VeryGood, All(50, 0), Policy).PerformanceScore);

    [Fact]
    public void PermenPANRB_3_2020_potential_is_40_25_20_15()
    {
        var scores = new TalentScores(0, Competence: 100, Potential: 10, Qualification: 1, Integrity: 2);
        Assert.Equal(43, TalentRules.Place(Predicate.Good, scores, Policy).PotentialScore);
    }

    [Fact]
    public void PermenPANRB_3_2020_the_final_score_is_half_of_each()
    {
        var place = TalentRules.Place(Predicate.Good, All(50, 61), Policy);
        Assert.Equal((68m, 61m, 64.5m), (place.PerformanceScore, place.PotentialScore, place.FinalScore));
    }

    [Fact]
    public void A_score_on_the_cut_is_above_it()
    {
        Assert.Equal(PotentialLevel.High, TalentRules.Place(Predicate.Good, All(0, 75), Policy).Potential);
        Assert.Equal(PotentialLevel.Medium, TalentRules.Place(Predicate.Good, All(0, 74.99m), Policy).Potential);
        Assert.Equal(PotentialLevel.Medium, TalentRules.Place(Predicate.Good, All(0, 50), Policy).Potential);
        Assert.Equal(PotentialLevel.Low, TalentRules.Place(Predicate.Good, All(0, 49.99m), Policy).Potential);
    }

    // 15% of 0.3 is 0.045.
    [Fact]
    public void Scores_are_shown_to_a_hundredth_half_up() =>
        Assert.Equal(
            0.05m,
            TalentRules.Place(Predicate.Good, new TalentScores(0, 0, 0, 0, Integrity: 0.3m), Policy).PotentialScore);

    [Fact]
    public void Boxes_seven_to_nine_feed_promotion()
    {
        Assert.True(TalentRules.Place(Predicate.VeryGood, All(100, 60), Policy).FeedsPromotion);
        Assert.False(TalentRules.Place(Predicate.VeryPoor, All(0, 100), Policy).FeedsPromotion);
    }

    [Fact]
    public void The_shipped_numbers_are_one_to_nine_and_say_that_they_are_unconfirmed()
    {
        Assert.Equal(Enumerable.Range(1, 9), Policy.Boxes.Values.Order());
        Assert.Equal(FigureSource.Unconfirmed, Policy.BoxSource);
    }

    private static TalentScores All(decimal reinforcing, decimal assessed) =>
        new(reinforcing, assessed, assessed, assessed, assessed);
}
