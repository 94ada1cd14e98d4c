using Kinerja.Application;
using Kinerja.Application.WorkPlans;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.WorkPlans;

/// <summary>What was reached against a plan, and what it comes to.</summary>
public sealed class RealisationFunctions(ReportRealisation report, ReadSkpAchievement achievement)
{
    [Function("PutRealisation")]
    [Scope(Scopes.PlansWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "put",
            Route = "api/v1/employees/{employee}/work-plans/{from}/realisations/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, from, quarter, match) = (route.Employee(), route.From(), route.Quarter(), route.Condition());

        return route.BodyAsync(
                JsonFormat.Default.RealisationRequest, body => body.Read(quarter), cancel, HttpExchange.PlanBodyBytes)
            .ThenAsync(claim => report.PutAsync(route.Actor, person, from, claim, match, cancel))
            .AnswerVersionAsync(
                request, r => r.Version, RealisationResponse.Of, JsonFormat.Default.RealisationResponse);
    }

    [Function("GetRealisations")]
    [Scope(Scopes.PlansRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/work-plans/{from}/realisations")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, from) = (route.Employee(), route.From());

        return route.ThenAsync(() => report.ListAsync(route.Agency, person, from, cancel))
            .AnswerAsync(RealisationListResponse.Of, JsonFormat.Default.RealisationListResponse);
    }

    [Function("GetSkpAchievement")]
    [Scope(Scopes.PlansRead)]
    public Task<IResult> AchievementAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/skp-achievement/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Period());

        return route.ThenAsync(() => achievement.ReadAsync(route.Agency, person, period, cancel))
            .AnswerExplainedAsync(request, SkpResponse.Of, JsonFormat.Default.SkpResponse);
    }
}
