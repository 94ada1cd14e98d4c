using Kinerja.Application;
using Kinerja.Application.Reports;
using Kinerja.Domain.Reports;
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

    [Function("GetOfficeSpaceReport")]
    [Scope(Scopes.ReportsRead)]
    public Task<IResult> SpaceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/reports/office-space")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var month = route.Query("month", RouteText.Month);
        var rule = new SpaceRule(route.OptionalQuery("reservePercent", RouteText.Percent) ?? SpaceRule.UsualReserve);

        return route.ThenAsync(() => reports.SpaceAsync(route.Agency, month, rule, cancel))
            .AnswerAsync(
                offices => OfficeSpaceReportResponse.Of(month, rule, offices),
                JsonFormat.Default.OfficeSpaceReportResponse);
    }
}
