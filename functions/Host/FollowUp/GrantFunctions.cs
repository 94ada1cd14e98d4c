using Kinerja.Application;
using Kinerja.Application.FollowUp;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.FollowUp;

/// <summary>Grants of flexible work from the top share: proposed, read, decided by a named person.</summary>
public sealed class GrantFunctions(ProposeGrants propose, ReadGrants read, DecideGrants decide)
{
    [Function("PostGrantList")]
    [Scope(Scopes.FollowUpWrite)]
    public Task<IResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/grant-lists")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.BodyAsync(JsonFormat.Default.GrantListRequest, body => body.Read(), cancel)
            .ThenAsync(claim => route.As(
                claim.ProposedBy, actor => propose.ExecuteAsync(actor, claim, cancel)))
            .ThenAsync(list => read.FindAsync(list.AgencyId, list.Period, null, cancel))
            .AnswerAsync(GrantListResponse.Of, JsonFormat.Default.GrantListResponse);
    }

    [Function("GetGrantList")]
    [Scope(Scopes.FollowUpRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/grant-lists/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, after) = (route.Period(), route.After(EmployeeId.Parse));

        return route.ThenAsync(() => read.FindAsync(route.Agency, period, after, cancel))
            .AnswerAsync(GrantListResponse.Of, JsonFormat.Default.GrantListResponse);
    }

    [Function("PostGrantDecision")]
    [Scope(Scopes.FollowUpDecide)]
    public Task<IResult> DecideAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/grant-lists/{period}/decisions")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var period = route.Period();

        return route.BodyAsync(JsonFormat.Default.GrantDecisionRequest, body => body.Read(), cancel)
            .ThenAsync(verdict => route.As(
                verdict.DecidedBy, actor => decide.ExecuteAsync(actor, period, verdict, cancel)))
            .AnswerAsync(GrantListResponse.Of, JsonFormat.Default.GrantListResponse);
    }
}
