using System.Text.Json;
using System.Text.Json.Serialization;
using Kinerja.Application.Queues;

namespace Kinerja.Application.Files.Imports;

/// <summary>Messages of the queue of imports; an unreadable one throws, as those of the other work queues do.</summary>
public static class ImportMessages
{
    public static ReceivedStep<ImportStep> Read(BinaryData body)
    {
        var queued = JsonSerializer.Deserialize(body.ToMemory().Span, ImportMessageFormat.Default.QueuedImportStep)!;
        queued.CheckLayout();
        return new(queued.ToStep(), queued.Traceparent);
    }

    internal static BinaryData Write(ImportStep step, string? traceparent) => new(
        JsonSerializer.SerializeToUtf8Bytes(
            QueuedImportStep.Of(step, traceparent), ImportMessageFormat.Default.QueuedImportStep));
}

internal sealed record QueuedImportStep(int Layout, string AgencyId, string Import, int Version)
    : QueuedStep(Layout)
{
    internal static QueuedImportStep Of(ImportStep step, string? traceparent) =>
        new(CurrentLayout, step.AgencyId.ToString(), step.Id.ToString(), step.Version) { Traceparent = traceparent };

    internal ImportStep ToStep() =>
        new(Domain.AgencyId.Parse(AgencyId).Value, ImportRows.IdOf(Import), Version);
}

/// <summary>Read tolerantly: a member that this release does not know is passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(QueuedImportStep))]
internal sealed partial class ImportMessageFormat : JsonSerializerContext;
