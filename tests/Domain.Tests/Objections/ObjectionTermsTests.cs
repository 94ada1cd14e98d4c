using FsCheck;
using FsCheck.Fluent;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Ranking;
using NodaTime;

namespace Kinerja.Domain.Tests.Objections;

public sealed class ObjectionTermsTests
{
    private const int TermDays = 14;

    private static readonly LocalDate Start = new(2026, 4, 8);

    [Theory]
    [InlineData(TopShare.In, TopShare.Out, true)]
    [InlineData(TopShare.In, TopShare.TiedAtCap, true)]
    [InlineData(TopShare.Out, TopShare.In, true)]
    [InlineData(TopShare.ExcludedFromReward, TopShare.Out, true)]
    [InlineData(TopShare.Out, TopShare.TiedAtCap, false)]
    public void The_place_in_the_top_share_counts_and_nothing_else_of_the_place(
        TopShare before, TopShare after, bool opens)
    {
        var (first, second) = (Outcome(90, before), Outcome(90, after));
        Assert.Equal(
            opens ? Start.PlusDays(30) : Start,
            LastDayOf([(first, Start), (second, Start.PlusDays(30))]));
    }

    [Theory]
    [InlineData(TopShare.In, true)]
    [InlineData(TopShare.ExcludedFromReward, true)]
    [InlineData(TopShare.TiedAtCap, false)]
    [InlineData(TopShare.Out, false)]
    public void Who_is_excluded_from_the_reward_is_in_the_top_share_all_the_same(TopShare top, bool isIn) =>
        Assert.Equal(isIn, Outcome(90, top).InTopShare);

    [Fact]
    public void Who_comes_back_to_what_was_first_delivered_has_the_last_term() => Assert.Equal(
        Start.PlusDays(20),
        LastDayOf([
            (Outcome(90, TopShare.In), Start), (Outcome(90, TopShare.Out), Start.PlusDays(10)),
            (Outcome(90, TopShare.In), Start.PlusDays(20)), (Outcome(90, TopShare.In), Start.PlusDays(30))]));

    /// <summary>
    /// People object whenever they may, each once, and every decision moves somebody. The oracle looks back from the
    /// last revision to the newest that moved the person.
    /// </summary>
    [Fact]
    public void A_chain_of_objections_becomes_final_and_opens_only_for_whom_it_changed() =>
        Always.Holds(Gen.Choose(0, 1_000_000), FollowChain);

    private static void FollowChain(int seed)
    {
        var random = new Random(seed);
        var people = Enumerable.Range(0, random.Next(5, 12)).Select(i => Some.Person($"peg-{i:D4}")).ToList();
        var scores = people.ToDictionary(p => p, _ => (decimal)random.Next(60, 100));
        var revisions = new List<(IReadOnlyDictionary<EmployeeId, DeliveredOutcome> Outcomes, LocalDate Until)>
        {
            (Rank(scores), Start.PlusDays(TermDays)),
        };
        var (objected, today) = (new HashSet<EmployeeId>(), Start);
        while (today <= revisions[^1].Until)
        {
            var may = people.Where(p => !objected.Contains(p) && today <= LastDayOf(p)).ToList();
            Assert.All(people, p => Assert.Equal(Slow(p), LastDayOf(p)));
            if (may.Count == 0 || random.Next(4) == 0)
            {
                today = today.PlusDays(random.Next(1, 10));
                continue;
            }

            var person = may[random.Next(may.Count)];
            objected.Add(person);
            scores[person] = random.Next(60, 121);
            var next = Rank(scores);
            var until = next.Any(one => revisions[^1].Outcomes[one.Key] != one.Value)
                ? today.PlusDays(TermDays)
                : revisions[^1].Until;
            revisions.Add((next, until));
        }

        Assert.True(revisions.Count <= people.Count + 1);
        Assert.All(people, p => Assert.True(today > LastDayOf(p)));

        LocalDate LastDayOf(EmployeeId person) =>
            ObjectionTermsTests.LastDayOf([.. revisions.Select(r => (r.Outcomes[person], r.Until))]);

        LocalDate Slow(EmployeeId person)
        {
            var at = revisions.Count - 1;
            while (at > 0 && revisions[at].Outcomes[person] == revisions[at - 1].Outcomes[person])
            {
                at--;
            }

            return revisions[at].Until;
        }
    }

    private static LocalDate LastDayOf(IReadOnlyList<(DeliveredOutcome Outcome, LocalDate Until)> published) =>
        ObjectionTerms.RunsBy([
            .. published.Select((p, i) => new Delivery(i + 1, p.Outcome, p.Until.PlusDays(-TermDays), p.Until))]).Until;

    private static Dictionary<EmployeeId, DeliveredOutcome> Rank(Dictionary<EmployeeId, decimal> scores)
    {
        var assessed = scores.ToDictionary(s => s.Key, s => new Assessment(
            Predicate.Good, ExpectationLevel.Meets, ExpectationLevel.Meets, Some.Score(s.Value), Some.Score(90)));
        var ranking = Ranker.Rank(
            [.. assessed.Select(a => new EmployeeEvaluation(a.Key, a.Value, "evaluation-2026.1"))],
            RankingPolicy.Default);
        return ranking.Lines.ToDictionary(
            l => l.EmployeeId, l => DeliveredOutcome.Of(l.Predicate, l.Score, l.Top));
    }

    private static DeliveredOutcome Outcome(decimal score, TopShare top) => DeliveredOutcome.Of(
        Predicate.Good, Some.Score(score), top);
}
