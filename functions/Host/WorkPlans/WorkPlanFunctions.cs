using Kinerja.Application;
using Kinerja.Application.WorkPlans;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.WorkPlans;

/// <summary>Work plans (SKP): written in versions, agreed, read; ETag carries the version.</summary>
public sealed class WorkPlanFunctions(WriteWorkPlan write, AgreeWorkPlan agree, ReadWorkPlans read)
{
    [Function("PutWorkPlan")]
    [Scope(Scopes.PlansWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/work-plans/{from}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, from, match) = (route.Employee(), route.From(), route.Condition());

        return route
            .BodyAsync(JsonFormat.Default.WorkPlanRequest, body => body.Read(), cancel, HttpExchange.PlanBodyBytes)
            .ThenAsync(claim => route.As(
                claim.By, actor => write.ExecuteAsync(actor, person, from, claim, match, cancel)))
            .AnswerVersionAsync(request, p => p.Version, WorkPlanResponse.Of, JsonFormat.Default.WorkPlanResponse);
    }

    [Function("GetWorkPlan")]
    [Scope(Scopes.PlansRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/work-plans/{from}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, from) = (route.Employee(), route.From());
        var version = route.OptionalQuery("version", RouteText.Version);

        return route.ThenAsync(() => read.FindAsync(route.Agency, person, from, version, cancel))
            .AnswerVersionAsync(request, p => p.Version, WorkPlanResponse.Of, JsonFormat.Default.WorkPlanResponse);
    }

    [Function("GetWorkPlans")]
    [Scope(Scopes.PlansRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/work-plans")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, year) = (route.Employee(), route.Query("year", RouteText.Year));

        return route.ThenAsync(() => read.ListAsync(route.Agency, person, year, cancel))
            .AnswerAsync(PlanListResponse.Of, JsonFormat.Default.PlanListResponse);
    }

    [Function("GetWorkPlanVersions")]
    [Scope(Scopes.PlansRead)]
    public Task<IResult> ListVersionsAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/work-plans/{from}/versions")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, from) = (route.Employee(), route.From());

        return route.ThenAsync(() => read.ListVersionsAsync(route.Agency, person, from, cancel))
            .AnswerAsync(PlanVersionListResponse.Of, JsonFormat.Default.PlanVersionListResponse);
    }

    [Function("PostWorkPlanAgreement")]
    [Scope(Scopes.PlansAgree)]
    public Task<IResult> AgreeAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/work-plans/{from}/agreement")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, from) = (route.Employee(), route.From());

        return route.BodyAsync(JsonFormat.Default.PlanAgreementRequest, body => body.Read(), cancel)
            .ThenAsync(claim => route.As(claim.By, actor => agree.ExecuteAsync(actor, person, from, claim, cancel)))
            .AnswerVersionAsync(request, p => p.Version, WorkPlanResponse.Of, JsonFormat.Default.WorkPlanResponse);
    }
}
