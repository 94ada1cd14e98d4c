using Kinerja.Application.Events;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>What the outbox's last round left.</summary>
internal sealed class FakeOutboxLags : IOutboxLags
{
    internal SortedDictionary<string, OutboxLag> Rows { get; } = new(StringComparer.Ordinal);

    internal Instant? Looked { get; private set; }

    public Task<Instant?> LookedAtAsync(CancellationToken cancel) => Task.FromResult(Looked);

    public Task EndRoundAsync(Instant at, CancellationToken cancel)
    {
        Looked = at;
        return Task.CompletedTask;
    }

    public Task PutAsync(OutboxLag lag, CancellationToken cancel)
    {
        Rows[lag.AgencyId.ToString()] = lag;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(AgencyId agency, CancellationToken cancel)
    {
        Rows.Remove(agency.ToString());
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<OutboxLag> ListAsync(CancellationToken cancel) =>
        Rows.Values.ToList().ToAsyncEnumerable();

    public Task<ListPage<OutboxLag>> PageAsync(string? after, int most, CancellationToken cancel) =>
        Task.FromResult(Rows.Values.After(after, most, lag => lag.AgencyId.ToString()));
}
