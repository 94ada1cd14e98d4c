using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>What a check-in is for: coming, leaving, a mid-day record, the answer to a spot check, a punch.</summary>
public enum CheckInKind
{
    In,
    Out,
    MidDay,
    SpotCheck,

    /// <summary>Coming or leaving; the device does not know which.</summary>
    Punch,
}

/// <summary>
/// A check-in as an agency's app claims it. Captured and sent are the device's clock; an app may not know the latter.
/// The mock flag is what the phone
/// says of its own fix, null when the app cannot know. Network and battery (0 to 100%) are hints of the moment of
/// sending.
/// </summary>
public sealed record SubmittedCheckIn(
    ClientId Id,
    AgencyId AgencyId,
    EmployeeId EmployeeId,
    CheckInKind Kind,
    Instant CapturedAt,
    Instant? SentAt,
    Position? Position,
    bool? MockLocation,
    string? Provider,
    string? DeviceId)
{
    public Attestation? Attestation { get; init; }

    public NetworkKind? Network { get; init; }

    public int? BatteryPercent { get; init; }

    /// <summary>Of the photo that the app keeps; the photo itself never comes here.</summary>
    public Sha256Hex? PhotoSha256 { get; init; }

    /// <summary>
    /// With whose name somebody without a phone checked in, on a device that many use; null on a device of one's own.
    /// </summary>
    public EmployeeId? AssistedById { get; init; }

    /// <summary>Whether that claim is this one sent again: what belongs to the moment of sending may differ.</summary>
    public bool IsSameAs(SubmittedCheckIn other) =>
        this == other with { SentAt = SentAt, Network = Network, BatteryPercent = BatteryPercent };

    /// <summary>
    /// Whether both tell of one act: the same person, kind and moment of capture, whatever the claim is called.
    /// </summary>
    public bool IsSameFactAs(SubmittedCheckIn other) =>
        (AgencyId, EmployeeId, Kind, CapturedAt) == (other.AgencyId, other.EmployeeId, other.Kind, other.CapturedAt);
}
