using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

public interface ICheckIns
{
    /// <summary>
    /// Stores a check-in once: null when it is new, else the stored one that has the person's id for it or, under
    /// another id, tells of the same fact (person, kind, moment of capture). Days and months make no difference.
    /// </summary>
    Task<CheckIn?> AddOrFindAsync(CheckIn checkIn, CancellationToken cancel);

    /// <summary>What a client called this, whenever that was.</summary>
    Task<CheckIn?> FindAsync(AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel);

    /// <summary>By work date, both days included.</summary>
    IAsyncEnumerable<CheckIn> ListAsync(AgencyId agency, DateInterval days, HashRange range, CancellationToken cancel);

    /// <summary>By work date, both days included.</summary>
    Task<IReadOnlyList<CheckIn>> ListAsync(
        AgencyId agency, DateInterval days, EmployeeId employee, CancellationToken cancel);

    IAsyncEnumerable<CheckIn> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) =>
        ListAsync(agency, month.ToDateInterval(), range, cancel);

    Task<IReadOnlyList<CheckIn>> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel) =>
        ListAsync(agency, month.ToDateInterval(), employee, cancel);
}
