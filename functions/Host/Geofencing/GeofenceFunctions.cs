using Kinerja.Application;
using Kinerja.Application.Geofencing;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Geofencing;

/// <summary>An agency's geofences as GeoJSON Features; ETag carries the version.</summary>
public sealed class GeofenceFunctions(ReadGeofences read, PublishGeofence publish, WithdrawGeofence withdraw)
{
    [Function("PutGeofence")]
    [Scope(Scopes.GeofencesWrite)]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/geofences/{id}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        using var stop = request.StopWithCaller(cancel);
        var route = request.Route();
        var (id, match) = (route.Fence(), route.Condition());

        return await route.BodyAsync(JsonFormat.Default.JsonElement, HttpExchange.FenceBodyBytes, stop.Token)
            .ThenAsync(feature => publish.ExecuteAsync(
                route.Actor, id, match, FenceDraft.Of(feature, id, "", stop.Token), stop.Token))
            .AnswerAsync(kept => FenceAnswer.Of(request, kept.Fence, kept.Usable));
    }

    [Function("GetGeofence")]
    [Scope(Scopes.GeofencesRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/geofences/{id}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var id = route.Fence();

        return route.ThenAsync(() => read.FindAsync(route.Agency, id, cancel))
            .AnswerAsync(fence => FenceAnswer.Of(request, fence));
    }

    [Function("ListGeofences")]
    [Scope(Scopes.GeofencesRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/geofences")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.ThenAsync(() => read.ListAsync(route.Agency, cancel))
            .AnswerAsync(FenceListResponse.Of, JsonFormat.Default.FenceListResponse);
    }

    [Function("DeleteGeofence")]
    [Scope(Scopes.GeofencesWrite)]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/agencies/{agency}/geofences/{id}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (id, match) = (route.Fence(), route.Condition());

        return route.ThenAsync(() => withdraw.ExecuteAsync(route.Actor, id, match, cancel)).AnswerNothingAsync();
    }
}
