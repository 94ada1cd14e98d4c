using Kinerja.Application;
using Kinerja.Application.Geofencing;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace Kinerja.Host.Geofencing;

/// <summary>Dry runs of positions and fences, and the repair of an outline, which store nothing.</summary>
public sealed class GeofenceDryRunFunctions(DryRunPosition position, DryRunFence fence, RepairFence repair)
{
    [Function("TestPosition")]
    [Scope(Scopes.GeofencesRead)]
    public async Task<IResult> TestPositionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/geofences/test")]
        HttpRequest request,
        CancellationToken cancel)
    {
        using var stop = request.StopWithCaller(cancel);
        var route = request.Route();

        return await route.BodyAsync(JsonFormat.Default.PositionDryRunRequest, body => body.Read(), stop.Token)
            .ThenAsync(question => position.ExecuteAsync(route.Agency, question, stop.Token))
            .AnswerAsync(PositionDryRunResponse.Of, JsonFormat.Default.PositionDryRunResponse);
    }

    /// <summary>It tells who was where: that takes the right to read presence.</summary>
    [Function("TestGeofence")]
    [Scope(Scopes.PresenceRead)]
    public async Task<IResult> TestFenceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/geofences/{id}/test")]
        HttpRequest request,
        CancellationToken cancel)
    {
        using var stop = request.StopWithCaller(cancel);
        var route = request.Route();
        var id = route.Fence();

        return await route
            .BodyAsync(
                JsonFormat.Default.FenceDryRunRequest,
                body => body.ReadDays().Then<Asked>(days => new Asked(days, body.Draft(id, stop.Token))),
                stop.Token,
                HttpExchange.FenceBodyBytes)
            .ThenAsync(asked => fence.ExecuteAsync(route.Agency, id, asked.Days, asked.Draft, stop.Token))
            .AnswerAsync(FenceDryRunResponse.Of, JsonFormat.Default.FenceDryRunResponse);
    }

    [Function("RepairGeofence")]
    [Scope(Scopes.GeofencesRead)]
    public async Task<IResult> RepairAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/geofences/repair")]
        HttpRequest request,
        CancellationToken cancel)
    {
        using var stop = request.StopWithCaller(cancel);
        var route = request.Route();

        return await route
            .BodyAsync(JsonFormat.Default.FenceRepairRequest, HttpExchange.FenceBodyBytes, stop.Token)
            .ThenAsync(drawn => repair.ExecuteAsync(route.Agency, drawn, stop.Token))
            .AnswerAsync(FenceRepairResponse.Of, JsonFormat.Default.FenceRepairResponse);
    }

    private sealed record Asked(DateInterval Days, FenceDraft Draft);
}
