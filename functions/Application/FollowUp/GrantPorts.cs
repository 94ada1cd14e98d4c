using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Application.FollowUp;

/// <summary>Grant lists by agency, period and revision, and their lines by person.</summary>
public interface IGrantLists
{
    Task<Tagged<GrantList>?> FindAsync(AgencyId agency, AppraisalPeriod period, int revision, CancellationToken cancel);

    /// <summary>
    /// Writes a new one (tag null) or other terms of a known one; false when somebody else wrote meanwhile.
    /// </summary>
    Task<bool> PutAsync(GrantList list, string? tag, CancellationToken cancel);

    /// <summary>Lines that are not there yet; false when somebody else added one of them meanwhile.</summary>
    Task<bool> AddLinesAsync(GrantList list, IReadOnlyCollection<GrantLine> lines, CancellationToken cancel);

    Task<Tagged<GrantLine>?> FindLineAsync(GrantList list, EmployeeId employee, CancellationToken cancel);

    /// <summary>False when somebody else wrote the line meanwhile.</summary>
    Task<bool> ReplaceLineAsync(GrantList list, GrantLine line, string tag, CancellationToken cancel);

    /// <summary>By id, from the first after <paramref name="after"/>.</summary>
    IAsyncEnumerable<Tagged<GrantLine>> ListLinesAsync(GrantList list, EmployeeId? after, CancellationToken cancel);
}
