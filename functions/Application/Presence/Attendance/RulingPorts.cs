using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>Rulings by the month of their day, people by hash.</summary>
public interface IRulings
{
    Task<Tagged<DayRuling>?> FindAsync(
        AgencyId agency, EmployeeId employee, LocalDate date, CancellationToken cancel);

    IAsyncEnumerable<DayRuling> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel);

    IAsyncEnumerable<DayRuling> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel);

    /// <summary>
    /// Writes the first version (tag null) or the next one, with what is to be told of it; false when somebody else
    /// wrote meanwhile, and then nothing is told.
    /// </summary>
    Task<bool> PutAsync(
        DayRuling ruling, string? tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel);
}
