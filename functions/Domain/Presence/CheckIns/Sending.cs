using NodaTime;

namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>
/// One device's check-ins that came together: the latest time of sending by the device's clock, null when none says
/// one, and when the server first had them. The latest one waited least on its way: it tells the clock best.
/// </summary>
public sealed record Sending(Instant? LastSentAt, Instant FirstReceivedAt)
{
    public static Sending Of(IEnumerable<Instant?> sentAt, Instant receivedAt) => new(sentAt.Max(), receivedAt);

    /// <summary>
    /// The same sending that came again: a stored check-in with its latest time of sending tells when it came first.
    /// So the part that was not stored then is measured as if it had been.
    /// </summary>
    public Sending KnownFrom(Instant? sentAt, CheckIn stored) =>
        sentAt == LastSentAt && stored.Claim.SentAt == LastSentAt && LastSentAt is not null
        && stored.ReceivedAt < FirstReceivedAt
            ? this with { FirstReceivedAt = stored.ReceivedAt }
            : this;
}
