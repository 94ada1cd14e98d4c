using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Reports;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Reports;

/// <summary>What an agency looks at month by month.</summary>
public sealed class ReportFunctions(ReportMonth report)
{
    /// <summary>A page per bucket of people; the next one is in the Link header.</summary>
    [Function("GetAttendanceReport")]
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> MonthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/attendance/{month}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (month, unit, number) = (route.Month(), route.Filter("unit", UnitId.Parse), route.Page());

        return route.ThenAsync(() => report.PageAsync(route.Agency, month, unit, number, cancel))
            .AnswerAsync(
                page =>
                {
                    var filter = unit is { } given ? $"unit={given}&" : "";
                    request.LinkNext(page.Next is { } next ? $"{filter}cursor={PageCursor.Of(next)}" : null);
                    return AttendanceReportResponse.Of(month, page);
                },
                JsonFormat.Default.AttendanceReportResponse);
    }
}
