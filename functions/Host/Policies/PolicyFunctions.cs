using Kinerja.Application;
using Kinerja.Application.Policies;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Policies;

/// <summary>
/// Policies as documents with a first day: an agency's own, and those that the national operator gives once for all
/// agencies. ETag carries the version. Every agency may read the national ones, since they hold for it.
/// </summary>
public sealed class PolicyFunctions(ReadPolicies read, PublishPolicy publish)
{
    [Function("PutPolicy")]
    [Scope(Scopes.PoliciesWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/policies/{kind}/{from}")]
        HttpRequest request,
        CancellationToken cancel) => PublishAsync(request, request.Route().Actor, cancel);

    [Function("PutNationalPolicy")]
    [Scope(Scopes.NationalWrite)]
    public Task<IResult> PutNationalAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/national/policies/{kind}/{from}")]
        HttpRequest request,
        CancellationToken cancel) => PublishAsync(request, request.Route().Actor, cancel);

    [Function("GetPolicy")]
    [Scope(Scopes.PoliciesRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/policies/{kind}/{from}")]
        HttpRequest request,
        CancellationToken cancel) => FindAsync(request, cancel);

    [Function("GetNationalPolicy")]
    [Scope(Scopes.PoliciesRead)]
    public Task<IResult> GetNationalAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/national/policies/{kind}/{from}")]
        HttpRequest request,
        CancellationToken cancel) => FindAsync(request, cancel);

    [Function("GetPolicies")]
    [Scope(Scopes.PoliciesRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/policies/{kind}")]
        HttpRequest request,
        CancellationToken cancel) => ListAllAsync(request, cancel);

    [Function("GetNationalPolicies")]
    [Scope(Scopes.PoliciesRead)]
    public Task<IResult> ListNationalAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/national/policies/{kind}")]
        HttpRequest request,
        CancellationToken cancel) => ListAllAsync(request, cancel);

    private Task<IResult> PublishAsync(HttpRequest request, Actor actor, CancellationToken cancel)
    {
        var route = request.Route();
        var (owner, kind, from, match) = (route.Owner, route.Kind(), route.From(), route.Condition());

        return route.BodyAsync(JsonFormat.Default.JsonElement, HttpExchange.BulkBodyBytes, cancel)
            .ThenAsync(body => publish.ExecuteAsync(owner, actor, kind, from, match, body, cancel))
            .AnswerVersionAsync(request, d => d.Version, PolicyResponse.Of, JsonFormat.Default.PolicyResponse);
    }

    private Task<IResult> FindAsync(HttpRequest request, CancellationToken cancel)
    {
        var route = request.Route();
        var (kind, from) = (route.Kind(), route.From());
        var version = route.OptionalQuery("version", RouteText.Version);

        return route.ThenAsync(() => read.FindAsync(route.Owner, kind, from, version, cancel))
            .AnswerVersionAsync(request, d => d.Version, PolicyResponse.Of, JsonFormat.Default.PolicyResponse);
    }

    private Task<IResult> ListAllAsync(HttpRequest request, CancellationToken cancel)
    {
        var route = request.Route();
        var kind = route.Kind();

        return route.ThenAsync(() => read.ListAsync(route.Owner, kind, cancel))
            .AnswerAsync(list => PolicyListResponse.Of(kind.Name, list), JsonFormat.Default.PolicyListResponse);
    }
}
