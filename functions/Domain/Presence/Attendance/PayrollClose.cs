using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// A month as the personnel office closed it: by whom, and when. From then on its statements are answered as they were;
/// what changes later is a difference in the next open month. No rule says when a month is closed: an agency's act.
/// </summary>
public sealed record PayrollClose(
    AgencyId AgencyId, YearMonth Month, EmployeeId ClosedById, Instant ClosedAt, Actor Actor)
{
    /// <summary>
    /// Whether every statement stands. A close that stopped half-way is completed by the same act sent again; until
    /// then the month is open.
    /// </summary>
    public bool Complete { get; init; }
}
