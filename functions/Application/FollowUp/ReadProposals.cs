using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Application.FollowUp;

/// <summary>A page of proposals and where the next one begins; null when there is none.</summary>
public sealed record ProposalPage(IReadOnlyList<Proposal> Proposals, ProposalId? Next);

/// <summary>Proposals as they stand: one, or a page of an agency's.</summary>
public sealed class ReadProposals(AgencyDirectory register, IProposals proposals)
{
    private const int PageSize = 100;

    public async Task<Result<Proposal>> FindAsync(AgencyId agency, ProposalId id, CancellationToken cancel) =>
        await proposals.FindAsync(agency, id, cancel) is { } found ? found.Value : NotFound.Proposal(id);

    public async Task<Result<ProposalPage>> ListAsync(
        AgencyId agency, ProposalState? state, ProposalId? after, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var found = await proposals.ListAsync(agency, state, after, cancel).Take(PageSize + 1).ToListAsync(cancel);
        return found.Count > PageSize
            ? new ProposalPage(found[..PageSize], found[PageSize - 1].Id)
            : new ProposalPage(found, null);
    }
}
