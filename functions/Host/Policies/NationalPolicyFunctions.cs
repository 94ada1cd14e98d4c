using Kinerja.Application;
using Kinerja.Application.Policies;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Policies;

/// <summary>
/// Documents that the national operator gives once for all agencies; ETag carries the version. Every agency may read
/// them, since they hold for it.
/// </summary>
public sealed class NationalPolicyFunctions(
    PublishPolicy publish, ReadPolicies policies, ReadPoliciesInForce inForce)
{
    [Function("PutNationalPolicy")]
    [Scope(Scopes.NationalWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/national/policies/{kind}/{from}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (kind, from, match) = (route.NationalKind(), route.From(), route.Condition());

        return route.BodyAsync(JsonFormat.Default.JsonElement, HttpExchange.BulkBodyBytes, cancel)
            .ThenAsync(body => publish.PutNationalAsync(route.Actor, kind, from, match, body, cancel))
            .AnswerVersionAsync(request, d => d.Version, PolicyResponse.Of, JsonFormat.Default.PolicyResponse);
    }

    [Function("GetNationalPolicy")]
    [Scope(Scopes.PoliciesRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/national/policies/{kind}/{from}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (kind, from) = (route.NationalKind(), route.From());
        var version = route.OptionalQuery("version", RouteText.Version);

        return route.ThenAsync(() => policies.FindAsync(PolicyOwner.Nation, kind, from, version, cancel))
            .AnswerVersionAsync(request, d => d.Version, PolicyResponse.Of, JsonFormat.Default.PolicyResponse);
    }

    [Function("GetNationalPolicies")]
    [Scope(Scopes.PoliciesRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/national/policies/{kind}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var kind = route.NationalKind();

        return route.ThenAsync(() => policies.ListAsync(PolicyOwner.Nation, kind, cancel))
            .AnswerAsync(list => PolicyListResponse.Of(kind.Name, list), JsonFormat.Default.PolicyListResponse);
    }

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
