using Kinerja.Application;
using Kinerja.Application.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.FollowUp;

/// <summary>Improvement and sanction proposals as people deal with them; ETag carries the version.</summary>
public sealed class ProposalFunctions(RaiseProposals raise, KeepProposals proposals)
{
    [Function("PostProposals")]
    public async Task<IResult> RaiseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/proposals")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.ProposalsRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedAgency.Read(request, agency, Scopes.FollowUpWrite);
        var period = asked.Then(_ => body).Then(b => b.Read());
        var raised = period.TryGet(out var good, out var refusal) ? await raise.ExecuteAsync(asked.Value, good, cancel) : refusal;
        return raised.Answer(ProposalsRaisedResponse.Of, JsonFormat.Default.ProposalsRaisedResponse);
    }

    [Function("GetProposals")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/proposals")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var asked = AskedAgency.Read(request, agency, Scopes.FollowUpRead)
            .Then(a => Filter.Read(request.Query["state"], request.Query["cursor"])
                .Then<(AgencyId Agency, Filter Filter)>(filter => (a, filter)));
        var found = asked.TryGet(out var good, out var refusal)
            ? await proposals.ListAsync(good.Agency, good.Filter.State, good.Filter.After, cancel)
            : refusal;
        return found.Answer(ProposalListResponse.Of, JsonFormat.Default.ProposalListResponse);
    }

    [Function("GetProposal")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/proposals/{id}")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel) =>
        Answer(request, AskedProposal.Read(request, agency, id, Scopes.FollowUpRead).TryGet(out var good, out var refusal)
            ? await proposals.FindAsync(good.Agency, good.Id, cancel)
            : refusal);

    [Function("PostConsideration")]
    public async Task<IResult> ConsiderAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/proposals/{id}/considerations")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.ConsiderationRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedProposal.Read(request, agency, id, Scopes.FollowUpWrite);
        var claim = asked.Then(_ => body).Then(b => b.Read());
        return Answer(request, claim.TryGet(out var good, out var refusal)
            ? await proposals.ConsiderAsync(asked.Value.Agency, asked.Value.Id, asked.Value.Expected, good, cancel)
            : refusal);
    }

    [Function("PostProposalDecision")]
    public async Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/proposals/{id}/decision")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.ProposalDecisionRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedProposal.Read(request, agency, id, Scopes.FollowUpDecide);
        var verdict = asked.Then(_ => body).Then(b => b.Read());
        return Answer(request, verdict.TryGet(out var good, out var refusal)
            ? await proposals.DecideAsync(asked.Value.Agency, asked.Value.Id, asked.Value.Expected, good, cancel)
            : refusal);
    }

    [Function("PostProposalOutcome")]
    public async Task<IResult> ConcludeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/proposals/{id}/outcomes")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.OutcomeRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedProposal.Read(request, agency, id, Scopes.FollowUpWrite);
        var claim = asked.Then(_ => body).Then(b => b.Read());
        return Answer(request, claim.TryGet(out var good, out var refusal)
            ? await proposals.ConcludeAsync(asked.Value.Agency, asked.Value.Id, asked.Value.Expected, good, cancel)
            : refusal);
    }

    private static IResult Answer(HttpRequest request, Result<Proposal> result) =>
        result.AnswerVersion(request, p => p.Version, StoredProposal.Of, JsonFormat.Default.StoredProposal);

    /// <summary>Which proposals a list shows; null: any state, and from the start.</summary>
    private sealed record Filter(ProposalState? State, ProposalId? After)
    {
        internal static Result<Filter> Read(string? state, string? cursor)
        {
            var states = Enum.GetValues<ProposalState>();
            if (state is not (null or "") && !states.Any(s => JsonFormat.Name(s) == state))
            {
                return Refusal.Malformed("/state", $"One of {string.Join(", ", states.Select(JsonFormat.Name))} is expected.");
            }

            var wanted = states.Where(s => JsonFormat.Name(s) == state).Select(s => (ProposalState?)s).FirstOrDefault();
            return cursor is null or ""
                ? new Filter(wanted, null)
                : ProposalId.Parse(cursor, "/cursor").Then<Filter>(after => new Filter(wanted, after));
        }
    }
}
