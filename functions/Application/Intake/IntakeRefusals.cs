using Kinerja.Domain;
using Kinerja.Domain.Intake;

namespace Kinerja.Application.Intake;

/// <summary>A refusal of a check-in or a note, told by the places of the app's own body.</summary>
internal static class IntakeRefusals
{
    /// <param name="refusal">Of the record that the mapping made.</param>
    /// <param name="record">That record.</param>
    /// <param name="prefix">What the refusal's pointers have before the record's own members.</param>
    internal static Refusal InAppsWords(this Refusal refusal, MappedRecord record, string prefix) =>
        refusal with
        {
            Faults = [.. refusal.Faults.Select(fault => fault with
            {
                Pointer = record.PlaceOf(
                    fault.Pointer.StartsWith(prefix, StringComparison.Ordinal)
                        ? fault.Pointer[prefix.Length..]
                        : fault.Pointer),
            })],
        };
}
