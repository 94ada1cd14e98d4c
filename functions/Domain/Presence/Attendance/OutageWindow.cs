using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// A time in which check-ins could not be made or sent, through no fault of those who were to make them (ESDM 21/2014
/// art. 7, Kemenko Infrastruktur 10/2025 art. 22). From is included, To excluded. Without units it holds for the whole
/// agency.
/// </summary>
public sealed record OutageWindow(ClientId Id, IReadOnlyList<UnitId> Units, Instant From, Instant To, string Reason)
{
    public bool HoldsFor(Employee employee) => Units.Count == 0 || Units.Contains(employee.UnitId);
}
