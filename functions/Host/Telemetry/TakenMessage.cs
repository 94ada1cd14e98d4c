using System.Diagnostics;
using Azure.Storage.Queues.Models;
using Kinerja.Application.Telemetry;

namespace Kinerja.Host.Telemetry;

/// <summary>
/// Begins the work on a queue's message: in the trace of what caused it, and with a note of how long it waited.
/// </summary>
internal static class TakenMessage
{
    /// <summary>To be disposed of when the work is done.</summary>
    internal static Activity? Begin(string queue, QueueMessage message, string? traceparent, TimeProvider clock)
    {
        if (message.InsertedOn is { } inserted)
        {
            WorkQueueMetrics.Taken(queue, clock.GetUtcNow() - inserted);
        }

        return InvocationTrace.Start(queue, ActivityKind.Consumer, traceparent);
    }
}
