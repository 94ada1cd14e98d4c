using Kinerja.Application;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Runs;

/// <summary>NIPs for the surrogate ids of a published result, each time on record.</summary>
public sealed class NipResolutionFunctions(ResolveNips resolve)
{
    private const int PageSize = 100;

    /// <summary>
    /// The path may name another agency: then the token's scopes name the subscriptions that take its results.
    /// </summary>
    [Function("PostNipResolution")]
    [Scope(Scopes.IdentitiesResolve)]
    public Task<IResult> ResolveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/nip-resolutions")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.RouteBetweenAgencies();
        var agency = route.Path("agency", AgencyId.Parse, "/agencyId");
        var subscriptions = request.Caller().Subscriptions;

        return route.BodyAsync(JsonFormat.Default.NipResolutionRequest, body => body.Read(), cancel)
            .ThenAsync(asked => resolve.ExecuteAsync(route.Actor, agency, subscriptions, asked, cancel))
            .AnswerAsync(ResolvedNipsResponse.Of, JsonFormat.Default.ResolvedNipsResponse);
    }

    [Function("GetNipResolutions")]
    [Scope(Scopes.IdentitiesAudit)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/nip-resolutions")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var after = route.AfterKey();

        return route.ThenAsync(() => resolve.ListAsync(route.Agency, after, PageSize, cancel))
            .AnswerPageAsync(request, NipResolutionListResponse.Of, JsonFormat.Default.NipResolutionListResponse);
    }
}
