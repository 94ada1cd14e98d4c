using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Domain.Tests.Evaluation.Distribution;

public sealed class LeniencyRulesTests
{
    private static readonly LeniencyPolicy Policy = LeniencyPolicy.Default;

    [Fact]
    public void A_raters_mean_and_spread_stand_beside_the_peers()
    {
        var rater = Of(Policy, ("peg-andi", "tu", [90, 92, 94]), ("peg-budi", "tu", [100, 110]))[0];
        Assert.Equal((3, 92.00m, 2.00m), (rater.Rated, rater.Scores.Mean / 100, rater.Scores.Spread / 100));
        Assert.Equal((2, 105.00m), (rater.PeerScores.Count, rater.PeerScores.Mean / 100));
    }

    /// <summary>
    /// Peers 90, 90, 110, 110: mean 100, spread √(400/3). Of four rated the standard error is 5.77, twice that 11.55.
    /// </summary>
    [Theory]
    [InlineData(111, LeniencyStanding.Within)]
    [InlineData(112, LeniencyStanding.Outlier)]
    [InlineData(89, LeniencyStanding.Within)]
    [InlineData(88, LeniencyStanding.Outlier)]
    public void Further_than_two_standard_errors_either_way_stands_apart(int score, LeniencyStanding standing) =>
        Assert.Equal(
        standing,
        Of(
            Policy with { FewestRated = 4 },
            ("peg-andi", "tu", [score, score, score, score]),
            ("peg-budi", "tu", [90, 90, 110, 110]))[0].Standing);

    /// <summary>Peers 96, 100, 104: mean 100, spread 4. Of four rated the standard error is 2.</summary>
    [Theory]
    [InlineData(104, LeniencyStanding.Within)]
    [InlineData(105, LeniencyStanding.Outlier)]
    [InlineData(96, LeniencyStanding.Within)]
    public void Exactly_two_standard_errors_is_not_further(int score, LeniencyStanding standing) => Assert.Equal(
        standing,
        Of(
            Policy with { FewestRated = 3 },
            ("peg-andi", "tu", [score, score, score, score]),
            ("peg-budi", "tu", [96, 100, 104]))[0].Standing);

    [Fact]
    public void When_all_peers_agree_any_other_mean_stands_apart_and_the_same_does_not()
    {
        Assert.Equal(LeniencyStanding.Outlier, Of(Policy, Five("peg-andi", 101), Five("peg-budi", 100))[0].Standing);
        Assert.Equal(LeniencyStanding.Within, Of(Policy, Five("peg-andi", 100), Five("peg-budi", 100))[0].Standing);
    }

    [Fact]
    public void Fewer_than_five_rated_on_either_side_are_not_compared()
    {
        (string, string, int[]) four = ("peg-andi", "tu", [60, 60, 60, 60]);
        Assert.Equal(
            [LeniencyStanding.TooFew, LeniencyStanding.NoPeers],
            Of(Policy, four, Five("peg-budi", 100)).Select(r => r.Standing));
        Assert.Equal(LeniencyStanding.NoPeers, Assert.Single(Of(Policy, Five("peg-budi", 100))).Standing);
    }

    [Fact]
    public void Peers_of_the_same_unit_are_those_who_rate_people_of_a_unit_in_which_the_rater_does()
    {
        var unit = Of(
            Policy with { Peers = LeniencyPeers.Unit },
            Five("peg-andi", 100),
            Five("peg-budi", 100),
            ("peg-cici", "humas", [70, 70, 70, 70, 70]));
        Assert.Equal([5, 5, 0], unit.Select(r => r.PeerScores.Count));
        Assert.Equal(
            [LeniencyStanding.Within, LeniencyStanding.Within, LeniencyStanding.NoPeers], unit.Select(r => r.Standing));
    }

    [Fact]
    public void The_policy_may_compare_predicates_instead_of_scores()
    {
        RatedPerson[] rated = [.. Rated("peg-andi", 5, 2), .. Rated("peg-budi", 5, 4)];
        Assert.All(LeniencyRules.Of(rated, Policy), r => Assert.Equal(LeniencyStanding.Within, r.Standing));
        Assert.All(
            LeniencyRules.Of(rated, Policy with { Measure = LeniencyMeasure.Predicate }),
            r => Assert.Equal(LeniencyStanding.Outlier, r.Standing));

        static IEnumerable<RatedPerson> Rated(string rater, int count, int predicate) => Enumerable.Repeat(
            new RatedPerson(Some.Person(rater), Some.UnitId, FigureSums.Of(10000), FigureSums.Of(predicate)), count);
    }

    [Fact]
    public void Statistics_agree_with_the_textbook_and_the_order_of_the_people_changes_nothing() =>
        Always.HoldsFor(random =>
        {
            var people = Enumerable.Range(0, random.Next(2, 80)).Select(_ => new RatedPerson(
                Some.Person($"peg-{random.Next(4)}"),
                UnitId.Parse($"unit-{random.Next(3)}").Value,
                FigureSums.Of(random.Next(12001)),
                FigureSums.Of(random.Next(1, 6)))).ToArray();
            var policy = Policy with { Peers = (LeniencyPeers)random.Next(2) };
            var before = LeniencyRules.Of(people, policy);
            foreach (var rater in before)
            {
                var own = people.Where(p => p.RaterId == rater.RaterId).ToList();
                var peers = people.Where(p => p.RaterId != rater.RaterId
                    && (policy.Peers == LeniencyPeers.Agency || own.Any(o => o.UnitId == p.UnitId)))
                        .Select(p => (double)p.Score.Sum).ToList();
                var (mean, spread) = Textbook([.. own.Select(p => (double)p.Score.Sum)]);
                Assert.Equal(mean, (double)rater.Scores.Mean!.Value, tolerance: 1e-6);
                Assert.Equal(spread, (double)(rater.Scores.Spread ?? 0), tolerance: 1e-6);
                if (own.Count >= 5 && peers.Count >= 5)
                {
                    var (center, width) = Textbook(peers);
                    Assert.Equal(
                        Math.Abs(mean - center) > 2 * width / Math.Sqrt(own.Count),
                        rater.Standing == LeniencyStanding.Outlier);
                }
            }

            random.Shuffle(people);
            Assert.Equal(before, LeniencyRules.Of(people, policy));
        });

    private static (double Mean, double Spread) Textbook(List<double> figures)
    {
        var mean = figures.Average();
        return (
            mean,
            figures.Count < 2 ? 0 : Math.Sqrt(figures.Sum(f => (f - mean) * (f - mean)) / (figures.Count - 1)));
    }

    private static (string, string, int[]) Five(string rater, int score) =>
        (rater, "tu", [score, score, score, score, score]);

    private static IReadOnlyList<RaterStatistics> Of(
        LeniencyPolicy policy, params (string Rater, string Unit, int[] Scores)[] raters) =>
        LeniencyRules.Of(
            [.. raters.SelectMany(r => r.Scores, (r, score) => new RatedPerson(
                Some.Person(r.Rater), UnitId.Parse(r.Unit).Value, FigureSums.Of(score * 100), FigureSums.Of(4)))],
            policy);
}
