using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Domain.Tests.Ranking;

public sealed class RankerTests
{
    private static readonly RankingPolicy Policy = RankingPolicy.Default;

    [Fact]
    public void Equal_people_share_a_place_and_the_next_is_skipped()
    {
        var ranking = Rank(Good("peg-a", 100), Good("peg-b", 99), Good("peg-c", 99), Good("peg-d", 98));
        Assert.Equal([1, 2, 2, 4], ranking.Lines.Select(l => l.Place));
        Assert.Equal(["peg-a", "peg-b", "peg-c", "peg-d"], ranking.Lines.Select(l => $"{l.EmployeeId}"));
    }

    [Fact]
    public void The_predicate_comes_before_the_score()
    {
        var ranking = Rank(Good("peg-a", 120), Some.Evaluation("peg-b", Predicate.VeryGood, 60));
        Assert.Equal("peg-b", $"{ranking.Lines[0].EmployeeId}");
    }

    [Fact]
    public void The_score_comes_before_the_behaviour_score()
    {
        var ranking = Rank(
            Some.Evaluation("peg-a", Predicate.Good, 99, behaviour: 120),
            Some.Evaluation("peg-b", Predicate.Good, 100, behaviour: 60));
        Assert.Equal("peg-b", $"{ranking.Lines[0].EmployeeId}");
    }

    [Fact]
    public void The_behaviour_score_parts_people_of_equal_score()
    {
        var ranking = Rank(
            Some.Evaluation("peg-a", Predicate.Good, 100, behaviour: 89.99m),
            Some.Evaluation("peg-b", Predicate.Good, 100, behaviour: 90));
        Assert.Equal([1, 2], ranking.Lines.Select(l => l.Place));
        Assert.Equal("peg-b", $"{ranking.Lines[0].EmployeeId}");
    }

    // PP 30/2019: the best 20% of the agency, rounded down.
    [Fact]
    public void The_best_fifth_is_in()
    {
        var ranking = Rank([.. Enumerable.Range(0, 10).Select(i => Good($"peg-{i}", 100 - i))]);
        Assert.Equal(2, ranking.Cap);
        Assert.Equal(2, ranking.InTopShare);
        Assert.Equal(
            [TopShare.In, TopShare.In, TopShare.Out],
            ranking.Lines.Take(3).Select(l => l.Top));
    }

    [Fact]
    public void Equals_that_would_cross_the_cap_stay_out_as_a_whole()
    {
        var scores = new[] { 100, 99, 99, 98, 97, 96, 95, 94, 93, 92 };
        var ranking = Rank([.. scores.Select((s, i) => Good($"peg-{i}", s))]);
        Assert.Equal(
            [TopShare.In, TopShare.TiedAtCap, TopShare.TiedAtCap, TopShare.Out],
            ranking.Lines.Take(4).Select(l => l.Top));
        Assert.Equal((1, 2), (ranking.InTopShare, ranking.TiedAtCap));
    }

    [Fact]
    public void A_group_that_fills_the_cap_exactly_is_in_and_nobody_is_tied()
    {
        var scores = new[] { 99, 99, 98, 98, 97, 96, 95, 94, 93, 92 };
        var ranking = Rank([.. scores.Select((s, i) => Good($"peg-{i}", s))]);
        Assert.Equal((2, 0), (ranking.InTopShare, ranking.TiedAtCap));
        Assert.Equal(TopShare.Out, ranking.Lines[2].Top);
    }

    [Fact]
    public void Nobody_behind_a_tie_at_the_cap_slips_in()
    {
        var scores = new[] { 100, 99, 99, 99, 98, 97, 96, 95, 94, 93, 92, 91, 90, 89, 88 }; // cap 3
        var ranking = Rank([.. scores.Select((s, i) => Good($"peg-{i:D2}", s))]);
        Assert.Equal((1, 3), (ranking.InTopShare, ranking.TiedAtCap));
        Assert.All(ranking.Lines.Skip(4), l => Assert.Equal(TopShare.Out, l.Top));
    }

    [Fact]
    public void Fewer_than_five_people_have_no_fifth()
    {
        var ranking = Rank(Good("peg-a", 100), Good("peg-b", 100), Good("peg-c", 99), Good("peg-d", 98));
        Assert.Equal((0, 0, 0), (ranking.Cap, ranking.InTopShare, ranking.TiedAtCap));
    }

    [Fact]
    public void Nobody_below_the_floor_is_in_though_there_is_room()
    {
        var ranking = Rank([.. Enumerable.Range(0, 10).Select(i =>
            Some.Evaluation($"peg-{i}", i == 0 ? Predicate.Good : Predicate.NeedsImprovement, 100 - i))]);
        Assert.Equal((2, 1), (ranking.Cap, ranking.InTopShare));
        Assert.Equal(TopShare.Out, ranking.Lines[1].Top);
    }

    [Fact]
    public void A_person_without_a_rating_is_counted_and_never_ranked()
    {
        var ranking = Rank(Good("peg-a", 0), Some.NotAssessed("peg-b"), Some.NotAssessed("peg-c"));
        Assert.Equal("peg-a", $"{Assert.Single(ranking.Lines).EmployeeId}");
        Assert.Equal((1, 2), (ranking.Assessed, ranking.NotAssessed.Count));
    }

    [Fact]
    public void The_cap_counts_the_assessed_only()
    {
        var people = Enumerable.Range(0, 5).Select(i => Good($"peg-{i}", 100 - i))
            .Concat(Enumerable.Range(5, 95).Select(i => Some.NotAssessed($"peg-{i}")));
        Assert.Equal(1, Rank([.. people]).Cap);
    }

    [Fact]
    public void An_agency_without_people_has_an_empty_ranking()
    {
        var ranking = Rank();
        Assert.Empty(ranking.Lines);
        Assert.Equal((0, 0, 0), (ranking.Cap, ranking.NotAssessed.Count, ranking.InTopShare));
    }

    [Fact]
    public void The_ranking_names_its_policy() => Assert.Equal(Policy.Version, Rank().PolicyVersion);

    [Fact]
    public void A_line_holds_what_it_was_ranked_by()
    {
        var line = Rank(Some.Evaluation("peg-a", Predicate.VeryGood, 111.11m, 95.5m)).Lines[0];
        Assert.Equal(Predicate.VeryGood, line.Predicate);
        Assert.Equal(("111.11", "95.50"), ($"{line.Score}", $"{line.BehaviourScore}"));
    }

    private static EmployeeEvaluation Good(string id, decimal score) => Some.Evaluation(id, Predicate.Good, score);

    private static AgencyRanking Rank(params EmployeeEvaluation[] evaluations) => Ranker.Rank(evaluations, Policy);
}
