using System.Text.Json;
using Kinerja.Application;
using Kinerja.Application.Contracts;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host;

/// <summary>An agency's geofences as GeoJSON Features; ETag carries the version.</summary>
public sealed class GeofenceFunctions(KeepGeofences geofences)
{
    private const string GeoJson = "application/geo+json";

    [Function("PutGeofence")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/agencies/{agency}/geofences/{id}")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.JsonElement, HttpExchange.FenceBodyBytes, cancel);
        var asked = Asked.Read(request, agency, id, Scopes.GeofencesWrite);
        var refusal = asked.Refusal ?? body.Refusal;
        return refusal is null
            ? Answer(request, await PutAsync(asked.Value, body.Value, cancel))
            : HttpExchange.Refuse(refusal);
    }

    [Function("GetGeofence")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/agencies/{agency}/geofences/{id}")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        var asked = Asked.Read(request, agency, id, Scopes.GeofencesRead);
        return Answer(request, asked.TryGet(out var good, out var refusal)
            ? await geofences.FindAsync(good.Agency, good.Id, cancel)
            : refusal);
    }

    [Function("DeleteGeofence")]
    public async Task<IResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/agencies/{agency}/geofences/{id}")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        var asked = Asked.Read(request, agency, id, Scopes.GeofencesWrite);
        var withdrawn = asked.TryGet(out var good, out var refusal)
            ? await geofences.WithdrawAsync(good.Agency, good.Id, good.Version, cancel)
            : refusal;
        return withdrawn.TryGet(out _, out refusal) ? Results.NoContent() : HttpExchange.Refuse(refusal);
    }

    private async Task<Result<Geofence>> PutAsync(Asked asked, JsonElement feature, CancellationToken cancel)
    {
        Result<Geofence> Read(int version) => GeofenceReader.Read(feature, asked.Id, version);
        return (await geofences.PutAsync(asked.Agency, asked.Id, asked.Version, Read, cancel)).Then<Geofence>(kept => kept.Fence);
    }

    private static IResult Answer(HttpRequest request, Result<Geofence> result)
    {
        if (!result.TryGet(out var fence, out var refusal))
        {
            return HttpExchange.Refuse(refusal);
        }

        request.Tag(fence.Version);
        return new BytesAnswer(GeofenceContract.Write(fence), GeoJson);
    }

    private readonly record struct Asked(AgencyId Agency, GeofenceId Id, int? Version)
    {
        internal static Result<Asked> Read(HttpRequest request, string agency, string id, string scope) =>
            AgencyId.Parse(agency)
                .Then(a => request.Caller().May(scope, a, a))
                .Then(a => GeofenceId.Parse(id)
                    .Then(fence => request.IfMatch()
                        .Then<Asked>(match => new Asked(a, fence, match.Version))));
    }
}
