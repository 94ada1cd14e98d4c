using Kinerja.Application;
using Kinerja.Application.Reports;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Presence.Attendance;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace Kinerja.Host.Reports;

/// <summary>An agency's monthly reports: sums only, nobody in them.</summary>
public sealed class MonthlyReportFunctions(ReadReports reports)
{
    [Function("GetFlexibleReport")]
    public async Task<IResult> FlexibleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/reports/flexible-work")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var asked = Asked(request, agency);
        var lines = asked.TryGet(out var good, out var refusal)
            ? await reports.FlexibleAsync(good.Agency, good.Month, cancel)
            : refusal;
        return lines.Answer(l => FlexibleReportResponse.Of(good.Month, l), JsonFormat.Default.FlexibleReportResponse);
    }

    [Function("GetOccupancyReport")]
    public async Task<IResult> OccupancyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/reports/occupancy")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var asked = Asked(request, agency);
        var lines = asked.TryGet(out var good, out var refusal)
            ? await reports.OccupancyAsync(good.Agency, good.Month, cancel)
            : refusal;
        return lines.Answer(l => OccupancyReportResponse.Of(good.Month, l), JsonFormat.Default.OccupancyReportResponse);
    }

    private static Result<(AgencyId Agency, YearMonth Month)> Asked(HttpRequest request, string agency) =>
        AskedAgency.Read(request, agency, Scopes.ReportsRead)
            .Then(id => AskedMonth.Parse(request.Query["month"])
                .Then<(AgencyId Agency, YearMonth Month)>(month => (id, month)));
}
