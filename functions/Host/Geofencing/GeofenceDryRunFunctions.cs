using Kinerja.Application;
using Kinerja.Application.Geofencing;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Geofencing;

/// <summary>Fences by the collection, and dry runs, which store nothing.</summary>
public sealed class GeofenceDryRunFunctions(ImportGeofences import, DryRunPosition position, DryRunFence fence)
{
    [Function("ImportGeofences")]
    public async Task<IResult> ImportAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/geofences/import")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        using var stop = request.StopWithCaller(cancel);
        var body = await request.ReadAsync(JsonFormat.Default.JsonElement, HttpExchange.FenceCollectionBytes, stop.Token);
        var asked = AskedAgency.Read(request, agency, Scopes.GeofencesWrite);
        var refusal = asked.Refusal ?? body.Refusal;
        var indonesian = HttpExchange.PrefersIndonesian(request);
        var answer = refusal is not null ? refusal : await import.ExecuteAsync(body.Value, asked.Value, indonesian, stop.Token);
        return answer.Answer(a => a, JsonFormat.Default.FenceImportResponse, _ => StatusCodes.Status207MultiStatus);
    }

    [Function("TestPosition")]
    public async Task<IResult> TestPositionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/geofences/test")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        using var stop = request.StopWithCaller(cancel);
        var body = await request.ReadAsync(JsonFormat.Default.PositionDryRunRequest, HttpExchange.SmallBodyBytes, stop.Token);
        var asked = AskedAgency.Read(request, agency, Scopes.GeofencesRead);
        var question = asked.Then(_ => body).Then(b => b.Read());
        var trial = question.TryGet(out var good, out var refusal)
            ? await position.ExecuteAsync(asked.Value, good, stop.Token)
            : refusal;
        return trial.Answer(PositionDryRunResponse.Of, JsonFormat.Default.PositionDryRunResponse);
    }

    [Function("TestGeofence")]
    public async Task<IResult> TestFenceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/geofences/{id}/test")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        using var stop = request.StopWithCaller(cancel);
        var body = await request.ReadAsync(JsonFormat.Default.FenceDryRunRequest, HttpExchange.FenceBodyBytes, stop.Token);
        // It tells who was where: that takes the right to read presence.
        var asked = AskedFence.Read(request, agency, id, Scopes.PresenceRead);
        var days = asked.Then(_ => body).Then(b => b.ReadDays());
        var report = days.TryGet(out var good, out var refusal)
            ? await fence.ExecuteAsync(
                asked.Value.Agency, asked.Value.Id, good, body.Value.Draft(asked.Value.Id, stop.Token), stop.Token)
            : refusal;
        return report.Answer(FenceDryRunResponse.Of, JsonFormat.Default.FenceDryRunResponse);
    }
}
