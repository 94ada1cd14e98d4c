using NodaTime;

namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>
/// The time that counts, whose clock gave it, and by how much the captured time was moved; negative for a clock that
/// was ahead, null when it was not moved.
/// </summary>
public readonly record struct CountedTime(Instant At, TimeSource Source, Duration? MovedBy);

/// <summary>
/// Corrects a device's clock by what its sending shows; no rule says how. The clock is ahead by the latest time of
/// sending less the first receipt. Within the policy's skew it is right. Beyond it, and within the policy's
/// correction, captured times are moved by it. What came with an older time of sending waited on its way, if the
/// clock is right or if it was sent as soon as it was captured; else the clock was set in between. A clock that was
/// set, a greater offset and a sending without a time cannot be told: the first receipt counts.
/// </summary>
public static class DeviceClockRules
{
    public static CountedTime TimeOf(SubmittedCheckIn claim, Sending sending, CheckInPolicy policy)
    {
        var received = sending.FirstReceivedAt;
        var untold = new CountedTime(received, TimeSource.Server, null);
        if (sending.LastSentAt is not { } last)
        {
            return untold;
        }

        var (ahead, sent) = (last - received, claim.SentAt ?? last);
        if (claim.CapturedAt - sent > policy.MostClockSkew)
        {
            return untold;
        }

        if (Size(ahead) <= policy.MostClockSkew)
        {
            return new CountedTime(Instant.Min(claim.CapturedAt, received), TimeSource.Device, null);
        }

        var sameClock = last - sent <= policy.MostClockSkew || sent - claim.CapturedAt <= policy.MostClockSkew;
        if (!sameClock || Size(ahead) > policy.MostClockCorrection)
        {
            return untold;
        }

        // As a difference that is cut beyond every age: a sum would overflow for a clock at the beginning of time.
        var before = Duration.Min(last - claim.CapturedAt, policy.MostAge + policy.MostAge);
        return new CountedTime(Instant.Min(received - before, received), TimeSource.Corrected, -ahead);
    }

    /// <summary>
    /// Whether the capture lies so far behind sending and receipt that no clock explains it. As a difference: a sum
    /// would overflow for a clock that stands at the end of time.
    /// </summary>
    public static bool IsInFuture(SubmittedCheckIn claim, Sending sending, CheckInPolicy policy)
    {
        var known = Instant.Max(claim.SentAt ?? sending.LastSentAt ?? sending.FirstReceivedAt, sending.FirstReceivedAt);
        return claim.CapturedAt - known > Duration.Max(policy.MostClockSkew, policy.MostClockCorrection);
    }

    private static Duration Size(Duration offset) => Duration.Max(offset, -offset);
}
