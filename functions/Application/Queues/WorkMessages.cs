using System.Text.Json;
using Kinerja.Application.Events;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Runs;

namespace Kinerja.Application.Queues;

/// <summary>
/// A step as a work queue gave it, with the trace that it goes on; null when the message carried none.
/// </summary>
public readonly record struct ReceivedStep<T>(T Step, string? Traceparent);

/// <summary>
/// Messages of the work queues, read. An unreadable one throws: the host tries again and then sets it aside.
/// </summary>
public static class WorkMessages
{
    public static ReceivedStep<RunStep> ReadRunStep(BinaryData body)
    {
        var queued = JsonSerializer.Deserialize(body.ToMemory().Span, QueuedStepFormat.Default.QueuedRunStep)!;
        queued.CheckLayout();
        return new(queued.ToStep(), queued.Traceparent);
    }

    public static ReceivedStep<CloseStep> ReadCloseStep(BinaryData body)
    {
        var queued = JsonSerializer.Deserialize(body.ToMemory().Span, QueuedStepFormat.Default.QueuedCloseStep)!;
        queued.CheckLayout();
        return new(queued.ToStep(), queued.Traceparent);
    }

    public static ReceivedStep<WebhookStep> ReadWebhookStep(BinaryData body)
    {
        var queued = JsonSerializer.Deserialize(body.ToMemory().Span, QueuedStepFormat.Default.QueuedWebhookStep)!;
        queued.CheckLayout();
        return new(queued.ToStep(), queued.Traceparent);
    }

    public static ReceivedStep<RegisterPullStep> ReadPullStep(BinaryData body)
    {
        var queued = JsonSerializer.Deserialize(body.ToMemory().Span, QueuedStepFormat.Default.QueuedPullStep)!;
        queued.CheckLayout();
        return new(queued.ToStep(), queued.Traceparent);
    }

    internal static BinaryData Write(RegisterPullStep step, string? traceparent) => new(
        JsonSerializer.SerializeToUtf8Bytes(
            QueuedPullStep.Of(step, traceparent), QueuedStepFormat.Default.QueuedPullStep));

    internal static BinaryData Write(WebhookStep step, string? traceparent) => new(
        JsonSerializer.SerializeToUtf8Bytes(
            QueuedWebhookStep.Of(step, traceparent), QueuedStepFormat.Default.QueuedWebhookStep));

    internal static BinaryData Write(RunStep step, string? traceparent) => new(
        JsonSerializer.SerializeToUtf8Bytes(
            QueuedRunStep.Of(step, traceparent), QueuedStepFormat.Default.QueuedRunStep));

    internal static BinaryData Write(CloseStep step, string? traceparent) => new(
        JsonSerializer.SerializeToUtf8Bytes(
            QueuedCloseStep.Of(step, traceparent), QueuedStepFormat.Default.QueuedCloseStep));
}
