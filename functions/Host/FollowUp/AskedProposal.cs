using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.FollowUp;

/// <summary>A proposal as a path names it, for a caller who may touch it, with the version that If-Match demands.</summary>
internal readonly record struct AskedProposal(AgencyId Agency, ProposalId Id, int? Expected)
{
    internal static Result<AskedProposal> Read(HttpRequest request, string agency, string id, string scope) =>
        AskedAgency.Read(request, agency, scope)
            .Then(a => ProposalId.Parse(id)
                .Then(proposal => request.IfMatch()
                    .Then<AskedProposal>(match => new AskedProposal(a, proposal, match.Version))));
}
