using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Events;

/// <summary>What a round of the timer found unsent in an agency and could not send.</summary>
/// <param name="AgencyId">Whose.</param>
/// <param name="Unsent">How many; counted up to <see cref="MostCounted"/>.</param>
/// <param name="OldestAt">Since when the oldest of them waits.</param>
/// <param name="LookedAt">When the round was there.</param>
public sealed record OutboxLag(AgencyId AgencyId, int Unsent, Instant OldestAt, Instant LookedAt)
{
    public const int MostCounted = 1000;
}

/// <summary>
/// What the last round of the timer left behind, so that whoever runs the platform need not go through all agencies'
/// outboxes to see it. An agency from which everything was sent has no row.
/// </summary>
public interface IOutboxLags
{
    /// <summary>When the last round ended; null before the first.</summary>
    Task<Instant?> LookedAtAsync(CancellationToken cancel);

    Task EndRoundAsync(Instant at, CancellationToken cancel);

    Task PutAsync(OutboxLag lag, CancellationToken cancel);

    Task RemoveAsync(AgencyId agency, CancellationToken cancel);

    IAsyncEnumerable<OutboxLag> ListAsync(CancellationToken cancel);

    /// <summary>By agency, after that one.</summary>
    Task<ListPage<OutboxLag>> PageAsync(string? after, int most, CancellationToken cancel);
}
