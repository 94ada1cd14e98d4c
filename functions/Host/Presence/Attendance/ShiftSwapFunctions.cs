using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.Attendance;

/// <summary>Swaps of shifts: asked for, listed, answered.</summary>
public sealed class ShiftSwapFunctions(SwapShifts swaps, ListWaitingSwaps waiting)
{
    private const int PageSize = 100;

    [Function("PostShiftSwap")]
    [Scope(Scopes.SwapsWrite)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/shift-swaps")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var person = route.Employee();

        return route.BodyAsync(JsonFormat.Default.ShiftSwapRequest, body => body.Read(route.Agency, person), cancel)
            .ThenAsync(claim => route.As(
                claim.EmployeeId, actor => swaps.RequestAsync(actor, claim, cancel)))
            .AnswerAsync(
                r => ShiftSwapResponse.Of(r.Swap, r.Replayed),
                JsonFormat.Default.ShiftSwapResponse,
                r => HttpExchange.Created(r.Replayed));
    }

    [Function("GetShiftSwaps")]
    [Scope(Scopes.SwapsRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/shift-swaps")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, month) = (route.Employee(), route.Query("month", RouteText.Month));

        return route.ThenAsync(() => swaps.ListAsync(route.Agency, person, month, cancel))
            .AnswerAsync(ShiftSwapListResponse.Of, JsonFormat.Default.ShiftSwapListResponse);
    }

    /// <summary>What waits for the other person or for a superior, by first date.</summary>
    [Function("GetShiftSwapInbox")]
    [Scope(Scopes.SwapsRead)]
    public Task<IResult> InboxAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/shift-swaps")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (decider, after) = (route.QueryEmployee("deciderId"), route.AfterKey());

        return route.ThenAsync(() => waiting.ExecuteAsync(route.Agency, decider, after, PageSize, cancel))
            .AnswerPageAsync(
                request,
                ShiftSwapListResponse.Of,
                JsonFormat.Default.ShiftSwapListResponse,
                () => $"deciderId={decider}&");
    }

    [Function("PostShiftSwapDecision")]
    [Scope(Scopes.SwapsDecide)]
    public Task<IResult> DecideAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/shift-swaps/{id}/decision")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, id) = (route.Employee(), route.Id());

        return route.BodyAsync(JsonFormat.Default.DayDecisionRequest, body => body.Read(), cancel)
            .ThenAsync(given => route.As(
                given.Decision.DecidedBy,
                actor => swaps.DecideAsync(actor, person, given.Date, id, given.Decision, cancel)))
            .AnswerAsync(r => ShiftSwapResponse.Of(r, replayed: false), JsonFormat.Default.ShiftSwapResponse);
    }
}
