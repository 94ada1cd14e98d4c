using System.Text.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A step of a swap's trail, as it stands in the swap's row.</summary>
internal sealed record StoredSwapStep(
    string State, string ById, string At, string Words, StoredActor? Actor = null,
    IReadOnlyList<string>? InNameOf = null)
{
    internal static string Write(IEnumerable<ShiftSwapStep> trail) =>
        JsonSerializer.Serialize([.. trail.Select(Of)], StoredJson.Default.StoredSwapStepArray);

    internal static IReadOnlyList<ShiftSwapStep> Read(string json) =>
        [.. JsonSerializer.Deserialize(json, StoredJson.Default.StoredSwapStepArray)!.Select(step => step.Read())];

    private static StoredSwapStep Of(ShiftSwapStep step) => new(
        JsonFormat.Name(step.State),
        step.By.ToString(),
        StoredValues.Text(step.At),
        step.Words,
        StoredActor.Of(step.Actor),
        step.InNameOf.Count == 0 ? null : [.. step.InNameOf.Select(person => person.ToString())]);

    private ShiftSwapStep Read() => new(
        StoredValues.Enum<ShiftSwapState>(State), StoredValues.Person(ById), StoredValues.At(At), Words)
    {
        InNameOf = [.. (InNameOf ?? []).Select(StoredValues.Person)],
        Actor = Actor?.Read(),
    };
}
