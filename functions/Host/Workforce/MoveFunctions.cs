using Kinerja.Application;
using Kinerja.Application.Workforce;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Workforce;

/// <summary>Who came from which agency when; the receiving agency says so, and both can read it.</summary>
public sealed class MoveFunctions(RecordMoves moves)
{
    private const int PageSize = 1000;

    [Function("PutMoves")]
    [Scope(Scopes.RegisterWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/moves")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.BodyAsync(
                JsonFormat.Default.MovesRequest, body => body.Read(route.Agency), cancel, HttpExchange.BulkBodyBytes)
            .ThenAsync(claims => moves.PutAsync(route.Actor, route.Agency, claims, cancel))
            .AnswerAsync(MoveListResponse.Of, JsonFormat.Default.MoveListResponse);
    }

    [Function("GetMoves")]
    [Scope(Scopes.RegisterRead)]
    public Task<IResult> OfAgencyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/moves")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var after = route.AfterKey();

        return route.ThenAsync(() => moves.OfAgencyAsync(route.Agency, after, PageSize, cancel))
            .AnswerPageAsync(request, MoveListResponse.Of, JsonFormat.Default.MoveListResponse);
    }

    [Function("GetEmployeeMoves")]
    [Scope(Scopes.RegisterRead)]
    public Task<IResult> OfPersonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/moves")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var person = route.Employee();

        return route.ThenAsync(() => moves.OfPersonAsync(route.Agency, person, cancel))
            .AnswerAsync(MoveListResponse.Of, JsonFormat.Default.MoveListResponse);
    }

    /// <summary>Takes back what was recorded by mistake; it stays in the lists as withdrawn.</summary>
    [Function("DeleteMove")]
    [Scope(Scopes.RegisterWrite)]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/v1/employees/{employee}/moves/{date}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, on) = (route.Employee(), route.Date());

        return route.ThenAsync(() => moves.WithdrawAsync(route.Actor, person, on, cancel))
            .AnswerAsync(MoveResponse.Of, JsonFormat.Default.MoveResponse);
    }
}
