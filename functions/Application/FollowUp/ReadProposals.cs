using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Application.FollowUp;

/// <summary>
/// A page of proposals and where the next one begins; null when there is none. With what the agency's policy of today
/// asks of whoever considers and decides them.
/// </summary>
public sealed record ProposalPage(IReadOnlyList<Proposal> Proposals, ProposalId? Next, ProposalTerms Terms);

/// <summary>Proposals as they stand: one, or a page of an agency's.</summary>
public sealed class ReadProposals(AgencyDirectory register, IProposals proposals, TimeProvider clock)
{
    private const int PageSize = 100;

    public async Task<Result<Proposal>> FindAsync(AgencyId agency, ProposalId id, CancellationToken cancel) =>
        await proposals.FindAsync(agency, id, cancel) is { } found ? found.Value : NotFound.Proposal(id);

    public async Task<Result<ProposalPage>> ListAsync(
        AgencyId agency, ProposalState? state, ProposalId? after, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is not { } home)
        {
            return NotFound.Agency(agency);
        }

        var policies = await register.PoliciesOfAsync(agency, PolicyKinds.FollowUp, cancel);
        var terms = policies.On(clock.Now().InZone(home.Zone).Date).Proposals;
        var found = await proposals.ListAsync(agency, state, after, cancel).Take(PageSize + 1).ToListAsync(cancel);
        return found.Count > PageSize
            ? new ProposalPage(found[..PageSize], found[PageSize - 1].Id, terms)
            : new ProposalPage(found, null, terms);
    }
}
