using System.Text.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A step of a day's ruling, as it stands in the ruling's row.</summary>
internal sealed record StoredRulingStep(
    string Kind,
    string ById,
    string At,
    string? Words = null,
    string? Outcome = null,
    string? InNameOfId = null,
    StoredActor? Actor = null)
{
    internal static byte[] Write(IEnumerable<RulingStep> steps) =>
        JsonSerializer.SerializeToUtf8Bytes([.. steps.Select(Of)], StoredJson.Default.StoredRulingStepArray);

    internal static IReadOnlyList<RulingStep> Read(byte[] json) =>
    [
        .. JsonSerializer.Deserialize(json, StoredJson.Default.StoredRulingStepArray)!.Select(stored => stored.Read()),
    ];

    private static StoredRulingStep Of(RulingStep step) => new(
        JsonFormat.Name(step.Kind),
        step.By.ToString(),
        StoredValues.Text(step.At),
        step.Words,
        StoredValues.TextOrNull(step.Outcome),
        step.InNameOf?.ToString(),
        StoredActor.Of(step.Actor));

    private RulingStep Read() => new(
        StoredValues.Enum<RulingStepKind>(Kind),
        StoredValues.Person(ById),
        StoredValues.At(At),
        Words,
        StoredValues.EnumOrNull<RulingOutcome>(Outcome))
    {
        InNameOf = InNameOfId is null ? null : StoredValues.Person(InNameOfId),
        Actor = Actor?.Read(),
    };
}
