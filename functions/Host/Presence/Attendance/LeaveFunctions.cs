using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.Attendance;

/// <summary>Leave, taken over from the agency's own system.</summary>
public sealed class LeaveFunctions(ImportLeave import, RecordLeave leave)
{
    [Function("PutLeave")]
    [Scope(Scopes.LeaveWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/leave")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var indonesian = HttpExchange.PrefersIndonesian(request);

        return route.BodyAsync(JsonFormat.Default.LeaveImportRequest, HttpExchange.BulkBodyBytes, cancel)
            .ThenAsync(items => import.ExecuteAsync(route.Actor, items, cancel))
            .AnswerAsync(
                outcomes => LeaveImportResponse.Of(outcomes, indonesian),
                JsonFormat.Default.LeaveImportResponse,
                _ => StatusCodes.Status207MultiStatus);
    }

    [Function("GetLeave")]
    [Scope(Scopes.LeaveRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/leave")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, year) = (route.Employee(), route.Query("year", RouteText.Year));

        return route.ThenAsync(() => leave.YearAsync(route.Agency, person, year, cancel))
            .AnswerAsync(
                entries => new LeaveListResponse([.. entries.Select(LeaveResponse.Of)]),
                JsonFormat.Default.LeaveListResponse);
    }
}
