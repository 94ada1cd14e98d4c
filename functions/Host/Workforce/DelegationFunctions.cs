using Kinerja.Application;
using Kinerja.Application.Workforce;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Workforce;

/// <summary>Who acts for a rater; ETag carries the delegation's version.</summary>
public sealed class DelegationFunctions(DelegateRating delegations)
{
    [Function("PutDelegation")]
    [Scope(Scopes.RatingsDelegate)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/delegations/{date}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, match, date) = (route.Employee(), route.Condition(), route.Date());

        return route.BodyAsync(JsonFormat.Default.DelegationRequest, body => body.Read(person, date), cancel)
            .ThenAsync(claim => route.As(
                claim.GrantedById, actor => delegations.PutAsync(actor, claim, match, cancel)))
            .AnswerVersionAsync(request, d => d.Version, DelegationResponse.Of, JsonFormat.Default.DelegationResponse);
    }

    [Function("GetDelegations")]
    [Scope(Scopes.RatingsRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/delegations")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var person = route.Employee();

        return route.ThenAsync(() => delegations.ListAsync(route.Agency, person, cancel))
            .AnswerAsync(DelegationListResponse.Of, JsonFormat.Default.DelegationListResponse);
    }
}
