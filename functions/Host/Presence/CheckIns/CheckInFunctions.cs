using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Host.Http;
using Kinerja.Host.Presence.Attendance;
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
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/check-ins")] HttpRequest request,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.CheckInRequest, HttpExchange.SmallBodyBytes, cancel);
        var caller = request.Caller();
        var claim = caller.May(Scopes.PresenceWrite).Then(_ => body).Then(b => b.Read())
            .Then(c => caller.May(Scopes.PresenceWrite, c.AgencyId, c));
        var recorded = claim.TryGet(out var good, out var refusal) ? await record.ExecuteAsync(good, cancel) : refusal;
        return recorded.Answer(
            r => CheckInResponse.Of(r.CheckIn, r.Replayed, receipts.Sign(r.CheckIn)),
            JsonFormat.Default.CheckInResponse,
            r => r.Replayed ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    [Function("PostCheckInBatch")]
    public async Task<IResult> PostBatchAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/check-ins/batch")] HttpRequest request,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.CheckInBatchRequest, HttpExchange.BulkBodyBytes, cancel);
        var caller = request.Caller();
        var indonesian = HttpExchange.PrefersIndonesian(request);
        var allowed = caller.May(Scopes.PresenceWrite).Then(_ => body);
        var answer = allowed.TryGet(out var good, out var refusal)
            ? await batch.ExecuteAsync(good, caller.Agency, indonesian, cancel)
            : refusal;
        return answer.Answer(a => a, JsonFormat.Default.CheckInBatchResponse, _ => StatusCodes.Status207MultiStatus);
    }

    [Function("GetCheckIns")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/check-ins")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var asked = AskedMonth.Read(request, employee, request.Query["month"]);
        var found = asked.TryGet(out var good, out var refusal)
            ? await attendance.CheckInsAsync(good.Agency, good.Employee, good.Month, cancel)
            : refusal;
        return found.Answer(
            list => new CheckInListResponse([.. list.Select(c => CheckInResponse.Of(c, replayed: true))]),
            JsonFormat.Default.CheckInListResponse);
    }

    [Function("GetAttendance")]
    public async Task<IResult> MonthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/attendance/{month}")] HttpRequest request,
        string employee,
        string month,
        CancellationToken cancel)
    {
        var asked = AskedMonth.Read(request, employee, month);
        var folded = asked.TryGet(out var good, out var refusal)
            ? await attendance.MonthAsync(good.Agency, good.Employee, good.Month, cancel)
            : refusal;
        return folded.Answer(AttendanceResponse.Of, JsonFormat.Default.AttendanceResponse);
    }
}
