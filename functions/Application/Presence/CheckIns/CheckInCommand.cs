using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// A check-in as it came in, with the person by surrogate id or by NIP, one of the two. <see cref="By"/> makes the
/// claim once the person is known; from there on the NIP is gone.
/// </summary>
public sealed record CheckInCommand(
    AgencyId AgencyId, EmployeeId? EmployeeId, Nip? Nip, DeviceTimes Times, Func<EmployeeId, SubmittedCheckIn> By);

/// <summary>What a claim says of its device's clock, whoever the person is.</summary>
public readonly record struct DeviceTimes(string? DeviceId, ClientId Id, Instant CapturedAt, Instant? SentAt);
