using Kinerja.Application;
using Kinerja.Application.Geofencing;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Geofencing;

/// <summary>What a geofence was: every version stays readable, because verdicts name it.</summary>
public sealed class GeofenceVersionFunctions(ReadGeofences read)
{
    [Function("GetGeofenceVersion")]
    [Scope(Scopes.GeofencesRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/geofences/{id}/versions/{version}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (id, version) = (route.Fence(), route.Path("version", Number));

        return route.ThenAsync(() => read.FindVersionAsync(route.Agency, id, version, cancel))
            .AnswerAsync(fence => FenceAnswer.Of(request, fence));
    }

    [Function("ListGeofenceVersions")]
    [Scope(Scopes.GeofencesRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/geofences/{id}/versions")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var id = route.Fence();

        return route.ThenAsync(() => read.ListVersionsAsync(route.Agency, id, cancel))
            .AnswerAsync(FenceListResponse.Of, JsonFormat.Default.FenceListResponse);
    }

    private static Result<int> Number(string? text, string pointer) =>
        RouteText.Whole(text) is > 0 and var number
            ? number
            : Refusal.Malformed(pointer, "A version is a whole number from 1.");
}
