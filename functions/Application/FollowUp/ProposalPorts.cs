using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Application.FollowUp;

public interface IProposals
{
    Task<Tagged<Proposal>?> FindAsync(AgencyId agency, ProposalId id, CancellationToken cancel);

    /// <summary>
    /// Writes the first version (tag null) or the next one, with what is to be told of it; false when somebody else
    /// wrote meanwhile, and then nothing is told.
    /// </summary>
    Task<bool> PutAsync(Proposal proposal, string? tag, OutgoingEvent? news, CancellationToken cancel);

    /// <summary>Of one period, by id.</summary>
    IAsyncEnumerable<Tagged<Proposal>> ListAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel);

    /// <summary>Those that a year's absences raised, by person and tier.</summary>
    IAsyncEnumerable<Tagged<Proposal>> ListOfAbsencesAsync(AgencyId agency, int year, CancellationToken cancel);

    /// <summary>In that state, or in any, by id, from the first after <paramref name="after"/>.</summary>
    IAsyncEnumerable<Proposal> ListAsync(
        AgencyId agency, ProposalState? state, ProposalId? after, CancellationToken cancel);
}
