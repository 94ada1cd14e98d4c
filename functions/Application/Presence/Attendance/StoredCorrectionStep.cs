using System.Text.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A step of a correction's trail, as it stands in the correction's row.</summary>
internal sealed record StoredCorrectionStep(
    string State, string ById, string At, string? Words = null, StoredActor? Actor = null)
{
    internal static string Write(IEnumerable<CorrectionStep> trail) =>
        JsonSerializer.Serialize([.. trail.Select(Of)], StoredJson.Default.StoredCorrectionStepArray);

    internal static IReadOnlyList<CorrectionStep> Read(string json) =>
    [
        .. JsonSerializer.Deserialize(json, StoredJson.Default.StoredCorrectionStepArray)!
            .Select(stored => stored.Read()),
    ];

    private static StoredCorrectionStep Of(CorrectionStep step) =>
        new(
            JsonFormat.Name(step.State),
            step.By.ToString(),
            StoredValues.Text(step.At),
            step.Words,
            StoredActor.Of(step.Actor));

    private CorrectionStep Read() => new(
        StoredValues.Enum<CorrectionState>(State), StoredValues.Person(ById), StoredValues.At(At), Words)
    {
        Actor = Actor?.Read(),
    };
}
