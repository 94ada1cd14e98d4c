using System.Text.Json;
using Kinerja.Application;
using Kinerja.Application.Geofencing;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Geofencing;

/// <summary>An agency's geofences as GeoJSON Features; ETag carries the version.</summary>
public sealed class GeofenceFunctions(KeepGeofences geofences)
{
    [Function("PutGeofence")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/geofences/{id}")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        using var stop = request.StopWithCaller(cancel);
        var body = await request.ReadAsync(JsonFormat.Default.JsonElement, HttpExchange.FenceBodyBytes, stop.Token);
        var asked = AskedFence.Read(request, agency, id, Scopes.GeofencesWrite);
        var refusal = asked.Refusal ?? body.Refusal;
        return refusal is null
            ? FenceAnswers.Of(request, await PutAsync(asked.Value, body.Value, stop.Token))
            : HttpExchange.Refuse(refusal);
    }

    [Function("GetGeofence")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/geofences/{id}")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        var asked = AskedFence.Read(request, agency, id, Scopes.GeofencesRead);
        return FenceAnswers.Of(request, asked.TryGet(out var good, out var refusal)
            ? await geofences.FindAsync(good.Agency, good.Id, cancel)
            : refusal);
    }

    [Function("ListGeofences")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/geofences")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var asked = AskedAgency.Read(request, agency, Scopes.GeofencesRead);
        var found = asked.TryGet(out var good, out var refusal) ? await geofences.ListAsync(good, cancel) : refusal;
        return found.Answer(FenceListResponse.Of, JsonFormat.Default.FenceListResponse);
    }

    [Function("DeleteGeofence")]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/agencies/{agency}/geofences/{id}")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        var asked = AskedFence.Read(request, agency, id, Scopes.GeofencesWrite);
        var withdrawn = asked.TryGet(out var good, out var refusal)
            ? await geofences.WithdrawAsync(good.Agency, good.Id, good.Version, cancel)
            : refusal;
        return withdrawn.TryGet(out _, out refusal) ? Results.NoContent() : HttpExchange.Refuse(refusal);
    }

    private async Task<Result<Geofence>> PutAsync(AskedFence asked, JsonElement feature, CancellationToken cancel)
    {
        var draft = FenceDraft.Of(feature, asked.Id, "", cancel);
        return (await geofences.PutAsync(asked.Agency, asked.Id, asked.Version, draft, cancel)).Then<Geofence>(kept => kept.Fence);
    }
}
