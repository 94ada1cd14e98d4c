using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.CheckIns;

/// <summary>Check-ins, one by one or in batches, and what became of them.</summary>
public sealed class CheckInFunctions(
    RecordCheckIn record,
    RecordCheckInBatch batch,
    ReceiptSigner receipts,
    ReadAttendance attendance)
{
    [Function("PostCheckIn")]
    [Scope(Scopes.PresenceWrite)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/check-ins")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route
            .BodyAsync(
                JsonFormat.Default.CheckInRequest,
                body => body.Read().Then(command => route.Actor.Own(command.Claim.AgencyId, command)),
                cancel)
            .ThenAsync(command => record.ExecuteAsync(route.Actor, command, cancel))
            .AnswerAsync(
                r => CheckInResponse.Of(r, receipts),
                JsonFormat.Default.CheckInResponse,
                r => HttpExchange.Created(r.Replayed));
    }

    [Function("PostCheckInBatch")]
    [Scope(Scopes.PresenceWrite)]
    public Task<IResult> PostBatchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/check-ins/batch")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var details = route.OptionalQuery("details", RouteText.Name<BatchDetails>);
        var indonesian = HttpExchange.PrefersIndonesian(request);

        return route.BodyAsync(JsonFormat.Default.CheckInBatchRequest, HttpExchange.BulkBodyBytes, cancel)
            .ThenAsync(body => batch.ExecuteAsync(body, route.Actor, cancel))
            .AnswerAsync(
                outcomes => CheckInBatchResponse.Of(
                    outcomes, details == BatchDetails.Full ? receipts : null, indonesian),
                JsonFormat.Default.CheckInBatchResponse,
                _ => StatusCodes.Status207MultiStatus);
    }

    [Function("GetCheckIns")]
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/check-ins")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, month) = (route.Employee(), route.Query("month", RouteText.Month));

        return route.ThenAsync(() => attendance.CheckInsAsync(route.Agency, person, month, cancel))
            .AnswerAsync(
                list => new CheckInListResponse(
                    [.. list.Select(c => CheckInResponse.Of(Seen(request, c), replayed: true))]),
                JsonFormat.Default.CheckInListResponse);
    }

    [Function("GetCheckIn")]
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> OneAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/check-ins/{id}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, id) = (route.Employee(), route.Id());

        return route.ThenAsync(() => attendance.CheckInAsync(route.Agency, person, id, cancel))
            .AnswerAsync(
                c => CheckInResponse.Of(Seen(request, c), replayed: true, receipts.Sign(c)),
                JsonFormat.Default.CheckInResponse);
    }

    [Function("GetAttendance")]
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> MonthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/attendance/{month}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, month) = (route.Employee(), route.Month());

        return route.ThenAsync(() => attendance.ShowAsync(route.Agency, person, month, cancel))
            .AnswerAsync(AttendanceResponse.Of, JsonFormat.Default.AttendanceResponse);
    }

    /// <summary>A token that names somebody else sees no distance to the person's home.</summary>
    private static CheckIn Seen(HttpRequest request, CheckIn one) =>
        request.Caller().Person is { } self && self != one.Claim.EmployeeId ? one.ForOthers() : one;
}
