using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Domain.Tests.Ranking;

/// <summary>
/// The real evaluation, ranking and counts against <see cref="PlainRanking"/>, through both doors of the ranker.
/// </summary>
public sealed class RankingOracleTests
{
    [Fact]
    public void Ten_thousand_random_agencies_come_out_as_the_plain_reading_of_the_rules_says() =>
        Always.HoldsFor(random => Compare(random, random.Next(0, 30)), runs: 10_000);

    [Fact]
    public void So_do_agencies_that_are_large_enough_for_the_counting_sort() =>
        Always.HoldsFor(random => Compare(random, (RankSort.Few * 5 / 4) + random.Next(100)), runs: 3);

    private static void Compare(Random random, int people)
    {
        var agency = AnyAgency.Of(random, people);
        var policy = AnyAgency.Policy(random);
        var weights = EvaluationPolicy.Default with { SkpPercent = random.Next(101) };
        var expected = PlainRanking.Of(agency, weights.SkpPercent, policy).ToList();
        var evaluations = Array.ConvertAll(agency, p => Evaluator.Evaluate(p, weights));
        Assert.Equal(expected, PlainRanking.Text(Ranker.Rank(agency, weights, policy)));
        Assert.Equal(expected, PlainRanking.Text(Ranker.Rank(evaluations, policy)));
    }
}
