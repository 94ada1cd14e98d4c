using Kinerja.Application;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.WorkPlans;

/// <summary>Work plans (SKP): written in versions, agreed, read; ETag carries the version.</summary>
public sealed class WorkPlanFunctions(KeepWorkPlans keep, ReadWorkPlans read)
{
    [Function("PutWorkPlan")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/work-plans/{from}")] HttpRequest request,
        string employee,
        string from,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.WorkPlanRequest, HttpExchange.PlanBodyBytes, cancel);
        var asked = AskedPlan.Read(request, employee, from, Scopes.PlansWrite);
        var claim = asked.Then(_ => body.Then(b => b.Read()));
        var match = claim.Then(_ => request.IfMatch());
        return Answer(request, match.TryGet(out var expected, out var refusal)
            ? await keep.PutAsync(asked.Value.Agency, asked.Value.Employee, asked.Value.From, claim.Value, expected.Version, cancel)
            : refusal);
    }

    [Function("GetWorkPlan")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/work-plans/{from}")] HttpRequest request,
        string employee,
        string from,
        CancellationToken cancel)
    {
        var asked = AskedPlan.Read(request, employee, from, Scopes.PlansRead);
        var version = asked.Then(_ => AskedVersion.Parse(request.Query["version"]));
        return Answer(request, version.TryGet(out var good, out var refusal)
            ? await read.FindAsync(asked.Value.Agency, asked.Value.Employee, asked.Value.From, good.Version, cancel)
            : refusal);
    }

    [Function("GetWorkPlans")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/work-plans")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.PlansRead);
        var year = asked.Then(_ => AskedYear.Parse(request.Query["year"]));
        var found = year.TryGet(out var good, out var refusal)
            ? await read.ListAsync(asked.Value.Agency, asked.Value.Employee, good, cancel)
            : refusal;
        return found.Answer(PlanListResponse.Of, JsonFormat.Default.PlanListResponse);
    }

    [Function("GetWorkPlanVersions")]
    public async Task<IResult> ListVersionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/work-plans/{from}/versions")] HttpRequest request,
        string employee,
        string from,
        CancellationToken cancel)
    {
        var asked = AskedPlan.Read(request, employee, from, Scopes.PlansRead);
        var found = asked.TryGet(out var good, out var refusal)
            ? await read.ListVersionsAsync(good.Agency, good.Employee, good.From, cancel)
            : refusal;
        return found.Answer(PlanVersionListResponse.Of, JsonFormat.Default.PlanVersionListResponse);
    }

    [Function("PostWorkPlanAgreement")]
    public async Task<IResult> AgreeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/work-plans/{from}/agreement")] HttpRequest request,
        string employee,
        string from,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.PlanAgreementRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedPlan.Read(request, employee, from, Scopes.PlansAgree);
        var claim = asked.Then(_ => body.Then(b => b.Read()));
        return Answer(request, claim.TryGet(out var good, out var refusal)
            ? await keep.AgreeAsync(asked.Value.Agency, asked.Value.Employee, asked.Value.From, good, cancel)
            : refusal);
    }

    private static IResult Answer(HttpRequest request, Result<WorkPlan> result) =>
        result.AnswerVersion(request, p => p.Version, WorkPlanResponse.Of, JsonFormat.Default.WorkPlanResponse);
}
