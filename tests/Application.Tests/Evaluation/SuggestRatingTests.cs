using System.Text.Json;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Policies;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using NodaTime;

namespace Kinerja.Application.Tests.Evaluation;

public sealed class SuggestRatingTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Bug_the_predicate_is_suggested_by_the_policy_by_which_the_run_will_evaluate()
    {
        await PutAsync(new(2026, 3, 31), """{"predicateRule":"pp30"}""");
        await PutAsync(new(2026, 4, 1), """{"predicateRule":"matrix"}""");
        await LeaderSaysAsync();
        _world.Clock.MoveTo(Some.At("2026-04-10T00:00:00Z"));
        var run = (await _world.Plan.StartAsync(Some.Actor, Some.Quarter, default)).Value;
        Assert.Contains(run.EvaluationPolicyVersion, (await SuggestAsync()).Policies);
    }

    [Fact]
    public async Task The_plans_figure_kept_elsewhere_and_the_leaders_feedback_make_the_suggestion()
    {
        await LeaderSaysAsync();
        var suggested = await SuggestAsync();
        Assert.Equal((Some.Score(107), Predicate.Good), (suggested.Suggestion.Score, suggested.Suggestion.Predicate));
        Assert.Equal(["feedback-2026.1", "evaluation-2026.1"], suggested.Policies.Skip(1));
        Assert.Empty(_world.Ratings.Rows);
    }

    [Fact]
    public async Task Who_also_stands_in_for_another_units_head_is_suggested_the_result_of_his_own()
    {
        _world.Add(Some.Employee("peg-head", null));
        var other = Some.Unit() with { Id = UnitId.Parse("biro-hukum").Value };
        _world.Workforce.Add(Some.AgencyId, other);
        _world.Ratings.Units[(Some.AgencyId, Some.Quarter, other.Id)] = Performance(other.Id, OrganisationLevel.Poor);
        _world.Ratings.Units[(Some.AgencyId, Some.Quarter, Some.UnitId)] = Performance(
            Some.UnitId, OrganisationLevel.Outstanding);
        Assert.Equal(ExpectationLevel.Above, (await SuggestAsync("peg-head")).Suggestion.ResultLevel);
    }

    [Fact]
    public async Task Nobody_gets_no_suggestion() =>
        Refused.Is(RefusalCodes.UnknownEmployee, await _world.SuggestRating.ExecuteAsync(
        Some.AgencyId, Some.Quarter, Some.Person("peg-nobody"), null, default));

    private async Task<SuggestedRating> SuggestAsync(string person = "peg-0001") =>
        (await _world.SuggestRating.ExecuteAsync(
        Some.AgencyId, Some.Quarter, Some.Person(person), Some.Score(110), default)).Value;

    private async Task LeaderSaysAsync()
    {
        var note = Some.Feedback() with { Subject = FeedbackSubject.Loyal };
        Assert.Null((await _world.SubmitFeedback.SubmitAsync(Some.Actor, note, default)).Refusal);
    }

    private static UnitPerformance Performance(UnitId unit, OrganisationLevel level) =>
        new(Some.Quarter, unit, level, Some.Person("peg-chief"), Some.Morning);

    private async Task PutAsync(LocalDate from, string json) => Assert.Null((await _world.PublishPolicy.ExecuteAsync(
        Some.Actor, PolicyKinds.Evaluation, from, null, JsonDocument.Parse(json).RootElement, default)).Refusal);
}
