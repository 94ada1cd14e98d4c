using System.Text.Json;
using System.Text.Json.Serialization;
using Kinerja.Application.Queues;
using Kinerja.Domain;

namespace Kinerja.Application.Exchange;

/// <summary>Messages of the queue to SIASN; an unreadable one throws, as those of the other work queues do.</summary>
public static class SiasnMessages
{
    public static ReceivedStep<SiasnStep> Read(BinaryData body)
    {
        var queued = JsonSerializer.Deserialize(body.ToMemory().Span, SiasnMessageFormat.Default.QueuedSiasnStep)!;
        queued.CheckLayout();
        return new(queued.ToStep(), queued.Traceparent);
    }

    internal static BinaryData Write(SiasnStep step, string? traceparent) => new(
        JsonSerializer.SerializeToUtf8Bytes(
            QueuedSiasnStep.Of(step, traceparent), SiasnMessageFormat.Default.QueuedSiasnStep));
}

internal sealed record QueuedSiasnStep(
    int Layout, string AgencyId, string Period, int Revision, int Shard, bool Anew)
    : QueuedStep(Layout)
{
    internal static QueuedSiasnStep Of(SiasnStep step, string? traceparent) => new(
        CurrentLayout, step.AgencyId.ToString(), step.Period.ToString(), step.Revision, step.Shard, step.Anew)
    {
        Traceparent = traceparent,
    };

    internal SiasnStep ToStep() => new(
        Domain.AgencyId.Parse(AgencyId).Value, AppraisalPeriod.Parse(Period).Value, Revision, Shard, Anew);
}

/// <summary>Read tolerantly: a member that this release does not know is passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(QueuedSiasnStep))]
internal sealed partial class SiasnMessageFormat : JsonSerializerContext;
