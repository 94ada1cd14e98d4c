using Kinerja.Application.Events;
using NodaTime;

namespace Kinerja.Application.Queues;

/// <summary>
/// Writes down how the platform does, for the charts of whoever runs it. Where the tables do not answer nothing can be
/// written, and the quarter of an hour stays empty.
/// </summary>
public sealed class SampleOperations(
    PoisonQueues queues, IOutboxLags lags, ReadStalledRuns stalled, ProbeStores stores, IOperationSamples samples,
    TimeProvider clock)
{
    public async Task<OperationSample> ExecuteAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var probes = await stores.ProbeAsync(cancel);
        var lengths = probes.Any(one => one is { Store: ProbeStores.Queues, Milliseconds: null })
            ? []
            : await queues.LengthsAsync(cancel);
        var late = await lags.ListAsync(cancel).Select(lag => lag.OldestAt).ToListAsync(cancel);
        var sample = new OperationSample(
            OperationSample.QuarterOf(now),
            [.. lengths.Select(one => new QueueSample(
                one.Queue, one.Waiting, one.Poisoned, one.OldestAt is { } since ? Age(since) : 0))],
            late.Count,
            late.Count > 0 ? Age(late.Min()) : 0,
            await stalled.CountAsync(cancel),
            probes);
        await samples.PutAsync(sample, cancel);
        return sample;

        long Age(Instant since) => Math.Max(0, (long)(now - since).TotalSeconds);
    }
}
