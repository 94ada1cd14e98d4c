using System.Text.Json;
using Kinerja.Domain.FlexibleWork;
using NodaTime.Text;

namespace Kinerja.Application.FlexibleWork;

/// <summary>Leave that uses days of a reward, as it stands in the reward's row.</summary>
internal sealed record StoredTakenDays(string From, string To, string Reference)
{
    internal static string Write(IEnumerable<TakenDays> all) => JsonSerializer.Serialize(
        [.. all.Select(one => new StoredTakenDays(
            LocalDatePattern.Iso.Format(one.From), LocalDatePattern.Iso.Format(one.To), one.Reference))],
        StoredJson.Default.StoredTakenDaysArray);

    internal static IReadOnlyList<TakenDays> Read(string json) =>
    [
        .. JsonSerializer.Deserialize(json, StoredJson.Default.StoredTakenDaysArray)!.Select(one => new TakenDays(
            LocalDatePattern.Iso.Parse(one.From).Value, LocalDatePattern.Iso.Parse(one.To).Value, one.Reference)),
    ];
}
