using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

/// <summary>A day's entry as the person hands it over.</summary>
public sealed record DailyEntryCommand(DailyEntryContent Content, bool Submit);

public sealed record DailyEntryDecisionCommand(EmployeeId By, bool Approved, string? Words);

/// <summary>
/// An entry as it was written, and who is asked to decide on it: nobody where somebody has been asked already, or where
/// nothing waits. What was taken back waits for nobody any more.
/// </summary>
public sealed record WrittenEntry(DailyEntry Entry, IReadOnlyList<EmployeeId> Deciders, bool TakenBack);

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
    /// The first version or the next one on top of what stands, and beside it what is to be told; false when somebody
    /// else wrote meanwhile.
    /// </summary>
    Task<bool> PutAsync(
        AgencyId agency, WrittenEntry written, Tagged<DailyEntry>? standing, CancellationToken cancel);

    /// <summary>Tells what was just written, and ends what asked for an entry that was taken back.</summary>
    Task TellAsync(AgencyId agency, WrittenEntry written, CancellationToken cancel);
}
