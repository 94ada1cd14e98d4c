using System.Text.Json;
using Kinerja.Application.Policies;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Tests.Runs;

public sealed class PinnedPoliciesTests
{
    private readonly World _world = new(Some.At("2026-04-10T00:00:00Z"));

    [Fact]
    public async Task Without_documents_a_run_names_what_is_shipped()
    {
        var run = await StartAsync();
        Assert.Equal(("evaluation-2026.1", "ranking-2026.1"), (run.EvaluationPolicyVersion, run.RankingPolicyVersion));
        Assert.Equal("evaluation-2026.1", (await _world.PinnedPolicies.EvaluationAsync(run, default)).Version);
    }

    [Fact]
    public async Task A_run_names_what_holds_on_its_periods_last_day()
    {
        await PutAsync("evaluation", new(2026, 1, 1), """{"skpPercent":60}""");
        await PutAsync("evaluation", new(2026, 3, 31), """{"predicateRule":"pp30"}""");
        await PutAsync("evaluation", new(2026, 4, 1), """{"skpPercent":70}""");
        await PutAsync("ranking", new(2026, 1, 1), """{"topPercent":10}""");
        var run = await StartAsync();
        Assert.Equal(
            ("evaluation-2026-03-31.1", "ranking-2026-01-01.1"),
            (run.EvaluationPolicyVersion, run.RankingPolicyVersion));
        Assert.Equal(PredicateRule.Pp30, (await _world.PinnedPolicies.EvaluationAsync(run, default)).Rule);
        Assert.Equal(10, (await _world.PinnedPolicies.RankingAsync(run, default)).TopPercent);
    }

    [Fact]
    public async Task A_version_written_after_planning_changes_no_run()
    {
        await PutAsync("evaluation", new(2026, 1, 1), """{"skpPercent":60}""");
        var run = await StartAsync();
        await PutAsync("evaluation", new(2026, 1, 1), """{"skpPercent":70}""");
        Assert.Equal("evaluation-2026-01-01.1", (await StartAsync()).EvaluationPolicyVersion);
        Assert.Equal(60, (await _world.PinnedPolicies.EvaluationAsync(run, default)).SkpPercent);
    }

    [Fact]
    public async Task A_policy_that_is_named_and_missing_is_a_bug()
    {
        var run = (await StartAsync()) with { EvaluationPolicyVersion = "evaluation-2020-01-01.1" };
        await Assert.ThrowsAsync<InvalidOperationException>(() => _world.PinnedPolicies.EvaluationAsync(run, default));
    }

    [Fact]
    public async Task PP_30_2019_art_41_as_a_document_decides_the_predicates_of_a_run()
    {
        await PutAsync("evaluation", new(2026, 1, 1), """{"predicateRule":"pp30"}""");
        _world.Add(Some.Employee("peg-idea"));
        Rate("peg-0001", null);
        Rate("peg-idea", new NewIdea("Antrean lewat ponsel.", "https://bukti.example/1"));
        await StartAsync();
        await _world.DrainAsync();
        Assert.Equal(Predicate.Good, await PredicateAsync("peg-0001"));
        Assert.Equal(Predicate.VeryGood, await PredicateAsync("peg-idea"));

        void Rate(string person, NewIdea? idea) =>
            _world.Ratings.Rows[(Some.AgencyId, Some.Quarter, Some.Person(person))] =
            new(
                Some.Rating(person: person) with
                {
                    Skp = Some.Score(115),
                    BehaviourScore = Some.Score(115),
                    NewIdea = idea,
                },
                "1");
    }

    [Fact]
    public async Task A_policy_of_runs_marks_no_month_to_be_folded_again()
    {
        await PutAsync("evaluation", new(2026, 1, 1), "{}");
        await PutAsync("ranking", new(2026, 1, 1), "{}");
        Assert.Empty(_world.Dirty.Rows);
        await PutAsync("flexible-work", new(2026, 1, 1), "{}");
        Assert.NotEmpty(_world.Dirty.Rows);
    }

    private async Task<Predicate> PredicateAsync(string person) => (await _world.ReadRun.ExplainAsync(
        Some.AgencyId, Some.Quarter, null, Some.Person(person), default)).Value.Evaluation.Assessment!.Value.Predicate;

    private async Task PutAsync(string kind, LocalDate from, string json) =>
        Assert.Null((await _world.PublishPolicy.ExecuteAsync(
        Some.Actor, PolicyKinds.Find(kind).Value, from, null, JsonDocument.Parse(json).RootElement, default)).Refusal);

    private async Task<EvaluationRun> StartAsync() =>
        (await _world.Plan.StartAsync(Some.Actor, Some.Quarter, default)).Value;
}
