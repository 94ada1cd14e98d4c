using Kinerja.Application;
using Kinerja.Application.Policies;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Policies;

/// <summary>An agency's policies as documents with a first day; ETag carries the version.</summary>
public sealed class PolicyFunctions(ReadPolicies read, PublishPolicy publish)
{
    [Function("PutPolicy")]
    [Scope(Scopes.PoliciesWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/policies/{kind}/{from}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (kind, from, match) = (route.Kind(), route.From(), route.Condition());

        return route.BodyAsync(JsonFormat.Default.JsonElement, HttpExchange.BulkBodyBytes, cancel)
            .ThenAsync(body => publish.ExecuteAsync(route.Actor, kind, from, match, body, cancel))
            .AnswerVersionAsync(request, d => d.Version, PolicyResponse.Of, JsonFormat.Default.PolicyResponse);
    }

    [Function("GetPolicy")]
    [Scope(Scopes.PoliciesRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/policies/{kind}/{from}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (kind, from) = (route.Kind(), route.From());
        var version = route.OptionalQuery("version", RouteText.Version);

        return route.ThenAsync(() => read.FindAsync(route.Agency, kind, from, version, cancel))
            .AnswerVersionAsync(request, d => d.Version, PolicyResponse.Of, JsonFormat.Default.PolicyResponse);
    }

    [Function("GetPolicies")]
    [Scope(Scopes.PoliciesRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/policies/{kind}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var kind = route.Kind();

        return route.ThenAsync(() => read.ListAsync(route.Agency, kind, cancel))
            .AnswerAsync(list => PolicyListResponse.Of(kind.Name, list), JsonFormat.Default.PolicyListResponse);
    }
}
