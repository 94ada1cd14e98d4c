using Kinerja.Application;
using Kinerja.Application.FlexibleWork;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.FlexibleWork;

/// <summary>Who may work elsewhere on a date, and the days planned for it.</summary>
public sealed class FlexibleWorkFunctions(FlexibleFacts facts, PlanFlexibleDays plan, ProposeRotation rotation)
{
    [Function("GetEligibility")]
    [Scope(Scopes.FlexibleRead)]
    public Task<IResult> EligibilityAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/flexible-work/{date}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, date) = (route.Employee(), route.Date());

        return route.ThenAsync(() => facts.ReadAsync(route.Agency, person, date, cancel))
            .AnswerAsync(EligibilityResponse.Of, JsonFormat.Default.EligibilityResponse);
    }

    [Function("PutFlexibleDay")]
    [Scope(Scopes.FlexibleWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/flexible-days/{date}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, date) = (route.Employee(), route.Date());

        return route.BodyAsync(JsonFormat.Default.FlexibleDayRequest, body => body.Read(), cancel)
            .ThenAsync(fence => plan.PutAsync(route.Actor, person, date, fence, cancel))
            .AnswerAsync(FlexibleDayResponse.Of, JsonFormat.Default.FlexibleDayResponse);
    }

    [Function("DeleteFlexibleDay")]
    [Scope(Scopes.FlexibleWrite)]
    public Task<IResult> DeleteAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "delete", Route = "api/v1/employees/{employee}/flexible-days/{date}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, date) = (route.Employee(), route.Date());

        return route.ThenAsync(() => plan.RemoveAsync(route.Agency, person, date, cancel)).AnswerNothingAsync();
    }

    [Function("GetFlexibleDays")]
    [Scope(Scopes.FlexibleRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/units/{unit}/flexible-days")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var unit = route.Unit();
        var (from, to) = (route.Query("from", RouteText.Date), route.Query("to", RouteText.Date));

        return route.ThenAsync(() => plan.ListAsync(route.Agency, unit, from, to, cancel))
            .AnswerAsync(
                days => new FlexibleDayListResponse([.. days.Select(FlexibleDayResponse.Of)]),
                JsonFormat.Default.FlexibleDayListResponse);
    }

    /// <summary>A proposal for a week; it plans nothing.</summary>
    [Function("GetHomeRotation")]
    [Scope(Scopes.FlexibleRead)]
    public Task<IResult> RotateAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/units/{unit}/home-rotation")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (unit, monday) = (route.Unit(), route.Query("from", RouteText.Date));

        return route.ThenAsync(() => rotation.ExecuteAsync(route.Agency, unit, monday, cancel))
            .AnswerAsync(RotationResponse.Of, JsonFormat.Default.RotationResponse);
    }
}
