using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Objections;

public interface IObjections
{
    Task<Tagged<Objection>?> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel);

    /// <summary>
    /// Writes the first one (tag null) or over what was read, and beside it what is to be told; false, and nothing
    /// written, when somebody else wrote meanwhile.
    /// </summary>
    Task<bool> PutAsync(
        Objection objection, string? tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel);

    /// <summary>
    /// The same over a decided one, which is kept beside it: it is found by its id and in the list alone.
    /// </summary>
    Task<bool> FollowAsync(
        Tagged<Objection> decided, Objection next, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel);

    /// <summary>A decided one that another followed; null when there is none of that id.</summary>
    Task<Objection?> FindFollowedAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, ClientId id, CancellationToken cancel);

    /// <summary>Every objection of one period, settled ones too; people by hash.</summary>
    IAsyncEnumerable<Tagged<Objection>> ListAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel);
}

/// <summary>What people's apps confirmed to have been received, by period, person and revision.</summary>
public interface IReceipts
{
    /// <summary>False, and nothing written, when that revision has one.</summary>
    Task<bool> AddAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, ResultReceipt receipt, CancellationToken cancel);

    /// <summary>One person's of one period, by revision.</summary>
    IAsyncEnumerable<ResultReceipt> ListAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel);
}
