using System.Text.Json;

namespace Kinerja.Application.Queues;

/// <summary>A work queue as it stands in a sample's row.</summary>
internal sealed record StoredQueueSample(string Queue, int Waiting, int Poisoned, long OldestSeconds)
{
    internal static string Write(IEnumerable<QueueSample> all) => JsonSerializer.Serialize(
        [.. all.Select(one => new StoredQueueSample(one.Queue, one.Waiting, one.Poisoned, one.OldestSeconds))],
        StoredJson.Default.StoredQueueSampleArray);

    internal static IReadOnlyList<QueueSample> Read(string json) =>
    [
        .. JsonSerializer.Deserialize(json, StoredJson.Default.StoredQueueSampleArray)!
            .Select(one => new QueueSample(one.Queue, one.Waiting, one.Poisoned, one.OldestSeconds)),
    ];
}
