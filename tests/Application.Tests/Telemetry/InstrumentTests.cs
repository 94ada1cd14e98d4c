using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Kinerja.Application.Events;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Runs;
using Kinerja.Application.Telemetry;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.Tests.Telemetry;

/// <summary>
/// What is measured, with which attributes; nothing in them is a person, a place or a number without end.
/// </summary>
public sealed class InstrumentTests
{
    [Fact]
    public async Task A_check_in_counts_by_verdict_and_a_resend_as_one()
    {
        var world = new World();
        using var measured = new Measured();

        await world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim(), default);
        await world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim(), default);
        await world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim(person: "peg-nobody"), default);

        Assert.Equal(
            [
                "kinerja.checkin.recorded 1 kinerja.checkin.placement=inside kinerja.checkin.replayed=False kinerja.checkin.work_mode=office",
                "kinerja.checkin.recorded 1 kinerja.checkin.placement=inside kinerja.checkin.replayed=True kinerja.checkin.work_mode=office",
            ],
            measured.Of("kinerja.checkin.recorded"));
    }

    [Fact]
    public async Task A_refused_item_of_a_batch_counts_by_its_code()
    {
        using var measured = new Measured();
        var items = JsonDocument.Parse("""[{"surprise":true}]""").RootElement.EnumerateArray().ToList();

        var outcomes = await new World().Batch.ExecuteAsync(new CheckInBatchRequest(items), Some.Actor, default);
        CheckInBatchResponse.Of(outcomes.Value, Some.Receipts, indonesian: false);

        Assert.Equal(
            ["kinerja.refusals 1 http.response.status_code=400 kinerja.refusal.code=invalid-body"],
            measured.Of("kinerja.refusals"));
    }

    [Fact]
    public void A_messages_age_counts_by_its_queue_and_is_never_below_zero()
    {
        using var measured = new Measured();

        WorkQueueMetrics.Taken("kinerja-runs", TimeSpan.FromMilliseconds(1500));
        WorkQueueMetrics.Taken("kinerja-days", TimeSpan.FromSeconds(-3));

        Assert.Equal(
            [
                "kinerja.queue.message.age 1.5 messaging.destination.name=kinerja-runs",
                "kinerja.queue.message.age 0 messaging.destination.name=kinerja-days",
            ],
            measured.Of("kinerja.queue.message.age"));
    }

    [Fact]
    public async Task An_event_that_the_bus_did_not_take_counts_and_so_does_its_lag_when_the_timer_sends_it()
    {
        var world = new World { Events = { FailsAfter = 0 } };
        world.Outbox.LeftAt = world.Clock.Now();
        using var measured = new Measured();

        await GrantAsync(world);
        world.Clock.Advance(Duration.FromSeconds(90));
        await world.Tell.SendUnsentAsync(default);
        await GrantAsync(world, daysPerWeek: 2);

        Assert.Equal(
            [$"kinerja.outbox.failures 1 kinerja.event.type={EventTypes.GrantMade}"],
            measured.Of("kinerja.outbox.failures"));
        Assert.Equal(
            [$"kinerja.outbox.event.lag 90 kinerja.event.type={EventTypes.GrantMade}"],
            measured.Of("kinerja.outbox.event.lag"));
    }

    [Fact]
    public async Task A_run_counts_once_by_each_state_and_each_of_its_steps_has_a_duration()
    {
        var world = new World(Some.At("2026-04-08T01:00:00Z"));
        world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });
        world.AddRated(Some.AgencyId);
        using var measured = new Measured();

        await world.Plan.PlanDueAsync(default);
        while (world.Queue.Waiting.TryDequeue(out var step))
        {
            await world.Advance.ExecuteAsync(step, default);
            await world.Advance.ExecuteAsync(step, default);
        }

        Assert.Equal(
            new[] { "planned", "gathered", "evaluated", "ranked", "published" }.Select(state =>
                $"kinerja.run.transitions 1 kinerja.run.period_kind=quarter kinerja.run.revised=False kinerja.run.state={state}"),
            measured.Of("kinerja.run.transitions"));
        Assert.Equal(
            new[] { "gather", "evaluate", "rank", "publish" }.Select(
                step => $"kinerja.run.step.duration 0 kinerja.run.step={step}"),
            measured.Of("kinerja.run.step.duration").Distinct());
    }

    [Fact]
    public async Task A_step_that_fails_says_so()
    {
        using var measured = new Measured();
        var lost = new RunStep(Some.AgencyId, Some.Quarter, 7, RunStepKind.Rank, 0, 1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => new World().Advance.ExecuteAsync(lost, default));

        Assert.Equal(
            ["kinerja.run.step.duration 0 error.type=_OTHER kinerja.run.step=rank"],
            measured.Of("kinerja.run.step.duration"));
    }

    /// <summary>OpenTelemetry's conventions: dotted names in lower case, units of UCUM, a description.</summary>
    [Fact]
    public void Every_instrument_is_named_as_OpenTelemetry_names_them()
    {
        var instruments = new List<Instrument>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == Instrumentation.Name)
            {
                instruments.Add(instrument);
            }
        };
        foreach (var type in typeof(Instrumentation).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(Instrumentation).Namespace))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        listener.Start();

        Assert.Equal(
            [
                "kinerja.checkin.recorded", "kinerja.outbox.event.lag", "kinerja.outbox.failures",
                "kinerja.queue.message.age", "kinerja.refusals",
                "kinerja.run.step.duration", "kinerja.run.transitions", "kinerja.store.retries",
            ],
            instruments.Select(i => i.Name).Order(StringComparer.Ordinal));
        Assert.All(instruments, instrument =>
        {
            Assert.Matches(@"^kinerja(\.[a-z][a-z_]*)+$", instrument.Name);
            Assert.Matches(@"^(s|\{[a-z_]+\})$", instrument.Unit);
            Assert.False(string.IsNullOrWhiteSpace(instrument.Description));
        });
    }

    private static Task<Result<Entitlement>> GrantAsync(World world, int daysPerWeek = 1) =>
        world.GrantEntitlement.ExecuteAsync(
        Some.Actor, Some.Person(), Some.EntitlementCommand() with { DaysPerWeek = daysPerWeek }, default);
}
