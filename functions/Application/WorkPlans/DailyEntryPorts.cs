using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

/// <summary>A day's entry as the person hands it over.</summary>
public sealed record DailyEntryCommand(DailyEntryContent Content, bool Submit);

public sealed record DailyEntryDecisionCommand(EmployeeId By, bool Approved, string? Words);

/// <summary>What people did day by day.</summary>
public interface IDailyEntries
{
    Task<Tagged<DailyEntry>?> FindAsync(
        AgencyId agency, EmployeeId employee, LocalDate day, ClientId id, CancellationToken cancel);

    /// <summary>From a day (included) to another (excluded) of one year, by day and id.</summary>
    IAsyncEnumerable<DailyEntry> ListAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, LocalDate to, CancellationToken cancel);

    /// <summary>Of that year, what is submitted and not decided, by day and id.</summary>
    IAsyncEnumerable<DailyEntry> ListSubmittedAsync(
        AgencyId agency, EmployeeId employee, int year, CancellationToken cancel);

    /// <summary>Of everybody and that year, what waits for its rater or was sent back, by person, day and id.</summary>
    IAsyncEnumerable<DailyEntry> ListOpenAsync(AgencyId agency, int year, CancellationToken cancel);

    /// <summary>
    /// The first version or the next one on top of what stands; false when somebody else wrote meanwhile.
    /// </summary>
    Task<bool> PutAsync(AgencyId agency, DailyEntry entry, Tagged<DailyEntry>? standing, CancellationToken cancel);
}
