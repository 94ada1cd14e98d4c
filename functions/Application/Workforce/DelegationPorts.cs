using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>Delegations by rater of record. One is named by its rater and its first day.</summary>
public interface IDelegations
{
    Task<Tagged<Delegation>?> FindAsync(AgencyId agency, EmployeeId rater, LocalDate from, CancellationToken cancel);

    /// <summary>Every delegation of that rater as it stands, by first day.</summary>
    Task<IReadOnlyList<Delegation>> ListAsync(AgencyId agency, EmployeeId rater, CancellationToken cancel);

    /// <summary>Every delegation of the agency as it stands.</summary>
    IAsyncEnumerable<Delegation> ListAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>Every version of one delegation, oldest first.</summary>
    Task<IReadOnlyList<Delegation>> ListVersionsAsync(
        AgencyId agency, EmployeeId rater, LocalDate from, CancellationToken cancel);

    /// <summary>
    /// Adds the first version (tag null) or the next one, and keeps those before; false when somebody else wrote
    /// meanwhile.
    /// </summary>
    Task<bool> AddVersionAsync(AgencyId agency, Delegation delegation, string? tag, CancellationToken cancel);
}
