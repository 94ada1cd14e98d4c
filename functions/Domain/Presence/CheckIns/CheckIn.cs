using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>How the person worked, by the kind of fence; flexible work counts exactly as office work does.</summary>
public enum WorkMode
{
    Office,
    Field,
    Flexible,
}

/// <summary>Which clock gave the time that counts.</summary>
public enum TimeSource
{
    Device,
    Server,

    /// <summary>The device's, moved by how far it was off.</summary>
    Corrected,
}

/// <summary>Why a check-in came out as it did, for the person to read. None of them punishes anybody.</summary>
public enum CheckInReason
{
    InsideFence,
    OutsideEveryFence,
    TooCloseToTell,
    NoPosition,
    NoFenceForPerson,
    SentLate,
    DeviceClockWrong,
    MockLocationReported,
    AccuracyTooGood,
    AttestationFailed,
    DeviceClockCorrected,
    AccuracyUnusable,
    Assisted,
}

/// <summary>
/// A check-in as accepted: the claim, when the server had it, the verdict, the work date in the site's own zone, and
/// the time that counts. Trust runs from 0 to 100 and is evidence for a superior, never a verdict.
/// </summary>
public sealed record CheckIn(
    SubmittedCheckIn Claim,
    Instant ReceivedAt,
    FenceVerdict Verdict,
    WorkMode? Mode,
    DateTimeZone Zone,
    LocalDate WorkDate,
    Instant TimeThatCounts,
    TimeSource TimeSource,
    int Trust,
    IReadOnlyList<CheckInReason> Reasons,
    string PolicyVersion)
{
    /// <summary>The app that handed it in, for the person or for whoever helped.</summary>
    public Actor? Actor { get; init; }

    /// <summary>As others than the person see it.</summary>
    public CheckIn ForOthers() => this with { Verdict = Verdict.ForOthers() };

    /// <summary>The position, unless it was too inaccurate to tell a place when it came.</summary>
    public Position? UsablePosition =>
        Reasons.Contains(CheckInReason.AccuracyUnusable) ? null : Claim.Position;

    /// <summary>By the clock on the wall of the place of work.</summary>
    public LocalTime WallTime => WallDateTime.TimeOfDay;

    public LocalDateTime WallDateTime => TimeThatCounts.InZone(Zone).LocalDateTime;

    /// <summary>
    /// By how much the captured time was moved; negative for a clock that was ahead, null if it was not.
    /// </summary>
    public Duration? MovedBy { get; init; }

    /// <summary>
    /// How far the device's clock was ahead of the server's at sending, the way over the network included; null when
    /// the sending says no time.
    /// </summary>
    public Duration? ClockAhead => Claim.SentAt - ReceivedAt;
}
