using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.Attendance;

/// <summary>Days that somebody has to rule on, the rulings, and what the person says to them.</summary>
public sealed class RulingFunctions(ReadRulings read, RuleOnDay rule)
{
    [Function("GetRulingQueue")]
    [Scope(Scopes.RulingsRead)]
    public Task<IResult> QueueAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/rulings")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var query = new RulingQuery(
            route.QueryEmployee("superiorId"),
            route.Filter("state", RouteText.Name<RulingState>) ?? RulingState.Open,
            route.Filter("from", RouteText.Date),
            route.Filter("to", RouteText.Date),
            route.Filter("need", RouteText.Name<RulingNeed>),
            route.Filter("unitId", UnitId.Parse),
            route.Filter("employeeId", EmployeeId.Parse),
            route.Filter("overdue", RouteText.Truth) ?? false);
        var (after, positions) = (route.AfterKey(), request.Caller().Scopes.Contains(Scopes.RulingsDecide));

        return route.ThenAsync(() => read.QueueAsync(route.Agency, query, after, cancel))
            .AnswerAsync(
                page =>
                {
                    request.LinkNext(page.Next is { } next ? request.QueryWith("cursor", next) : null);
                    return RulingQueueResponse.Of(page.Items, positions);
                },
                JsonFormat.Default.RulingQueueResponse);
    }

    [Function("PostRulings")]
    [Scope(Scopes.RulingsDecide)]
    public Task<IResult> RuleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/rulings")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var indonesian = HttpExchange.PrefersIndonesian(request);

        return route.BodyAsync(
            JsonFormat.Default.DayRulingsRequest, body => body.Read(), cancel, HttpExchange.PlanBodyBytes)
            .ThenAsync(days => route.As(days[0].Command.By, actor => rule.RuleAsync(actor, days, cancel)))
            .AnswerAsync(
                outcomes => DayRulingBatchResponse.Of(outcomes, indonesian),
                JsonFormat.Default.DayRulingBatchResponse,
                _ => StatusCodes.Status207MultiStatus);
    }

    [Function("GetRulings")]
    [Scope(Scopes.RulingsRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/rulings")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, month) = (route.Employee(), route.Query("month", RouteText.Month));

        return route.ThenAsync(() => read.OfPersonAsync(route.Agency, person, month, cancel))
            .AnswerAsync(days => RulingQueueResponse.Of(days, false), JsonFormat.Default.RulingQueueResponse);
    }

    [Function("PostRulingAnswer")]
    [Scope(Scopes.RulingsAnswer)]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/rulings/{date}/answers")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, date) = (route.Employee(), route.Date());

        return route.BodyAsync(JsonFormat.Default.RulingWordsRequest, body => body.Read(), cancel)
            .ThenAsync(words => route.As(
                person, actor => rule.AnswerAsync(actor, person, date, words, cancel)))
            .AnswerAsync(DayRulingResponse.Of, JsonFormat.Default.DayRulingResponse);
    }

    [Function("PostRulingObjection")]
    [Scope(Scopes.RulingsAnswer)]
    public Task<IResult> ObjectAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/rulings/{date}/objection")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, date) = (route.Employee(), route.Date());

        return route.BodyAsync(JsonFormat.Default.RulingWordsRequest, body => body.Read(), cancel)
            .ThenAsync(words => route.As(
                person, actor => rule.ObjectAsync(actor, person, date, words, cancel)))
            .AnswerAsync(DayRulingResponse.Of, JsonFormat.Default.DayRulingResponse);
    }

    [Function("PostRulingObjectionDecision")]
    [Scope(Scopes.RulingsDecide)]
    public Task<IResult> DecideAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/v1/employees/{employee}/rulings/{date}/objection/decision")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, date) = (route.Employee(), route.Date());

        return route.BodyAsync(JsonFormat.Default.RulingObjectionDecisionRequest, body => body.Read(), cancel)
            .ThenAsync(given => route.As(
                given.By, actor => rule.DecideAsync(actor, person, date, given, cancel)))
            .AnswerAsync(DayRulingResponse.Of, JsonFormat.Default.DayRulingResponse);
    }
}
