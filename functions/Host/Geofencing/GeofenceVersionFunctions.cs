using System.Globalization;
using Kinerja.Application;
using Kinerja.Application.Geofencing;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Geofencing;

/// <summary>What a geofence was: every version stays readable, because verdicts name it.</summary>
public sealed class GeofenceVersionFunctions(KeepGeofences geofences)
{
    [Function("GetGeofenceVersion")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/geofences/{id}/versions/{version}")] HttpRequest request,
        string agency,
        string id,
        string version,
        CancellationToken cancel)
    {
        var asked = AskedFence.Read(request, agency, id, Scopes.GeofencesRead);
        var number = asked.Then(_ => Number(version));
        return FenceAnswers.Of(request, number.TryGet(out var good, out var refusal)
            ? await geofences.FindVersionAsync(asked.Value.Agency, asked.Value.Id, good, cancel)
            : refusal);
    }

    [Function("ListGeofenceVersions")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/geofences/{id}/versions")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        var asked = AskedFence.Read(request, agency, id, Scopes.GeofencesRead);
        var found = asked.TryGet(out var good, out var refusal)
            ? await geofences.ListVersionsAsync(good.Agency, good.Id, cancel)
            : refusal;
        return found.Answer(FenceListResponse.Of, JsonFormat.Default.FenceListResponse);
    }

    private static Result<int> Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : Refusal.Malformed("/version", "A version is a whole number from 1.");
}
