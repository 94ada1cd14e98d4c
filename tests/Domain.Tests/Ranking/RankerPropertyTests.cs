using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Domain.Tests.Ranking;

public sealed class RankerPropertyTests
{
    [Fact]
    public void The_ranking_agrees_with_a_slow_second_reading_of_the_rule() =>
        Always.HoldsFor(
            random =>
            {
                var agency = AnyAgency(random, random.Next(0, 60));
                var policy = AnyPolicy(random);
                var slow = SlowRanking.Of(agency, policy);
                var ranking = Ranker.Rank(agency, policy);
                Assert.Equal(slow.Count, ranking.Lines.Count);
                Assert.All(ranking.Lines, l => Assert.Equal(slow[l.EmployeeId], (l.Place, l.Top)));
                Assert.Equal(slow.Values.Count(v => v.Top == TopShare.In), ranking.InTopShare);
                Assert.Equal(slow.Values.Count(v => v.Top == TopShare.TiedAtCap), ranking.TiedAtCap);
                Assert.Equal(agency.Count - slow.Count, ranking.NotAssessed);
            },
            runs: 1500);

    [Fact]
    public void The_order_of_the_people_changes_nothing() =>
        Always.HoldsFor(random =>
        {
            var agency = AnyAgency(random, random.Next(0, 60)).ToArray();
            var before = Ranker.Rank(agency, RankingPolicy.Default);
            random.Shuffle(agency);
            var after = Ranker.Rank(agency, RankingPolicy.Default);
            Assert.Equal(before.Lines, after.Lines);
            Assert.Equal(before with { Lines = after.Lines }, after);
        });

    [Fact]
    public void A_worse_newcomer_lowers_nobodys_place_and_takes_nobodys_share() =>
        Always.HoldsFor(random =>
        {
            var agency = AnyAgency(random, random.Next(1, 60));
            var before = Ranker.Rank(agency, RankingPolicy.Default);
            var worse = Some.Evaluation("peg-zzzz", Predicate.VeryPoor, 0, 0);
            var after = Ranker.Rank([.. agency, worse], RankingPolicy.Default);
            var places = after.Lines.ToDictionary(l => l.EmployeeId);
            Assert.All(before.Lines, l => Assert.Equal(l.Place, places[l.EmployeeId].Place));
            Assert.All(
                before.Lines.Where(l => l.Top == TopShare.In),
                l => Assert.Equal(TopShare.In, places[l.EmployeeId].Top));
        });

    [Fact]
    public void The_cap_is_never_exceeded_for_any_agency_of_1_to_5000()
    {
        for (var people = 1; people <= 5000; people++)
        {
            var cap = RankingPolicy.Default.CapOf(people);
            Assert.True(cap * 5 <= people && (cap + 1) * 5 > people, $"{cap} of {people}");
        }
    }

    [Fact]
    public void The_top_share_never_exceeds_a_fifth_whatever_the_ties()
    {
        // Every size that is near a multiple of five up to 5,000, in steps that keep this fast, with many ties.
        for (var people = 1; people <= 5000; people += people < 200 ? 1 : 97)
        {
            var random = new Random(people);
            var ranking = Ranker.Rank(AnyAgency(random, people), RankingPolicy.Default);
            var taken = ranking.Lines.Count(l => l.Top == TopShare.In);
            Assert.Equal(ranking.InTopShare, taken);
            Assert.True(taken * 5 <= ranking.Assessed, $"{taken} of {ranking.Assessed}");
            Assert.All(ranking.Lines.Where(l => l.Top == TopShare.In), l => Assert.True(l.Predicate >= Predicate.Good));
        }
    }

    /// <summary>Few different scores, so that ties abound; about one in eight has no rating.</summary>
    private static List<EmployeeEvaluation> AnyAgency(Random random, int people)
    {
        var spread = random.Next(1, 12);
        return [.. Enumerable.Range(0, people).Select(i => random.Next(8) == 0
            ? Some.NotAssessed($"peg-{i:D5}")
            : Some.Evaluation(
                $"peg-{i:D5}",
                (Predicate)Math.Min(5, random.Next(2, 7)),
                100 + random.Next(spread),
                90 + random.Next(3)))];
    }

    private static RankingPolicy AnyPolicy(Random random) =>
        new("any", random.Next(0, 101), (Predicate)random.Next(1, 6));
}
