using Kinerja.Application;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.WorkPlans;

/// <summary>What was reached against a plan, and what it comes to.</summary>
public sealed class RealisationFunctions(KeepRealisations keep, ReadSkpAchievement achievement)
{
    [Function("PutRealisation")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/work-plans/{from}/realisations/{period}")] HttpRequest request,
        string employee,
        string from,
        string period,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.RealisationRequest, HttpExchange.PlanBodyBytes, cancel);
        var asked = AskedPlan.Read(request, employee, from, Scopes.PlansWrite);
        var claim = asked.Then(_ => Quarter.Parse(period).Then(quarter => body.Then(b => b.Read(quarter))));
        var match = claim.Then(_ => request.IfMatch());
        var put = match.TryGet(out var expected, out var refusal)
            ? await keep.PutAsync(asked.Value.Agency, asked.Value.Employee, asked.Value.From, claim.Value, expected.Version, cancel)
            : refusal;
        return Answer(request, put);
    }

    [Function("GetRealisations")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/work-plans/{from}/realisations")] HttpRequest request,
        string employee,
        string from,
        CancellationToken cancel)
    {
        var asked = AskedPlan.Read(request, employee, from, Scopes.PlansRead);
        var found = asked.TryGet(out var good, out var refusal)
            ? await keep.ListAsync(good.Agency, good.Employee, good.From, cancel)
            : refusal;
        return found.Answer(RealisationListResponse.Of, JsonFormat.Default.RealisationListResponse);
    }

    [Function("GetSkpAchievement")]
    public async Task<IResult> AchievementAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/skp-achievement/{period}")] HttpRequest request,
        string employee,
        string period,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.PlansRead);
        var of = asked.Then(_ => AppraisalPeriod.Parse(period));
        var read = of.TryGet(out var good, out var refusal)
            ? await achievement.ReadAsync(asked.Value.Agency, asked.Value.Employee, good, cancel)
            : refusal;
        return read.Answer(SkpResponse.Of, JsonFormat.Default.SkpResponse);
    }

    private static IResult Answer(HttpRequest request, Result<Realisation> result) =>
        result.AnswerVersion(request, r => r.Version, RealisationResponse.Of, JsonFormat.Default.RealisationResponse);
}
