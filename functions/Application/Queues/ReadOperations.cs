using Kinerja.Application.Events;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Queues;

/// <summary>What the outbox's last round left, and when that round ended; null before the first.</summary>
public sealed record OutboxState(Instant? LookedAt, ListPage<OutboxLag> Late);

/// <summary>What whoever runs the platform looks at beside the queues.</summary>
public sealed class ReadOperations(IOperationSamples samples, IOutboxLags lags, TimeProvider clock)
{
    public async Task<IReadOnlyList<OperationHour>> HoursAsync(CancellationToken cancel) =>
        OperationHours.Of(await samples.ListAsync(cancel), clock.Now());

    public async Task<OutboxState> OutboxAsync(string? after, int most, CancellationToken cancel) =>
        new(await lags.LookedAtAsync(cancel), await lags.PageAsync(after, most, cancel));
}
