using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Closed months and the statements that went into them. A statement is written once and never changed.
/// </summary>
public interface IPayrolls
{
    Task<Tagged<PayrollClose>?> FindAsync(AgencyId agency, YearMonth month, CancellationToken cancel);

    /// <summary>By month; one that is not complete too.</summary>
    IAsyncEnumerable<PayrollClose> ListAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>False when the month has been closed, or begun to be.</summary>
    Task<bool> AddAsync(PayrollClose close, CancellationToken cancel);

    /// <summary>False when somebody else wrote meanwhile.</summary>
    Task<bool> ReplaceAsync(PayrollClose close, string tag, CancellationToken cancel);

    /// <summary>Throws when one of them is there: whoever came second repeats, and reads what stands.</summary>
    Task AddStatementsAsync(
        AgencyId agency, IReadOnlyCollection<SettledStatement> statements, CancellationToken cancel);

    /// <summary>Of one month, each person's in the order in which they were settled.</summary>
    IAsyncEnumerable<SettledStatement> ListStatementsAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel);

    /// <summary>As it was when the month itself was closed.</summary>
    Task<SettledStatement?> FindStatementAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel);
}
