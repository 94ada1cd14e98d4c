using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Kinerja.Application.Events;
using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Runs;

public sealed class AdvanceRunTests
{
    private readonly World _world = new(Some.At("2026-04-08T01:00:00Z"));

    public AdvanceRunTests()
    {
        _world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });
        foreach (var number in Enumerable.Range(0, 8))
        {
            var person = Some.Employee($"peg-1{number:D3}");
            _world.Add(person);
            if (number < 5)
            {
                Rate($"peg-1{number:D3}", 90 + number);
            }
        }
    }

    private EvaluationRun Run => _world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value;

    [Fact]
    public async Task A_run_goes_from_planned_to_published()
    {
        await _world.Plan.PlanDueAsync(default);
        var seen = new List<RunState> { Run.State };
        while (_world.Queue.Waiting.TryDequeue(out var step))
        {
            await _world.Advance.ExecuteAsync(step, default);
            seen.Add(Run.State);
        }

        Assert.Equal(Enum.GetValues<RunState>().Except([RunState.Held, RunState.Final]), seen.Distinct());
        Assert.Equal(["menpanrb_2026-Q1_r1_ranking_00001", "menpanrb_2026-Q1_r1_ranking_00000"],
            _world.Events.InOrder.Select(e => e.Id));
    }

    [Fact]
    public async Task Everybody_is_evaluated_and_only_the_rated_are_ranked()
    {
        await PublishAsync();
        Assert.Equal(10, _world.Results.Evaluations.Count);
        Assert.Equal(5, _world.Rankings.Places.Count);
        var manifest = JsonDocument.Parse(_world.Events.InOrder[^1].Json).RootElement;
        Assert.Equal(
            (5, 5), (manifest.GetProperty("assessed").GetInt32(), manifest.GetProperty("notAssessed").GetInt32()));
    }

    // PermenPANRB 4/2025: a punishment keeps the reward away; the place stays, and its reason is not published.
    [Fact]
    public async Task Who_is_punished_or_new_is_ranked_without_reward_and_the_reason_stays_inside()
    {
        _world.Add(Some.Employee("peg-1004")
            with
        { Discipline = DisciplineStatus.Serving, Kind = EmploymentKind.Pppk, StartedOn = new(2025, 4, 2) });
        await PublishAsync();

        var place = _world.Rankings.Places.Values.Single(l => l.EmployeeId == Some.Person("peg-1004"));
        Assert.Equal((1, TopShare.ExcludedFromReward), (place.Place, place.Top));
        var page = await _world.ReadRun.LeftOutAsync(Some.AgencyId, Some.Quarter, null, 1, default);
        var people = JsonDocument.Parse(page.Value.Json).RootElement.GetProperty("people");
        Assert.StartsWith(
            """{"employeeId":"peg-1004","place":1,"excludedFromReward":["disciplineServing","newStaff"],"salt":""",
            people[0].GetRawText(), StringComparison.Ordinal);
        Assert.Equal(6, people.GetArrayLength());
        Assert.All(_world.Events.InOrder, e => Assert.DoesNotContain(
            "disciplineServing", Encoding.UTF8.GetString(e.Json.Span), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_left_is_not_evaluated()
    {
        _world.Add(Some.Employee("peg-1000") with { Active = false });
        await PublishAsync();
        Assert.Equal(9, _world.Results.Evaluations.Count);
    }

    [Fact]
    public async Task A_head_is_rated_by_the_units_performance()
    {
        _world.Add(Some.Employee("peg-head", "peg-1000"));
        Rate("peg-head", 100);
        _world.Ratings.Units[(Some.AgencyId, Some.Quarter, Some.UnitId)] =
            new(Some.Quarter, Some.UnitId, OrganisationLevel.Poor, Some.Person("peg-1000"), Some.Morning);
        await PublishAsync();
        var explained = await _world.ReadRun.ExplainAsync(
            Some.AgencyId, Some.Quarter, null, Some.Person("peg-head"), default);
        Assert.Equal(ExpectationLevel.Below, explained.Value.Evaluation.Assessment!.Value.Result);
    }

    [Fact]
    public async Task Any_step_again_after_the_end_changes_nothing()
    {
        await PublishAsync();
        var (run, events) = (Run, _world.Events.InOrder.Count);
        foreach (var step in _world.Queue.Sent.ToList())
        {
            await _world.Advance.ExecuteAsync(step, default);
        }

        Assert.Same(run, Run);
        Assert.Equal(events, _world.Events.InOrder.Count);
        Assert.Empty(_world.Queue.Waiting);
    }

    // Without duplicate detection every late shard would else send all of the next state's steps once more.
    [Fact]
    public async Task Each_step_is_sent_once_though_every_message_comes_twice()
    {
        await _world.Plan.PlanDueAsync(default);
        while (_world.Queue.Waiting.TryDequeue(out var step))
        {
            await _world.Advance.ExecuteAsync(step, default);
            await _world.Advance.ExecuteAsync(step, default);
        }

        Assert.Equal(RunState.Published, Run.State);
        Assert.Equal(_world.Queue.Sent.Distinct(), _world.Queue.Sent);
    }

    [Theory]
    [InlineData(RunStepKind.Gather)]
    [InlineData(RunStepKind.Evaluate)]
    [InlineData(RunStepKind.Rank)]
    public async Task Only_who_moved_a_run_and_could_not_send_sends_when_his_message_comes_again(RunStepKind kind)
    {
        await _world.Plan.PlanDueAsync(default);
        while (_world.Queue.Waiting.Count(s => s.Kind == kind) != 1 || _world.Queue.Waiting.Count != 1)
        {
            await _world.Advance.ExecuteAsync(_world.Queue.Waiting.Dequeue(), default);
        }

        var (others, last) = (_world.Queue.Sent.SkipLast(1).ToList(), _world.Queue.Waiting.Dequeue());
        _world.Queue.Failures = 1;
        await Assert.ThrowsAsync<TimeoutException>(() => _world.Advance.ExecuteAsync(last, default));
        foreach (var other in others)
        {
            await _world.Advance.ExecuteAsync(other, default);
        }

        Assert.Empty(_world.Queue.Waiting);
        await _world.Advance.ExecuteAsync(last, default);
        Assert.NotEmpty(_world.Queue.Waiting);
        await _world.DrainAsync();
        Assert.Equal(RunState.Published, Run.State);
    }

    [Fact]
    public async Task What_changes_after_gathering_does_not_reach_the_ranking()
    {
        await _world.Plan.PlanDueAsync(default);
        while (Run.State == RunState.Planned)
        {
            await _world.Advance.ExecuteAsync(_world.Queue.Waiting.Dequeue(), default);
        }

        Rate("peg-1007", 119);
        _world.Add(Some.Employee("peg-new1"));
        await _world.DrainAsync();
        Assert.Equal(NotAssessedReason.NoRating, EvaluationOf("peg-1007")!.NotAssessed);
        Assert.Null(EvaluationOf("peg-new1"));
    }

    // A worker died between freezing and marking; somebody left before the message came again.
    [Fact]
    public async Task What_a_dead_worker_froze_stays_frozen_and_under_the_hash()
    {
        await _world.Plan.PlanDueAsync(default);
        var shard = HashRange.IndexOf(Some.Person("peg-1000"), Run.Shards);
        await _world.Gather.ExecuteAsync(Run, shard, default);
        _world.Add(Some.Employee("peg-1000") with { Active = false });
        Rate("peg-1000", 10);

        await _world.DrainAsync();

        var gathered = await _world.Runs.MarksAsync(Run, RunState.Gathered, default);
        var evaluated = await _world.Runs.MarksAsync(Run, RunState.Evaluated, default);
        Assert.Equal(gathered.OrderBy(m => m.Key), evaluated.OrderBy(m => m.Key));
        Assert.Equal(
            Some.Score(90),
            _world.Results.Inputs.Values.Single(i => i.EmployeeId == Some.Person("peg-1000")).Rating!.Skp);
    }

    [Fact]
    public async Task Publishing_that_fails_half_way_is_finished_by_the_next_delivery_with_the_same_dates()
    {
        _world.Events.FailsAt = EventTypes.RankingPublished;
        await _world.Plan.PlanDueAsync(default);
        while (_world.Queue.Waiting.Peek() is { Kind: not RunStepKind.Publish })
        {
            await _world.Advance.ExecuteAsync(_world.Queue.Waiting.Dequeue(), default);
        }

        var publish = _world.Queue.Waiting.Dequeue();
        await Assert.ThrowsAsync<TimeoutException>(() => _world.Advance.ExecuteAsync(publish, default));
        var (first, until) = (_world.Clock.Now(), Run.ObjectionsUntil);
        Assert.Equal((RunState.Ranked, first), (Run.State, Run.PublishedAt!.Value));
        _world.Clock.MoveTo(first + Duration.FromDays(3));
        await _world.Advance.ExecuteAsync(publish, default);
        Assert.Equal((RunState.Published, first, until), (Run.State, Run.PublishedAt!.Value, Run.ObjectionsUntil));
        Assert.Equal(2, _world.Events.ById.Count);
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(_world.Events.InOrder[^1].Seal!.Split('.')[1]));
        Assert.Equal(
            ("2026-04-08T01:00:00Z", "2026-04-22", "open"),
            (claims.RootElement.GetProperty("publishedAt").GetString(),
            claims.RootElement.GetProperty("objectionsUntil").GetString(),
            claims.RootElement.GetProperty("finality").GetString()));
    }

    [Fact]
    public async Task A_step_whose_follow_up_was_lost_sends_it_when_it_comes_again()
    {
        await _world.Plan.PlanDueAsync(default);
        var gathers = _world.Queue.Waiting.ToList();
        foreach (var step in gathers.SkipLast(1))
        {
            await _world.Advance.ExecuteAsync(step, default);
        }

        _world.Queue.Failures = 1;
        await Assert.ThrowsAsync<TimeoutException>(() => _world.Advance.ExecuteAsync(gathers[^1], default));
        Assert.Equal(RunState.Gathered, Run.State);
        await _world.Advance.ExecuteAsync(gathers[^1], default);
        Assert.Contains(_world.Queue.Sent, s => s.Kind == RunStepKind.Evaluate);
    }

    [Fact]
    public async Task A_step_of_no_run_throws_and_so_ends_in_the_dead_letters()
    {
        var step = new RunStep(Some.AgencyId, Some.Quarter, 1, RunStepKind.Gather, 0, 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _world.Advance.ExecuteAsync(step, default));
        await _world.Plan.PlanDueAsync(default);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _world.Advance.ExecuteAsync(step with { Revision = 2 }, default));
    }

    [Fact]
    public async Task A_ranking_is_read_only_once_it_stands()
    {
        Refused.Is(RefusalCodes.UnknownRun, await PageAsync(1));
        await _world.Plan.PlanDueAsync(default);
        Refused.Is(RefusalCodes.RankingNotReady, await PageAsync(1));
        await _world.DrainAsync();
        Assert.Equal(1, (await PageAsync(1)).Value.Number);
        Refused.At(await PageAsync(2), "/cursor");
    }

    [Fact]
    public async Task Progress_counts_the_shards()
    {
        await _world.Plan.PlanDueAsync(default);
        await _world.Advance.ExecuteAsync(_world.Queue.Waiting.Dequeue(), default);
        var progress = (await _world.ReadRun.FindAsync(Some.AgencyId, Some.Quarter, null, default)).Value;
        Assert.Equal((1, 0), (progress.Gathered, progress.Evaluated));
    }

    private Task<Result<RankingPage>> PageAsync(int number) =>
        _world.ReadRun.PageAsync(Some.AgencyId, Some.Quarter, null, number, default);

    private async Task PublishAsync()
    {
        await _world.Plan.PlanDueAsync(default);
        await _world.DrainAsync();
    }

    private void Rate(string person, decimal skp) =>
        _world.Ratings.Rows[(Some.AgencyId, Some.Quarter, Some.Person(person))] =
            new(Some.Rating(skp, person: person), "1");

    private EmployeeEvaluation? EvaluationOf(string person) =>
        _world.Results.Evaluations.Values.SingleOrDefault(e => e.EmployeeId == Some.Person(person));
}
