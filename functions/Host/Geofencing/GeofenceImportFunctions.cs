using Kinerja.Application;
using Kinerja.Application.Geofencing;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Geofencing;

/// <summary>Fences by the collection.</summary>
public sealed class GeofenceImportFunctions(ImportGeofences import)
{
    [Function("ImportGeofences")]
    [Scope(Scopes.GeofencesWrite)]
    public async Task<IResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/geofences/import")]
        HttpRequest request,
        CancellationToken cancel)
    {
        using var stop = request.StopWithCaller(cancel);
        var route = request.Route();
        var indonesian = HttpExchange.PrefersIndonesian(request);

        return await route.BodyAsync(JsonFormat.Default.JsonElement, HttpExchange.FenceCollectionBytes, stop.Token)
            .ThenAsync(features => import.ExecuteAsync(features, route.Actor, stop.Token))
            .AnswerAsync(
                outcomes => FenceImportResponse.Of(outcomes, indonesian),
                JsonFormat.Default.FenceImportResponse,
                _ => StatusCodes.Status207MultiStatus);
    }
}
