using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Domain.Tests.Ranking;

public sealed class RankerPropertyTests
{
    [Fact]
    public void The_order_of_people_and_of_pages_changes_nothing() =>
        Always.HoldsFor(random =>
        {
            var agency = AnyAgency.Of(random, random.Next(0, 60));
            var policy = AnyAgency.Policy(random);
            var before = Ranker.Rank(AnyAgency.Evaluated(agency), policy);
            var pages = agency.Chunk(1 + random.Next(20)).ToArray();
            random.Shuffle(pages);
            AssertSame(before, Ranker.Rank(AnyAgency.Evaluated([.. pages.SelectMany(p => p)]), policy));
            random.Shuffle(agency);
            AssertSame(before, Ranker.Rank(agency, EvaluationPolicy.Default, policy));
        });

    [Fact]
    public void A_newcomer_moves_only_those_who_are_worse_and_by_one_place() =>
        Always.HoldsFor(random =>
        {
            var agency = AnyAgency.Of(random, random.Next(1, 60));
            var newcomer = AnyAgency.Person(random, "peg-zzzz", 12, 1) with { HeadsUnit = false };
            var rating = newcomer.Rating ?? Some.Rating();
            EvaluationInput[] larger = [.. agency, newcomer with { Rating = rating }];
            var before = Rank(agency);
            var after = Rank(larger);
            var his = after.Lines.Single(l => l.EmployeeId == newcomer.EmployeeId).Place;
            var places = after.Lines.ToDictionary(l => l.EmployeeId, l => l.Place);
            Assert.All(before.Lines, l => Assert.Equal(
                l.Place >= his && places[l.EmployeeId] != his ? l.Place + 1 : l.Place, places[l.EmployeeId]));
        });

    [Fact]
    public void A_worse_newcomer_takes_nobodys_share() =>
        Always.HoldsFor(random =>
        {
            var agency = AnyAgency.Evaluated(AnyAgency.Of(random, random.Next(1, 60)));
            var before = Ranker.Rank(agency, RankingPolicy.Default);
            var after = Ranker.Rank(
                [.. agency, Some.Evaluation("peg-zzzz", Predicate.VeryPoor, 0, 0)], RankingPolicy.Default);
            var tops = after.Lines.ToDictionary(l => l.EmployeeId, l => l.Top);
            Assert.All(
                before.Lines.Where(l => l.Top == TopShare.In), l => Assert.Equal(TopShare.In, tops[l.EmployeeId]));
        });

    // PP 30/2019: at most 20% of the assessed, in whatever groups of equals they come.
    [Fact]
    public void The_cap_is_never_exceeded_for_any_agency_of_1_to_5000()
    {
        for (var people = 1; people <= 5000; people++)
        {
            var random = new Random(people);
            var cut = new TopShareCut(people, RankingPolicy.Default);
            var taken = 0;
            for (int left = people, group; left > 0; left -= group)
            {
                group = Math.Min(left, random.Next(1, 2 + (people / 8)));
                taken += cut.Take(Predicate.Good, group) == TopShare.In ? group : 0;
            }

            Assert.Equal(cut.InTopShare, taken);
            Assert.True(taken <= cut.Cap && taken * 5 <= people, $"{taken} of {people}");
        }
    }

    [Fact]
    public void Nor_is_it_when_whole_agencies_are_ranked()
    {
        var everybody = AnyAgency.Of(new Random(5000), 5000);
        for (var people = 1; people <= everybody.Length; people += people < 200 ? 1 : 197)
        {
            var ranking = Ranker.Rank(everybody.AsSpan(0, people), EvaluationPolicy.Default, RankingPolicy.Default);
            var taken = ranking.Lines.Count(l => l.Top is TopShare.In or TopShare.ExcludedFromReward);
            Assert.Equal(ranking.InTopShare + ranking.ExcludedFromReward.Count, taken);
            Assert.True(taken <= ranking.Cap && ranking.Cap * 5 <= ranking.Assessed, $"{taken} of {ranking.Assessed}");
        }
    }

    [Fact]
    public void The_cap_is_a_fifth_rounded_down_for_any_number_from_1_to_5000()
    {
        for (var people = 1; people <= 5000; people++)
        {
            var cap = RankingPolicy.Default.CapOf(people);
            Assert.True(cap * 5 <= people && (cap + 1) * 5 > people, $"{cap} of {people}");
        }
    }

    [Fact]
    public void Missing_is_never_zero_whoever_has_no_rating_is_in_no_line_and_changes_none() =>
        Always.HoldsFor(random =>
        {
            var agency = AnyAgency.Of(random, random.Next(0, 60));
            var ranking = Rank(agency);
            var rated = Rank(
                [.. agency.Where(p => Evaluator.OutcomeOf(p, EvaluationPolicy.Default).NotAssessed is null)]);
            Assert.Equal(rated.Lines, ranking.Lines);
            Assert.Equal(agency.Length, ranking.Assessed + ranking.NotAssessed.Count);
            Assert.Empty(
                ranking.NotAssessed.Select(n => n.EmployeeId).Intersect(ranking.Lines.Select(l => l.EmployeeId)));
        });

    // Perpres 21/2023 art. 8 and PermenPANRB 4/2025: a day worked elsewhere is worth what an office day is.
    [Fact]
    public void Flexible_days_and_attendance_never_move_a_predicate_a_score_or_a_place() =>
        Always.HoldsFor(random =>
        {
            var agency = AnyAgency.Of(random, random.Next(0, 60));
            var elsewhere = Array.ConvertAll(
                agency, p => p with { Attendance = AnyAgency.Attendance(random), FeedbackNotes = random.Next(500) });
            AssertSame(Rank(agency), Rank(elsewhere));
        });

    // PermenPANRB 4/2025: discipline and new staff keep a reward away and nothing else.
    [Fact]
    public void What_excludes_from_the_reward_moves_no_place_and_passes_none_on() =>
        Always.HoldsFor(random =>
        {
            var agency = AnyAgency.Of(random, random.Next(0, 60));
            var clean = Rank(Array.ConvertAll(agency, p => p with { Reward = default }));
            var ranking = Rank(agency);
            Assert.Equal(
                clean.Lines.Select(l => (l.EmployeeId, l.Place, l.PercentRank)),
                ranking.Lines.Select(l => (l.EmployeeId, l.Place, l.PercentRank)));
            Assert.Equal(clean.InTopShare, ranking.InTopShare + ranking.ExcludedFromReward.Count);
            Assert.Equal(clean.TiedAtCap, ranking.TiedAtCap);
        });

    private static AgencyRanking Rank(EvaluationInput[] agency) =>
        Ranker.Rank(agency, EvaluationPolicy.Default, RankingPolicy.Default);

    private static void AssertSame(AgencyRanking expected, AgencyRanking actual)
    {
        Assert.Equal(expected.Lines, actual.Lines);
        Assert.Equal(PlainRanking.Text(expected), PlainRanking.Text(actual));
    }
}
