using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Domain.Presence;

/// <summary>What a check-in is for: coming, leaving, a mid-day record, or the answer to a spot check.</summary>
public enum CheckInKind
{
    In,
    Out,
    MidDay,
    SpotCheck,
}

/// <summary>
/// A check-in as an agency's app claims it. Captured and sent are the device's clock. The mock flag is what the phone says
/// of its own fix, null when the app cannot know.
/// </summary>
public sealed record CheckInClaim(
    ClientId Id,
    AgencyId AgencyId,
    EmployeeId EmployeeId,
    CheckInKind Kind,
    Instant CapturedAt,
    Instant SentAt,
    Position? Position,
    bool? MockLocation,
    string? Provider,
    string? DeviceId);
