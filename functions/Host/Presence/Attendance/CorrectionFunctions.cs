using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.Attendance;

/// <summary>Corrections of a day: asked for, listed, decided.</summary>
public sealed class CorrectionFunctions(ReadCorrections read, RequestCorrection ask, DecideCorrection decide)
{
    private const int PageSize = 200;

    [Function("PostCorrection")]
    [Scope(Scopes.CorrectionsWrite)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/corrections")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var person = route.Employee();

        return route.BodyAsync(JsonFormat.Default.CorrectionRequest, body => body.Read(route.Agency, person), cancel)
            .ThenAsync(claim => route.As(
                claim.RequestedBy, actor => ask.ExecuteAsync(actor, claim, cancel)))
            .AnswerAsync(
                r => CorrectionResponse.Of(r.Record, r.Replayed),
                JsonFormat.Default.CorrectionResponse,
                r => HttpExchange.Created(r.Replayed));
    }

    [Function("GetCorrections")]
    [Scope(Scopes.CorrectionsRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/corrections")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, month) = (route.Employee(), route.Query("month", RouteText.Month));

        return route.ThenAsync(() => read.ListAsync(route.Agency, person, month, cancel))
            .AnswerAsync(CorrectionListResponse.Of, JsonFormat.Default.CorrectionListResponse);
    }

    /// <summary>What waits for a superior, oldest day first.</summary>
    [Function("GetCorrectionInbox")]
    [Scope(Scopes.CorrectionsRead)]
    public Task<IResult> InboxAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/corrections")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (rater, after) = (route.QueryEmployee("raterId"), route.AfterKey());

        return route.ThenAsync(() => read.InboxAsync(route.Agency, rater, after, PageSize, cancel))
            .AnswerPageAsync(
                request,
                CorrectionListResponse.Of,
                JsonFormat.Default.CorrectionListResponse,
                () => $"raterId={rater}&");
    }

    [Function("PostCorrectionDecision")]
    [Scope(Scopes.CorrectionsDecide)]
    public Task<IResult> DecideAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/corrections/{id}/decision")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, id) = (route.Employee(), route.Id());

        return route.BodyAsync(JsonFormat.Default.DayDecisionRequest, body => body.Read(), cancel)
            .ThenAsync(given => route.As(
                given.Decision.DecidedBy,
                actor => decide.ExecuteAsync(actor, person, given.Date, id, given.Decision, cancel)))
            .AnswerAsync(r => CorrectionResponse.Of(r, replayed: false), JsonFormat.Default.CorrectionResponse);
    }
}
