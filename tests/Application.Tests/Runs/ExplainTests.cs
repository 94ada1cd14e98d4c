using System.Text.Json;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Tests.Runs;

/// <summary>
/// What one person is told of a result, in each way that it can come out: figures, rules, versions, and nothing left to
/// guess.
/// </summary>
public sealed class ExplainTests
{
    private const string Share = "PP 30/2019, the best 20% of the agency; ranking-2026.1";

    private readonly World _world = new(Some.At("2026-04-08T01:00:00Z"));

    public ExplainTests() => _world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });

    [Fact]
    public async Task In_the_top_share_every_step_stands_in_order_with_its_rule()
    {
        await PublishAsync(10);
        var answer = await ExplainAsync("peg-1009");
        Assert.Equal(
            (Predicate.Good, Score.FromHundredths(9900), 1, 0d, TopShare.In),
            (answer.Predicate, answer.Score, answer.Place, answer.PercentRank, answer.TopShare));
        Assert.Equal(
            [
                ("Frozen for 2026-Q1: unit biro-sdm.", "inputs of revision 1"),
                (
                    "For the reward alone: no discipline case, in service since long ago.",
                    "inputs of revision 1"),
                (
                    "peg-head rated the result as expected, the behaviour as expected, the SKP 99.00 and the behaviour "
                    + "score 99.00 (2026-02-04T00:30:00Z).",
                    "rating version 1"),
                ("SKP: 99.00 × 70% = 69.30.", "PP 30/2019 art. 41"),
                ("Behaviour: 99.00 × 30% = 29.70.", "PP 30/2019 art. 41"),
                ("69.30 + 29.70 = 99.00, half up to a hundredth: 99.00.", "evaluation-2026.1"),
                (
                    "Result as expected and behaviour as expected give good.",
                    "PermenPANRB 6/2022; matrix permenpanrb-6-2022"),
                (
                    "Attendance and feedback are shown beside the result; no rule of predicate, score or place reads them.",
                    "evaluation-2026.1"),
                (
                    "How predicates are spread in a unit is checked for its leaders; it changes nobody's predicate.",
                    "distribution-2026.1"),
                (
                    "By predicate, then score, then behaviour score (good, 99.00, 99.00): place 1 of 10; equals share a place.",
                    "ranking-2026.1"),
                ("Percent rank: (1 − 1) ÷ (10 − 1) = 0; the smaller, the better.", "ranking-2026.1"),
                ("10 × 20% = 2, rounded down: at most 2 in the top share, with at least good.", Share),
                (
                    "Place 1 is within 2: in the top share; neither discipline nor time in service keeps the reward away.",
                    "ranking-2026.1"),
                ("An objection may be lodged until 2026-04-22.", "PP 30/2019 art. 59; objection-2026.1"),
            ],
            answer.Explanation.Select(s => (s.En, s.Source.En)));
    }

    [Fact]
    public async Task Beyond_the_cap_the_cap_and_the_percent_rank_are_computed()
    {
        await PublishAsync(14);
        var answer = await ExplainAsync("peg-1010");
        Assert.Equal((4, TopShare.Out), (answer.Place, answer.TopShare));
        Says(answer, "Percent rank: (4 − 1) ÷ (14 − 1) = 0.230769; the smaller, the better.");
        Says(answer, "14 × 20% = 2.8, rounded down: at most 2 in the top share, with at least good.");
        Says(answer, "Place 4 is beyond 2: not in the top share.");
        Assert.Equal(3 / 13d, answer.PercentRank);
    }

    [Fact]
    public async Task Equals_across_the_cap_are_told_how_many_they_are_and_what_was_left()
    {
        Rate("peg-1008", 98);
        Rate("peg-1007", 98);
        await PublishAsync(10);
        var answer = await ExplainAsync("peg-1007");
        Assert.Equal((2, TopShare.TiedAtCap), (answer.Place, answer.TopShare));
        Says(
            answer,
            "1 are ahead, which leaves 1 of 2; 2 equals at place 2 would make 3: they stay out together, and nobody behind them moves up.");
        Says(await ExplainAsync("peg-1006"), "Place 4 is beyond 2: not in the top share.");
    }

    [Fact]
    public async Task Below_the_floor_the_predicate_is_the_reason()
    {
        Rate("peg-1009", 120, ExpectationLevel.Below);
        await PublishAsync(10);
        var answer = await ExplainAsync("peg-1009");
        Assert.Equal((Predicate.Poor, 10), (answer.Predicate, answer.Place));
        Says(answer, "Result as expected and behaviour below expectation give poor.");
        Says(answer, "The predicate poor is less than good: not in the top share.");
    }

    [Fact]
    public async Task PermenPANRB_4_2025_who_gets_no_reward_keeps_the_place_and_reads_every_reason()
    {
        _world.Add(
            Some.Employee("peg-1009") with { Discipline = DisciplineStatus.Serving, StartedOn = new(2025, 6, 15) });
        await PublishAsync(10);
        var answer = await ExplainAsync("peg-1009");
        Assert.Equal((1, TopShare.ExcludedFromReward), (answer.Place, answer.TopShare));
        Assert.Equal(["disciplineServing", "newStaff"], answer.ExcludedFromReward!);
        Says(answer, "For the reward alone: a punishment being served, whole months in service: 9.");
        Says(answer, "Place 1 is within 2, and the reward is kept away: the place stays, and nobody moves up for it.");
        Says(
            answer,
            "A discipline punishment was being served.",
            "PermenPANRB 4/2025; ranking-2026.1");
        Says(
            answer,
            "Whole months in service at the period's end: 9, fewer than 12.",
            "PermenPANRB 4/2025; ranking-2026.1");
        Assert.Null((await ExplainAsync("peg-1008")).ExcludedFromReward);
        Says(await ExplainAsync("peg-1007"), "Place 3 is beyond 2: not in the top share.");
    }

    [Fact]
    public async Task A_discipline_case_of_somebody_outside_the_cut_excludes_from_nothing()
    {
        _world.Add(Some.Employee("peg-1000") with { Discipline = DisciplineStatus.InProcess });
        await PublishAsync(10);
        var answer = await ExplainAsync("peg-1000");
        Assert.Equal((TopShare.Out, null), (answer.TopShare, answer.ExcludedFromReward));
        Says(answer, "For the reward alone: a discipline case being examined, in service since long ago.");
        Assert.DoesNotContain(answer.Explanation, s => s.Source.En.Contains("4/2025", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_small_agency_the_minimum_is_the_reason()
    {
        await PublishAsync(4);
        var answer = await ExplainAsync("peg-1003");
        Assert.Equal((1, TopShare.Out), (answer.Place, answer.TopShare));
        Says(answer, "4 assessed are fewer than 5: nobody is in the top share.", Share);
        Assert.DoesNotContain(
            answer.Explanation,
            s => s.En.Contains(
                "beyond", StringComparison.Ordinal) || s.En.Contains("within", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_single_person_has_the_percent_rank_zero()
    {
        await PublishAsync(1);
        var answer = await ExplainAsync("peg-1000");
        Assert.Equal(0, answer.PercentRank);
        Says(answer, "A single person's percent rank is 0.");
    }

    [Fact]
    public async Task Not_assessed_says_what_was_missing_and_has_no_figure()
    {
        await PublishAsync(5);
        var answer = await ExplainAsync("peg-0001");
        Assert.Equal(
            (NotAssessedReason.NoRating, null, null, null, null),
            (answer.NotAssessed, answer.Predicate, answer.Score, answer.Place, answer.PercentRank));
        Assert.Equal(
            [
                ("Frozen for 2026-Q1: unit biro-sdm.", "inputs of revision 1"),
                (
                    "For the reward alone: no discipline case, in service since long ago.",
                    "inputs of revision 1"),
                (
                    "Not assessed: no rating stood when the inputs were frozen. A missing input is never a zero: there "
                    + "is no place, and the leader sees the person listed.",
                    "evaluation-2026.1"),
                ("An objection may be lodged until 2026-04-22.", "PP 30/2019 art. 59; objection-2026.1"),
            ],
            answer.Explanation.Select(s => (s.En, s.Source.En)));
    }

    [Fact]
    public async Task SE_3_2023_a_head_reads_that_the_units_performance_was_missing_or_took_the_raters_place()
    {
        Rate("peg-head", 100);
        await PublishAsync(5);
        var missing = await ExplainAsync("peg-head");
        Assert.Equal(NotAssessedReason.NoUnitPerformance, missing.NotAssessed);
        Assert.Contains(
            missing.Explanation,
            s => s.En.Contains("the performance of biro-sdm was not set", StringComparison.Ordinal));
        Assert.Contains(
            missing.Explanation, s => s.En.Contains("unit biro-sdm, which the person heads", StringComparison.Ordinal));

        var other = new ExplainTests();
        other.Rate("peg-head", 100);
        other._world.Ratings.Units[(Some.AgencyId, Some.Quarter, Some.UnitId)] =
            new(Some.Quarter, Some.UnitId, OrganisationLevel.Outstanding, Some.Person("peg-1000"), Some.Morning);
        await other.PublishAsync(5);
        Says(
            await other.ExplainAsync("peg-head"),
            "Head of biro-sdm: the unit's performance outstanding gives the result rating above expectation; "
            + "the rater's as expected is not read.",
            "SE MenPANRB 3/2023; table of evaluation-2026.1");
    }

    [Fact]
    public async Task PP_30_2019_art_59_after_an_objection_both_the_person_and_the_others_read_what_was_replaced()
    {
        await PublishAsync(10);
        var rating = Some.Rating(119, person: "peg-1000") with { RatedAt = _world.Clock.Now(), Version = 2 };
        await _world.Revise.ExecuteAsync(Some.AgencyId, Some.Quarter, new(Some.Client("objection-1"), rating), default);
        await _world.DrainAsync();

        var person = await ExplainAsync("peg-1000");
        Assert.Equal((2, 1), (person.Revision, person.Place));
        Says(person, "The rating is the one that the decision on objection objection-1 left.", "PP 30/2019 art. 59");
        Says(person, "It replaces revision 1: good, 90.00, place 10, not in the top share.", "revision 1");
        var other = await ExplainAsync("peg-1008");
        Says(
            other,
            "A decided objection to another result made this revision; this person's inputs are those of the one before.",
            "PP 30/2019 art. 59");
        Says(other, "It replaces revision 1: good, 98.00, place 2, in the top share.", "revision 1");
        Assert.DoesNotContain(
            "objection-1",
            JsonSerializer.Serialize(other, JsonFormat.Default.EvaluationResponse),
            StringComparison.Ordinal);
        var before = await ExplainAsync("peg-1000", revision: 1);
        Assert.Equal((1, 10), (before.Revision, before.Place));
        Assert.DoesNotContain(before.Explanation, s => s.En.Contains("objection-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_the_ranking_there_are_inputs_and_predicate_and_no_place()
    {
        Rated(6);
        await _world.Plan.PlanDueAsync(default);
        while (_world.Queue.Waiting.Peek() is { Kind: not RunStepKind.Rank })
        {
            await _world.Advance.ExecuteAsync(_world.Queue.Waiting.Dequeue(), default);
        }

        var answer = await ExplainAsync("peg-1005");
        Assert.Equal((RunState.Evaluated, Predicate.Good), (answer.State, answer.Predicate));
        Assert.Equal((null, null), (answer.Place, answer.PercentRank));
        Assert.DoesNotContain(answer.Explanation, s => s.En.Contains("place 1", StringComparison.Ordinal));
    }

    private static void Says(EvaluationResponse answer, string what, string? source = null)
    {
        var step = Assert.Single(answer.Explanation, s => s.En == what);
        Assert.True(source is null || source == step.Source.En, step.Source.En);
    }

    /// <summary>No step leaves a parameter unfilled, and no decimal in Indonesian has a point.</summary>
    private async Task<EvaluationResponse> ExplainAsync(string person, int? revision = null)
    {
        var answer = EvaluationResponse.Of((await _world.ReadRun.ExplainAsync(
            Some.AgencyId, Some.Quarter, revision, Some.Person(person), default)).Value);
        Assert.All(answer.Explanation, step => Assert.DoesNotContain('{', step.En + step.Id));
        Assert.All(answer.Explanation, step => Assert.DoesNotMatch(@"\d\.\d", step.Id));
        return answer;
    }

    /// <summary>So many people with 90, 91, 92 … as SKP and behaviour score; those rated before keep that.</summary>
    private async Task PublishAsync(int people)
    {
        Rated(people);
        await _world.Plan.PlanDueAsync(default);
        await _world.DrainAsync();
    }

    private void Rated(int people)
    {
        foreach (var number in Enumerable.Range(0, people))
        {
            var (id, row) = (
                $"peg-1{number:D3}",
                (Some.AgencyId, (AppraisalPeriod)Some.Quarter, Some.Person($"peg-1{number:D3}")));
            if (!_world.Workforce.Employees.ContainsKey((Some.AgencyId, Some.Person(id))))
            {
                _world.Add(Some.Employee(id));
            }

            if (!_world.Ratings.Rows.ContainsKey(row))
            {
                Rate(id, 90 + number);
            }
        }
    }

    private void Rate(string person, decimal score, ExpectationLevel behaviour = ExpectationLevel.Meets) =>
        _world.Ratings.Rows[(Some.AgencyId, Some.Quarter, Some.Person(person))] = new(
            Some.Rating(score, person: person) with { BehaviourScore = Some.Score(score), Behaviour = behaviour }, "1");
}
