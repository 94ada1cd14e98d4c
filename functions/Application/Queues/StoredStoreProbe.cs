using System.Text.Json;

namespace Kinerja.Application.Queues;

/// <summary>A store's answer as it stands in a sample's row; without a time it did not answer.</summary>
internal sealed record StoredStoreProbe(string Store, int? Milliseconds = null)
{
    internal static string Write(IEnumerable<StoreProbe> all) => JsonSerializer.Serialize(
        [.. all.Select(one => new StoredStoreProbe(one.Store, one.Milliseconds))],
        StoredJson.Default.StoredStoreProbeArray);

    internal static IReadOnlyList<StoreProbe> Read(string json) =>
    [
        .. JsonSerializer.Deserialize(json, StoredJson.Default.StoredStoreProbeArray)!
            .Select(one => new StoreProbe(one.Store, one.Milliseconds)),
    ];
}
