using NodaTime;

namespace Kinerja.Application.Queues;

/// <summary>An hour of the platform: the worst of its samples. Without a sample nothing is known of it.</summary>
public sealed record OperationHour(Instant From, IReadOnlyList<OperationSample> Samples)
{
    public IEnumerable<QueueSample> Queues => Samples.SelectMany(one => one.Queues)
        .GroupBy(one => one.Queue)
        .Select(same => new QueueSample(
            same.Key, same.Max(q => q.Waiting), same.Max(q => q.Poisoned), same.Max(q => q.OldestSeconds)));

    /// <summary>By store: the slowest answer, null when there was none, and how often there was none.</summary>
    public IEnumerable<(string Store, int? Slowest, int Failures)> Stores => Samples.SelectMany(one => one.Stores)
        .GroupBy(one => one.Store)
        .Select(same => (
            same.Key, same.Max(one => one.Milliseconds), same.Count(one => one.Milliseconds is null)));
}

public static class OperationHours
{
    public const int Count = 24;

    /// <summary>
    /// The last 24 hours by UTC, the one that is on last. A sample of another day, or of a clock that is ahead, counts
    /// nowhere.
    /// </summary>
    public static IReadOnlyList<OperationHour> Of(IReadOnlyCollection<OperationSample> samples, Instant now)
    {
        var last = HourOf(now);
        var byHour = samples.Where(one => one.At <= now).ToLookup(one => HourOf(one.At));
        return
        [
            .. Enumerable.Range(1 - Count, Count).Select(i => last + Duration.FromHours(i))
                .Select(hour => new OperationHour(hour, [.. byHour[hour].OrderBy(one => one.At)])),
        ];
    }

    private static Instant HourOf(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 3600 * 3600);
}
