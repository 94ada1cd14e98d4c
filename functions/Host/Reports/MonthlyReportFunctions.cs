using Kinerja.Application;
using Kinerja.Application.Reports;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Reports;

/// <summary>An agency's monthly reports: sums only, nobody in them.</summary>
public sealed class MonthlyReportFunctions(ReadReports reports)
{
    [Function("GetFlexibleReport")]
    [Scope(Scopes.ReportsRead)]
    public Task<IResult> FlexibleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/reports/flexible-work")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var month = route.Query("month", RouteText.Month);

        return route.ThenAsync(() => reports.FlexibleAsync(route.Agency, month, cancel))
            .AnswerAsync(l => FlexibleReportResponse.Of(month, l), JsonFormat.Default.FlexibleReportResponse);
    }

    [Function("GetOccupancyReport")]
    [Scope(Scopes.ReportsRead)]
    public Task<IResult> OccupancyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/reports/occupancy")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var month = route.Query("month", RouteText.Month);

        return route.ThenAsync(() => reports.OccupancyAsync(route.Agency, month, cancel))
            .AnswerAsync(l => OccupancyReportResponse.Of(month, l), JsonFormat.Default.OccupancyReportResponse);
    }
}
