using Kinerja.Application.Policies;
using Kinerja.Application.Runs;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Tests.Runs;

public sealed class PlanRunsTests
{
    // Seven days of grace after the first quarter's end; the day begins two hours earlier in Jayapura.
    private static readonly Instant DueInWit = Some.At("2026-04-07T15:00:00Z");
    private static readonly Instant DueInWib = Some.At("2026-04-07T17:00:00Z");

    private readonly World _world = new(Some.At("2026-03-31T16:59:59Z"));

    public PlanRunsTests()
    {
        _world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });
        _world.AddRated(Some.AgencyId);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    public async Task A_quarter_is_due_after_seven_days_of_grace(int seconds, int planned)
    {
        _world.Clock.MoveTo(DueInWib + Duration.FromSeconds(seconds));
        _world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });
        Assert.Equal(planned, await _world.Plan.PlanDueAsync(default));
        Assert.Equal(planned, _world.Runs.Rows.Count);
    }

    [Theory]
    [InlineData("2026-04-10T16:59:59Z", 0)]
    [InlineData("2026-04-10T17:00:00Z", 1)]
    public async Task An_agency_may_give_other_days_of_grace_by_policy(string now, int planned)
    {
        await _world.Policies.AddAsync(
            Some.AgencyId, CompleteDocument.Of(PolicyKinds.Evaluation, "{\"graceDays\":10}"), default);
        _world.Clock.MoveTo(Some.At(now));
        Assert.Equal(planned, await _world.Plan.PlanDueAsync(default));
    }

    [Theory]
    [InlineData("2026-04-07T16:59:59Z", "2026-01-01", "2026-02")]
    [InlineData("2026-04-07T17:00:00Z", "2026-01-01", "2026-03 2026-Q1")]
    [InlineData("2026-04-07T17:00:00Z", "2026-03-31", "2026-03 2026-Q1")]
    [InlineData("2026-04-07T17:00:00Z", "2026-04-01", "2026-Q1")]
    public async Task An_agency_may_have_its_months_planned_by_policy(string now, string from, string planned)
    {
        await _world.Policies.AddAsync(
            Some.AgencyId,
            CompleteDocument.Of(
                PolicyKinds.Evaluation, "{\"months\":true}", LocalDatePattern.Iso.Parse(from).Value),
            default);
        _world.Clock.MoveTo(Some.At(now));
        await _world.Plan.PlanDueAsync(default);
        Assert.Equal(planned, string.Join(' ', _world.Runs.Rows.Keys.Select(key => key.Item2).Order()));
    }

    [Fact]
    public async Task The_same_quarter_is_due_in_Jayapura_two_hours_before_Jakarta()
    {
        _world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });
        _world.Add(Some.Agency(Some.Wit) with { Id = Some.OtherAgencyId, BeganOn = Some.Quarter.FirstDay });
        _world.Clock.MoveTo(DueInWit);
        await _world.Plan.PlanDueAsync(default);
        Assert.Equal([Some.OtherAgencyId], _world.Runs.Rows.Keys.Select(k => k.Item1));
        _world.Clock.MoveTo(DueInWib);
        await _world.Plan.PlanDueAsync(default);
        Assert.Equal(2, _world.Runs.Rows.Count);
    }

    [Fact]
    public async Task Nothing_is_due_before_the_agencys_first_quarter()
    {
        _world.Clock.MoveTo(DueInWib);
        _world.Add(Some.Agency() with { BeganOn = new Quarter(2026, 2).FirstDay });
        Assert.Equal(0, await _world.Plan.PlanDueAsync(default));
        Assert.Empty(_world.Runs.Rows);
    }

    [Fact]
    public async Task A_run_names_its_shards_and_policies_and_queues_a_step_per_shard()
    {
        _world.Add([.. Enumerable.Range(0, 5).Select(i => Some.Employee($"peg-1{i:D3}"))]);
        var run = await PlannedAsync();
        Assert.Equal((RunState.Planned, 4, 1), (run.State, run.Shards, run.Attempt));
        Assert.Equal(
            [0, 1, 2, 3],
            _world.Queue.Sent.Where(s => s.Kind == RunStepKind.Gather).Select(s => s.Shard));
        Assert.Equal("menpanrb_2026-Q1_r1_gather_00002_a1", _world.Queue.Sent[2].ToString());
    }

    [Fact]
    public async Task Planning_twice_changes_nothing()
    {
        var run = await PlannedAsync();
        var sent = _world.Queue.Sent.Count;
        Assert.Equal(0, await _world.Plan.PlanDueAsync(default));
        Assert.Same(run, _world.Runs.Rows.Values.Single().Value);
        Assert.Null(run.UnsentBy);
        Assert.Equal(sent, _world.Queue.Sent.Count);
    }

    [Fact]
    public async Task A_stalled_run_is_woken_with_a_new_attempt()
    {
        var run = await PlannedAsync();
        _world.Clock.MoveTo(run.ProgressAt + RunRules.StalledAfter);
        Assert.Equal(1, await _world.Plan.PlanDueAsync(default));
        var woken = _world.Runs.Rows.Values.Single().Value;
        Assert.Equal((2, _world.Clock.Now()), (woken.Attempt, woken.ProgressAt));
        Assert.EndsWith("_a2", _world.Queue.Sent[^1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_moves_is_left_alone()
    {
        var run = await PlannedAsync();
        _world.Clock.MoveTo(run.ProgressAt + RunRules.StalledAfter - Duration.FromSeconds(1));
        Assert.Equal(0, await _world.Plan.PlanDueAsync(default));
    }

    [Fact]
    public async Task A_published_run_is_never_woken()
    {
        await PlannedAsync();
        await _world.DrainAsync();
        _world.Clock.Advance(Duration.FromDays(1));
        Assert.Equal(0, await _world.Plan.PlanDueAsync(default));
    }

    [Fact]
    public async Task A_stalled_run_is_sent_only_the_shards_that_are_not_done()
    {
        _world.Add([.. Enumerable.Range(0, 5).Select(i => Some.Employee($"peg-1{i:D3}"))]);
        var run = await PlannedAsync();
        await _world.Advance.ExecuteAsync(_world.Queue.Sent[1], default);
        await _world.Advance.ExecuteAsync(_world.Queue.Sent[2], default);
        var sent = _world.Queue.Sent.Count;
        _world.Clock.Advance(RunRules.StalledAfter);
        await _world.Plan.PlanDueAsync(default);
        Assert.Equal([0, 3], _world.Queue.Sent.Skip(sent).Where(s => s.Period == run.Period).Select(s => s.Shard));
    }

    [Fact]
    public async Task A_stalled_run_whose_shards_are_all_done_is_sent_one_to_count_them()
    {
        var run = await PlannedAsync();
        foreach (var shard in Enumerable.Range(0, run.Shards))
        {
            await _world.Runs.MarkAsync(run, RunState.Gathered, shard, "hash", default);
        }

        var sent = _world.Queue.Sent.Count;
        _world.Clock.Advance(RunRules.StalledAfter);
        await _world.Plan.PlanDueAsync(default);
        Assert.Equal([0], _world.Queue.Sent.Skip(sent).Where(s => s.Period == run.Period).Select(s => s.Shard));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_whose_first_messages_could_not_be_sent_is_sent_by_the_very_next_try(bool byHand)
    {
        _world.Clock.MoveTo(DueInWib);
        _world.Queue.Failures = 1;
        await Assert.ThrowsAsync<TimeoutException>(() => StartAsync(Some.AgencyId));
        Assert.Empty(_world.Queue.Sent);
        if (byHand)
        {
            await StartAsync(Some.AgencyId);
        }
        else
        {
            await _world.Plan.PlanDueAsync(default);
        }

        await _world.DrainAsync();
        Assert.Equal(RunState.Published, _world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value.State);
    }

    [Fact]
    public async Task By_hand_a_run_whose_steps_are_sent_is_not_sent_again()
    {
        _world.Clock.MoveTo(DueInWib);
        await StartAsync(Some.AgencyId);
        var sent = _world.Queue.Sent.Count;
        await StartAsync(Some.AgencyId);
        Assert.Equal(sent, _world.Queue.Sent.Count);
    }

    [Fact]
    public async Task A_run_whose_first_messages_were_lost_is_woken_later()
    {
        _world.Clock.MoveTo(DueInWib);
        _world.Queue.Failures = 1;
        await Assert.ThrowsAsync<AggregateException>(() => _world.Plan.PlanDueAsync(default));
        _world.Clock.Advance(RunRules.StalledAfter);
        await _world.Plan.PlanDueAsync(default);
        await _world.DrainAsync();
        Assert.Equal(RunState.Published, _world.Runs.Rows.Values.Single().Value.State);
    }

    [Fact]
    public async Task An_agency_that_fails_keeps_no_other_waiting()
    {
        _world.Clock.MoveTo(DueInWib);
        _world.Add(Some.Agency() with { Id = Some.OtherAgencyId, BeganOn = Some.Quarter.FirstDay });
        _world.AddRated(Some.OtherAgencyId);
        _world.Queue.Failures = 1;
        var failure = await Assert.ThrowsAsync<AggregateException>(() => _world.Plan.PlanDueAsync(default));
        Assert.IsType<TimeoutException>(Assert.Single(failure.InnerExceptions).InnerException);
        Assert.Equal(2, _world.Runs.Rows.Count);
        Assert.NotEmpty(_world.Queue.Sent);
    }

    /// <summary>The clients of tables and bus report their own timeouts as cancelled tasks.</summary>
    [Fact]
    public async Task An_agency_that_times_out_keeps_no_other_waiting()
    {
        _world.Clock.MoveTo(DueInWib);
        _world.Add(Some.Agency() with { Id = Some.OtherAgencyId, BeganOn = Some.Quarter.FirstDay });
        _world.AddRated(Some.OtherAgencyId);
        (_world.Queue.Failures, _world.Queue.Failure) = (1, new TaskCanceledException());
        await Assert.ThrowsAsync<AggregateException>(() => _world.Plan.PlanDueAsync(default));
        Assert.Equal(2, _world.Runs.Rows.Count);
        Assert.NotEmpty(_world.Queue.Sent);
    }

    [Fact]
    public async Task A_stalled_run_is_woken_though_the_next_quarter_is_due()
    {
        await PlannedAsync();
        _world.Clock.Advance(Duration.FromDays(91));
        await _world.Plan.PlanDueAsync(default);
        Assert.Equal(2, _world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value.Attempt);
        Assert.Equal(2, _world.Runs.Rows.Count);
    }

    [Fact]
    public async Task By_hand_a_run_starts_once_the_quarter_is_over_in_the_agencys_zone()
    {
        Refused.Is(RefusalCodes.PeriodNotOver, await StartAsync(Some.AgencyId));
        _world.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(RunState.Planned, (await StartAsync(Some.AgencyId)).Value.State);
        Assert.Equal(1, (await StartAsync(Some.AgencyId)).Value.Attempt);
        Assert.Single(_world.Runs.Rows);
    }

    [Fact]
    public async Task By_hand_a_run_that_stalls_within_the_days_of_grace_is_woken()
    {
        _world.Clock.MoveTo(Some.At("2026-03-31T17:00:00Z"));
        _world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });
        _world.Queue.Failures = 1;
        await Assert.ThrowsAsync<TimeoutException>(() => StartAsync(Some.AgencyId));
        _world.Clock.Advance(RunRules.StalledAfter);
        Assert.Equal(1, await _world.Plan.PlanDueAsync(default));
        await _world.DrainAsync();
        Assert.Equal(RunState.Published, _world.Runs.Rows.Values.Single().Value.State);
    }

    [Fact]
    public async Task By_hand_an_unknown_agency_is_refused() =>
        Refused.Is(RefusalCodes.UnknownAgency, await StartAsync(Some.OtherAgencyId));

    private async Task<EvaluationRun> PlannedAsync()
    {
        _world.Clock.MoveTo(DueInWib);
        await _world.Plan.PlanDueAsync(default);
        return _world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value;
    }

    private Task<Result<EvaluationRun>> StartAsync(AgencyId agency) =>
        _world.Plan.StartAsync(Some.ActorOf(agency), Some.Quarter, default);
}
