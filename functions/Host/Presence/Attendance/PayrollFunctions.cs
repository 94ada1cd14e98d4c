using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.Attendance;

/// <summary>Months that the personnel office closes, and what a later change makes of them.</summary>
public sealed class PayrollFunctions(ClosePayroll close, ReadPayroll read)
{
    [Function("PutPayrollMonth")]
    [Scope(Scopes.PayrollClose)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/payroll-months/{month}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var month = route.Month();

        return route.BodyAsync(JsonFormat.Default.PayrollCloseRequest, body => body.Read(), cancel)
            .ThenAsync(by => route.As(by, actor => close.ExecuteAsync(actor, month, by, cancel)))
            .AnswerAsync(
                closed => PayrollMonthResponse.Of(new(closed.Month, closed)), JsonFormat.Default.PayrollMonthResponse);
    }

    [Function("GetPayrollMonth")]
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/payroll-months/{month}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var month = route.Month();

        return route.ThenAsync(() => read.FindAsync(route.Agency, month, cancel))
            .AnswerAsync(PayrollMonthResponse.Of, JsonFormat.Default.PayrollMonthResponse);
    }

    /// <summary>Of the next open month what it would take up; of a closed one what it did.</summary>
    [Function("GetPayrollDifferences")]
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> DifferencesAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/payroll-months/{month}/differences")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var month = route.Month();
        var after = route.AfterKey();

        return route.ThenAsync(() => read.DifferencesAsync(route.Agency, month, after, cancel))
            .AnswerAsync(
                page =>
                {
                    request.LinkNext(page.Next is { } next ? $"cursor={next}" : null);
                    return DifferenceListResponse.Of(page);
                },
                JsonFormat.Default.DifferenceListResponse);
    }
}
