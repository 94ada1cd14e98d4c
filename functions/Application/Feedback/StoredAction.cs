using System.Text.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Feedback;

/// <summary>
/// An action that a dialogue agreed on, as it stands in the dialogue's row; without a state it is open.
/// </summary>
internal sealed record StoredAction(
    string Id, string Words, string ById, string DueOn, string? State = null, string? Outcome = null)
{
    internal static byte[] Write(IEnumerable<AgreedAction> actions) =>
        JsonSerializer.SerializeToUtf8Bytes([.. actions.Select(Of)], StoredJson.Default.StoredActionArray);

    internal static IReadOnlyList<AgreedAction> Read(byte[] json) =>
        [.. JsonSerializer.Deserialize(json, StoredJson.Default.StoredActionArray)!.Select(stored => stored.Read())];

    private static StoredAction Of(AgreedAction action) => new(
        action.Id.ToString(),
        action.Words,
        action.ById.ToString(),
        StoredValues.Text(action.DueOn),
        JsonFormat.Name(action.State),
        action.Outcome);

    private AgreedAction Read() => new(
        ClientId.Parse(Id).Value,
        Words,
        StoredValues.Person(ById),
        StoredValues.Day(DueOn),
        StoredValues.EnumOrNull<ActionState>(State) ?? ActionState.Open,
        Outcome);
}
