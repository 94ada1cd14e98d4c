using Kinerja.Application;
using Kinerja.Application.Policies;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Policies;

/// <summary>Which documents hold on a day.</summary>
public sealed class PolicyInForceFunctions(ReadPoliciesInForce inForce)
{
    [Function("GetNationalPoliciesInForce")]
    [Scope(Scopes.PoliciesRead)]
    public Task<IResult> NationalInForceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/national/policies")] HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var on = route.OptionalQuery("on", RouteText.FirstDay);

        return route.ThenAsync(() => inForce.OfNationAsync(on, cancel))
            .AnswerAsync(PoliciesInForceResponse.Of, JsonFormat.Default.PoliciesInForceResponse);
    }

    [Function("GetPoliciesInForce")]
    [Scope(Scopes.PoliciesRead)]
    public Task<IResult> InForceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/policies")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var on = route.OptionalQuery("on", RouteText.FirstDay);

        return route.ThenAsync(() => inForce.OfAgencyAsync(route.Agency, on, cancel))
            .AnswerAsync(PoliciesInForceResponse.Of, JsonFormat.Default.PoliciesInForceResponse);
    }
}
