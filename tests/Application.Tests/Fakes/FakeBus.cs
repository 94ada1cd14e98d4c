using System.Diagnostics;
using Kinerja.Application.Events;
using Kinerja.Application.Queues;
using Kinerja.Application.Runs;
using Kinerja.Application.Tests.Events;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>Takes everything in the order in which it came, as often as it is sent.</summary>
internal sealed class FakeRunQueue : IRunQueue
{
    internal List<RunStep> Sent { get; } = [];

    internal Queue<RunStep> Waiting { get; } = [];

    /// <summary>The same as messages.</summary>
    internal Queue<BinaryData> Messages { get; } = [];

    /// <summary>Sends to throw instead of taking them.</summary>
    internal int Failures { get; set; }

    internal Exception Failure { get; set; } = new TimeoutException("The queue does not answer.");

    public Task SendAsync(IReadOnlyCollection<RunStep> steps, CancellationToken cancel)
    {
        if (Failures > 0)
        {
            Failures--;
            throw Failure;
        }

        foreach (var step in steps)
        {
            Sent.Add(step);
            Waiting.Enqueue(step);
            Messages.Enqueue(WorkMessages.Write(step, Activity.Current?.Id));
        }

        return Task.CompletedTask;
    }
}

internal sealed class FakeEvents : IEvents
{
    internal Dictionary<string, OutgoingEvent> ById { get; } = [];

    internal List<OutgoingEvent> InOrder { get; } = [];

    /// <summary>After so many events the bus stops answering, once.</summary>
    internal int? FailsAfter { get; set; }

    /// <summary>At the first event of that type it does, once.</summary>
    internal string? FailsAt { get; set; }

    public Task PublishAsync(IReadOnlyCollection<OutgoingEvent> events, CancellationToken cancel)
    {
        foreach (var (index, one) in events.Index())
        {
            if (index == FailsAfter || one.Type == FailsAt)
            {
                (FailsAfter, FailsAt) = (null, null);
                throw new TimeoutException("The bus does not answer.");
            }

            Assert.Empty(EventForm.Faults(one));
            lock (InOrder)
            {
                InOrder.Add(one);
                ById.TryAdd(one.Id, one);
            }
        }

        return Task.CompletedTask;
    }
}
