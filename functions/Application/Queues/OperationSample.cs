using NodaTime;

namespace Kinerja.Application.Queues;

/// <summary>How the platform did in one quarter of an hour, as a timer found it.</summary>
/// <param name="At">The quarter's beginning: whoever samples in it writes the same row.</param>
/// <param name="Queues">Empty when the queues did not answer.</param>
/// <param name="UnsentAgencies">Of how many agencies the outbox's last round left events unsent.</param>
/// <param name="UnsentSeconds">How long the oldest of them has waited; 0 when none is left.</param>
/// <param name="StalledRuns">How many runs stand still.</param>
/// <param name="Stores">How long each store took.</param>
public sealed record OperationSample(
    Instant At, IReadOnlyList<QueueSample> Queues, int UnsentAgencies, long UnsentSeconds, int StalledRuns,
    IReadOnlyList<StoreProbe> Stores)
{
    public const int MinutesApart = 15;

    public static Instant QuarterOf(Instant now) =>
        Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / (60 * MinutesApart) * (60 * MinutesApart));
}

/// <summary>A work queue at that moment; how long its front message had waited, 0 when none did.</summary>
public sealed record QueueSample(string Queue, int Waiting, int Poisoned, long OldestSeconds);

/// <summary>How long a store took to write and read; null when it did not answer, or not in time.</summary>
public sealed record StoreProbe(string Store, int? Milliseconds);

/// <summary>The samples of the last day: each quarter of an hour overwrites that of the day before.</summary>
public interface IOperationSamples
{
    Task PutAsync(OperationSample sample, CancellationToken cancel);

    /// <summary>At most 96, in no order that means anything.</summary>
    Task<IReadOnlyList<OperationSample>> ListAsync(CancellationToken cancel);
}
