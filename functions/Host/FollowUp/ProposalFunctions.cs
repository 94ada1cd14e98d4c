using Kinerja.Application;
using Kinerja.Application.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.FollowUp;

/// <summary>Improvement and sanction proposals as people deal with them; ETag carries the version.</summary>
public sealed class ProposalFunctions(
    RaiseProposals raise, ReadProposals read, ConsiderProposal consider, DecideProposal decide,
    ConcludeProposal conclude)
{
    [Function("PostProposals")]
    [Scope(Scopes.FollowUpWrite)]
    public Task<IResult> RaiseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/proposals")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.BodyAsync(JsonFormat.Default.ProposalsRequest, body => body.Read(), cancel)
            .ThenAsync(period => raise.ExecuteAsync(route.Actor, period, cancel))
            .AnswerAsync(raised => raised, JsonFormat.Default.ProposalsRaised);
    }

    [Function("GetProposals")]
    [Scope(Scopes.FollowUpRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/proposals")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (state, after) = (route.Filter("state", RouteText.Name<ProposalState>), route.After(ProposalId.Parse));

        return route.ThenAsync(() => read.ListAsync(route.Agency, state, after, cancel))
            .AnswerAsync(ProposalListResponse.Of, JsonFormat.Default.ProposalListResponse);
    }

    [Function("GetProposal")]
    [Scope(Scopes.FollowUpRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/proposals/{id}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var id = route.Proposal();

        return AnswerAsync(request, route.ThenAsync(() => read.FindAsync(route.Agency, id, cancel)));
    }

    [Function("PostConsideration")]
    [Scope(Scopes.FollowUpWrite)]
    public Task<IResult> ConsiderAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/proposals/{id}/considerations")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (id, match) = (route.Proposal(), route.Condition());

        return AnswerAsync(request, route
            .BodyAsync(JsonFormat.Default.ConsiderationRequest, body => body.Read(), cancel)
            .ThenAsync(claim => route.As(
                claim.RecordedBy, actor => consider.ExecuteAsync(actor, id, match, claim, cancel))));
    }

    [Function("PostProposalDecision")]
    [Scope(Scopes.FollowUpDecide)]
    public Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/proposals/{id}/decision")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (id, match) = (route.Proposal(), route.Condition());

        return AnswerAsync(request, route
            .BodyAsync(JsonFormat.Default.ProposalDecisionRequest, body => body.Read(), cancel)
            .ThenAsync(verdict => route.As(
                verdict.DecidedBy, actor => decide.ExecuteAsync(actor, id, match, verdict, cancel))));
    }

    [Function("PostProposalOutcome")]
    [Scope(Scopes.FollowUpWrite)]
    public Task<IResult> ConcludeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/proposals/{id}/outcomes")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (id, match) = (route.Proposal(), route.Condition());

        return AnswerAsync(request, route
            .BodyAsync(JsonFormat.Default.OutcomeRequest, body => body.Read(), cancel)
            .ThenAsync(claim => route.As(
                claim.RecordedBy, actor => conclude.ExecuteAsync(actor, id, match, claim, cancel))));
    }

    private static Task<IResult> AnswerAsync(HttpRequest request, Task<Result<Proposal>> result) =>
        result.AnswerVersionAsync(request, p => p.Version, ProposalResponse.Of, JsonFormat.Default.ProposalResponse);
}
