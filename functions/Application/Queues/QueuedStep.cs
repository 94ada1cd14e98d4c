using System.Text.Json.Serialization;
using Kinerja.Application.Events;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Queues;

/// <summary>
/// What every message of the work queues carries: the number of its layout and the trace of the request or timer that
/// caused it (W3C <c>traceparent</c>; null when there was none).
/// </summary>
internal abstract record QueuedStep(int Layout)
{
    public string? Traceparent { get; init; }

    /// <summary>Grows when a message of today can no longer be read by the code of before.</summary>
    internal const int CurrentLayout = 1;

    /// <summary>
    /// Throws on a layout from a newer release: the host tries again, then sets the message aside, and an operator
    /// replays it once every instance is updated.
    /// </summary>
    internal void CheckLayout()
    {
        if (Layout is < 1 or > CurrentLayout)
        {
            throw new NotSupportedException(
                $"A message of layout {Layout} is for a newer release; this one reads up to {CurrentLayout}.");
        }
    }
}

internal sealed record QueuedRunStep(
    int Layout, string AgencyId, string Period, int Revision, string Step, int Shard, int Attempt)
    : QueuedStep(Layout)
{
    internal static QueuedRunStep Of(RunStep step, string? traceparent) => new(
        CurrentLayout,
        step.AgencyId.ToString(),
        step.Period.ToString(),
        step.Revision,
        JsonFormat.Name(step.Kind),
        step.Shard,
        step.Attempt)
    { Traceparent = traceparent };

    internal RunStep ToStep() => new(
        Domain.AgencyId.Parse(AgencyId).Value,
        AppraisalPeriod.Parse(Period).Value,
        Revision,
        EnumNames<RunStepKind>.ByName[Step],
        Shard,
        Attempt);
}

internal sealed record QueuedCloseStep(
    int Layout, string AgencyId, string Month, int Bucket, long PlannedAtTicks)
    : QueuedStep(Layout)
{
    internal static QueuedCloseStep Of(CloseStep step, string? traceparent) => new(
        CurrentLayout,
        step.AgencyId.ToString(),
        YearMonthPattern.Iso.Format(step.Month),
        step.Bucket,
        step.PlannedAt.ToUnixTimeTicks())
    { Traceparent = traceparent };

    internal CloseStep ToStep() => new(
        Domain.AgencyId.Parse(AgencyId).Value,
        YearMonthPattern.Iso.Parse(Month).Value,
        Bucket,
        Instant.FromUnixTimeTicks(PlannedAtTicks));
}

internal sealed record QueuedWebhookStep(int Layout, string AgencyId, long Number)
    : QueuedStep(Layout)
{
    internal static QueuedWebhookStep Of(WebhookStep step, string? traceparent) =>
        new(CurrentLayout, step.AgencyId.ToString(), step.Number) { Traceparent = traceparent };

    internal WebhookStep ToStep() => new(Domain.AgencyId.Parse(AgencyId).Value, Number);
}

internal sealed record QueuedPullStep(int Layout, string AgencyId, bool Anew)
    : QueuedStep(Layout)
{
    public string? PullId { get; init; }

    internal static QueuedPullStep Of(RegisterPullStep step, string? traceparent) =>
        new(CurrentLayout, step.AgencyId.ToString(), step.Anew) { PullId = step.PullId, Traceparent = traceparent };

    internal RegisterPullStep ToStep() => new(Domain.AgencyId.Parse(AgencyId).Value, PullId, Anew);
}

/// <summary>
/// Unlike the API's JSON, messages are read tolerantly: a member that this release does not know is passed over.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(QueuedRunStep))]
[JsonSerializable(typeof(QueuedCloseStep))]
[JsonSerializable(typeof(QueuedWebhookStep))]
[JsonSerializable(typeof(QueuedPullStep))]
[JsonSerializable(typeof(QueuedSurveyStep))]
internal sealed partial class QueuedStepFormat : JsonSerializerContext;
