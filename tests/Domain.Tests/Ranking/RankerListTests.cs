using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Tests.Ranking;

/// <summary>
/// What stands beside the places: percent rank, who is not assessed, who gets no reward, places in units, counts.
/// </summary>
public sealed class RankerListTests
{
    private static readonly RankingPolicy Policy = RankingPolicy.Default;

    // SQL:2003, percent_rank(): (rank − 1) / (rows − 1).
    [Fact]
    public void The_percent_rank_is_the_one_of_SQL()
    {
        var ranking = Rank(
            Good("peg-a", 100), Good("peg-b", 99), Good("peg-c", 99), Good("peg-d", 98), Good("peg-e", 97));
        Assert.Equal([0, 0.25, 0.25, 0.75, 1], ranking.Lines.Select(l => l.PercentRank));
        Assert.Equal(0, Rank(Good("peg-a", 100)).Lines[0].PercentRank);
    }

    [Fact]
    public void Who_is_not_assessed_is_listed_with_the_reason_in_the_order_of_ids()
    {
        var ranking = Rank(
            Some.NotAssessed("peg-b"),
            Good("peg-c", 100),
            Some.NotAssessed("peg-a") with { Outcome = NotAssessedReason.NoUnitPerformance });
        Assert.Equal(
            [
                new NotAssessedPerson(Some.Person("peg-a"), NotAssessedReason.NoUnitPerformance),
                new NotAssessedPerson(Some.Person("peg-b"), NotAssessedReason.NoRating),
            ],
            ranking.NotAssessed);
    }

    // PermenPANRB 4/2025: flexible work is closed to staff in process of or under discipline, and to new staff.
    [Theory]
    [InlineData(DisciplineStatus.None, null, RewardExclusions.None)]
    [InlineData(DisciplineStatus.None, 12, RewardExclusions.None)]
    [InlineData(DisciplineStatus.None, 11, RewardExclusions.NewStaff)]
    [InlineData(DisciplineStatus.None, 0, RewardExclusions.NewStaff)]
    [InlineData(DisciplineStatus.InProcess, null, RewardExclusions.DisciplineInProcess)]
    [InlineData(DisciplineStatus.Serving, 12, RewardExclusions.DisciplineServing)]
    [InlineData(DisciplineStatus.Serving, 3, RewardExclusions.DisciplineServing | RewardExclusions.NewStaff)]
    public void PermenPANRB_4_2025_discipline_and_new_staff_keep_the_reward_away(
        DisciplineStatus discipline, int? months, RewardExclusions expected) =>
        Assert.Equal(expected, RewardRules.ExclusionsOf(new(discipline, months), Policy));

    [Fact]
    public void What_excludes_is_the_policys()
    {
        var lenient = Policy
            with
        { ExcludeDisciplineInProcess = false, ExcludeDisciplineServing = false, NewStaffMonths = 0 };
        foreach (var discipline in Enum.GetValues<DisciplineStatus>())
        {
            Assert.Equal(RewardExclusions.None, RewardRules.ExclusionsOf(new(discipline, 0), lenient));
        }
    }

    [Fact]
    public void Who_is_excluded_keeps_the_place_and_nobody_moves_up()
    {
        var people = Enumerable.Range(0, 10).Select(i => Good($"peg-{i}", 100 - i)).ToArray();
        people[0] = people[0] with { Reward = new(DisciplineStatus.Serving, null) };
        people[5] = people[5] with { Reward = new(DisciplineStatus.Serving, null) };
        var ranking = Rank(people);
        Assert.Equal(
            [TopShare.ExcludedFromReward, TopShare.In, TopShare.Out],
            ranking.Lines.Take(3).Select(l => l.Top));
        Assert.Equal((2, 1), (ranking.Cap, ranking.InTopShare));
        Assert.Equal(1, ranking.Lines[0].Place);
        var only = new ExcludedPerson(Some.Person("peg-0"), 1, RewardExclusions.DisciplineServing);
        Assert.Equal(only, Assert.Single(ranking.ExcludedFromReward));
    }

    // No rule names a smallest agency; the default is the smallest of which a fifth is somebody.
    [Theory]
    [InlineData(4, 5, 0, true)]
    [InlineData(5, 5, 1, false)]
    [InlineData(9, 10, 0, true)]
    [InlineData(10, 10, 2, false)]
    public void Below_the_minimum_cohort_nobody_is_in_and_the_ranking_says_so(
        int people, int minimum, int cap, bool below)
    {
        var small = Policy with { MinimumCohort = minimum };
        var ranking = Ranker.Rank([.. Enumerable.Range(0, people).Select(i => Good($"peg-{i}", 100 - i))], small);
        Assert.Equal((cap, cap, below), (ranking.Cap, ranking.InTopShare, ranking.BelowMinimumCohort));
        Assert.Equal(people, ranking.Assessed);
    }

    [Fact]
    public void Places_in_units_follow_the_same_rule_and_come_only_when_asked_for()
    {
        EmployeeEvaluation[] people =
        [
            In("tu", Good("peg-a", 100)), In("sdm", Good("peg-b", 99)), In("tu", Good("peg-c", 98)),
            In("tu", Good("peg-d", 98)),
            In("sdm", Good("peg-e", 98)), In("tu", Good("peg-f", 97)), Good("peg-g", 96),
        ];
        var ranking = Ranker.Rank(people, Policy with { PerUnit = true });
        Assert.Equal([1, 1, 2, 2, 2, 4, null], ranking.Lines.Select(l => l.UnitPlace));
        Assert.All(Rank(people).Lines, l => Assert.Null(l.UnitPlace));
    }

    [Fact]
    public void Predicates_are_counted_by_unit()
    {
        var ranking = Rank(
            In("tu", Good("peg-a", 100)),
            In("sdm", Some.Evaluation("peg-b", Predicate.VeryGood, 110)),
            In("sdm", Some.Evaluation("peg-e", Predicate.VeryGood, 109)),
            In("tu", Some.NotAssessed("peg-c")),
            In("tu", Some.Evaluation("peg-d", Predicate.Poor, 60)));
        Assert.Equal(
            [
                new UnitTally(UnitId.Parse("sdm").Value, new(0, 0, 0, 0, 2), 0),
                new UnitTally(UnitId.Parse("tu").Value, new(0, 1, 0, 1, 0), 1),
            ],
            ranking.Units);
    }

    [Fact]
    public void However_many_units_and_in_whatever_order_each_persons_counts_once_in_its_own() =>
        Always.HoldsFor(random =>
        {
            var people = AnyAgency.Evaluated([.. Enumerable.Range(0, 120).Select(
                i => AnyAgency.Person(random, $"peg-{i:D5}", 9, units: random.Next(1, 60)))]);
            random.Shuffle(people);

            Assert.Equal(
                people.GroupBy(p => p.UnitId!.Value).OrderBy(g => $"{g.Key}", StringComparer.Ordinal).Select(g =>
                    $"{g.Key} {string.Join(' ', Enum.GetValues<Predicate>().Select(
                        predicate => g.Count(p => p.Assessment?.Predicate == predicate)))} "
                    + g.Count(p => p.Assessment is null)),
                Rank(people).Units.Select(u =>
                    $"{u.UnitId} {string.Join(' ', Enum.GetValues<Predicate>().Select(u.Counts.Of))} {u.NotAssessed}"));
        }, runs: 50);

    [Fact]
    public void More_people_than_a_word_can_number_are_a_bug() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new Cohort(RankKey.MostPeople + 1, Policy));

    private static EmployeeEvaluation In(string unit, EmployeeEvaluation person) =>
        person with { UnitId = UnitId.Parse(unit).Value };

    private static EmployeeEvaluation Good(string id, decimal score) => Some.Evaluation(id, Predicate.Good, score);

    private static AgencyRanking Rank(params EmployeeEvaluation[] evaluations) => Ranker.Rank(evaluations, Policy);
}
