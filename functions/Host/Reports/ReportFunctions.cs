using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Reports;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Presence.Attendance;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Reports;

/// <summary>What an agency looks at month by month.</summary>
public sealed class ReportFunctions(ReportMonth report)
{
    /// <summary>A page per bucket of people; the next one is in the Link header.</summary>
    [Function("GetAttendanceReport")]
    public async Task<IResult> MonthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/attendance/{month}")] HttpRequest request,
        string agency,
        string month,
        CancellationToken cancel)
    {
        var allowed = AskedAgency.Read(request, agency, Scopes.PresenceRead);
        var asked = allowed.Then(_ => AskedMonth.Parse(month));
        var unit = asked.Then(_ => UnitOf(request.Query["unit"]));
        var cursor = unit.Then(_ => PageCursor.Read(request.Query["cursor"]));
        if (!cursor.TryGet(out var number, out var refusal))
        {
            return HttpExchange.Refuse(refusal);
        }

        var page = await report.PageAsync(allowed.Value, asked.Value, unit.Value.Unit, number, cancel);
        if (page.TryGet(out var found, out _) && found.Next is { } next)
        {
            var filter = unit.Value.Unit is { } given ? $"unit={given}&" : "";
            request.HttpContext.Response.Headers.Link = $"<{request.Path}?{filter}cursor={PageCursor.Of(next)}>; rel=\"next\"";
        }

        return page.Answer(p => AttendanceReportResponse.Of(asked.Value, p), JsonFormat.Default.AttendanceReportResponse);
    }

    private static Result<AskedUnit> UnitOf(string? text) => string.IsNullOrEmpty(text)
        ? new AskedUnit(null)
        : UnitId.Parse(text, "/unit").Then<AskedUnit>(unit => new AskedUnit(unit));

    /// <summary>Null for the whole agency.</summary>
    private readonly record struct AskedUnit(UnitId? Unit);
}
