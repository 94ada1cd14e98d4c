using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Reports;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Reports;

/// <summary>What an agency looks at month by month.</summary>
public sealed class ReportFunctions(ReportMonth report, AgencyStatements statements)
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

    /// <summary>About 500 people a page, which may hold none of the unit; the next one is in the Link header.</summary>
    [Function("GetDeductionReport")]
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> DeductionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/deductions/{month}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (month, unit, after) = (route.Month(), route.Filter("unit", UnitId.Parse), route.AfterKey());

        return route.ThenAsync(() => statements.PageAsync(route.Agency, month, unit, after, cancel))
            .AnswerAsync(
                page =>
                {
                    var filter = unit is { } given ? $"unit={given}&" : "";
                    request.LinkNext(page.Next is { } next ? $"{filter}cursor={next}" : null);
                    return DeductionReportResponse.Of(month, page);
                },
                JsonFormat.Default.DeductionReportResponse);
    }
}
