using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// A check-in as it came in, with the person by surrogate id or by NIP, one of the two. <see cref="By"/> makes the
/// claim once the person is known; from there on the NIP is gone.
/// </summary>
public sealed record CheckInCommand(
    AgencyId AgencyId, EmployeeId? EmployeeId, Nip? Nip, Func<EmployeeId, SubmittedCheckIn> By);
