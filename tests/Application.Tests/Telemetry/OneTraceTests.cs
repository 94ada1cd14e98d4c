using System.Diagnostics;
using Kinerja.Application.Events;
using Kinerja.Application.Queues;
using Kinerja.Application.Telemetry;

namespace Kinerja.Application.Tests.Telemetry;

/// <summary>
/// One id from what caused it to the bus, though nobody listens: through the queue and through the outbox.
/// </summary>
public sealed class OneTraceTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Request = $"00-{Trace}-b7ad6b7169203331-01";

    [Fact]
    public async Task A_run_that_a_request_started_tells_its_ranking_in_the_requests_trace()
    {
        var world = new World(Some.At("2026-04-08T01:00:00Z"));
        world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });
        using (InvocationTrace.Start("PostRun", ActivityKind.Server, Request))
        {
            await world.Plan.StartAsync(Some.Actor, Some.Quarter, default);
        }

        while (world.Queue.Messages.TryDequeue(out var message))
        {
            var received = WorkMessages.ReadRunStep(message);
            using var activity = InvocationTrace.Start("RunStep", ActivityKind.Consumer, received.Traceparent);
            await world.Advance.ExecuteAsync(received.Step, default);
        }

        Assert.Equal(2, world.Events.InOrder.Count);
        Assert.All(world.Events.InOrder, IsCausedByTheRequest);
    }

    [Fact]
    public async Task An_event_that_the_timer_sends_later_stays_in_the_trace_of_the_write()
    {
        var world = new World { Events = { FailsAfter = 0 } };
        using (InvocationTrace.Start("PutEntitlement", ActivityKind.Server, Request))
        {
            await world.GrantEntitlement.ExecuteAsync(Some.Actor, Some.Person(), Some.EntitlementCommand(), default);
        }

        using (InvocationTrace.Start("PublishOutbox", ActivityKind.Internal, null))
        {
            await world.Tell.SendUnsentAsync(default);
        }

        IsCausedByTheRequest(Assert.Single(world.Events.InOrder));
    }

    private static void IsCausedByTheRequest(OutgoingEvent sent) => Assert.Matches(
        $"^00-{Trace}-[0-9a-f]{{16}}-01$",
        (string)ServiceBusEvents.MessageOf(sent).ApplicationProperties["cloudEvents_traceparent"]);
}
