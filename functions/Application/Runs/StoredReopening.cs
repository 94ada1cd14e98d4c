using System.Text.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using NodaTime.Text;

namespace Kinerja.Application.Runs;

/// <summary>A reopening as it stands in its run's row.</summary>
internal sealed record StoredReopening(
    string ById, string Reason, int Revision, string At, string Until, bool Told = false, StoredActor? Actor = null,
    int[]? UncoveredYears = null)
{
    internal static string Write(IEnumerable<Reopening> all) => JsonSerializer.Serialize(
        [.. all.Select(one => new StoredReopening(
            one.By.ToString(), one.Reason, one.Revision, InstantPattern.ExtendedIso.Format(one.At),
            LocalDatePattern.Iso.Format(one.Until), one.Told, StoredActor.Of(one.Actor),
            one.UncoveredYears.Count > 0 ? [.. one.UncoveredYears] : null))],
        StoredJson.Default.StoredReopeningArray);

    internal static IReadOnlyList<Reopening> Read(string json) =>
    [
        .. JsonSerializer.Deserialize(json, StoredJson.Default.StoredReopeningArray)!.Select(one => new Reopening(
            EmployeeId.Parse(one.ById).Value, one.Reason, one.Revision, InstantPattern.ExtendedIso.Parse(one.At).Value,
            LocalDatePattern.Iso.Parse(one.Until).Value)
        {
            Told = one.Told,
            Actor = one.Actor?.Read(),
            UncoveredYears = one.UncoveredYears ?? [],
        }),
    ];
}
