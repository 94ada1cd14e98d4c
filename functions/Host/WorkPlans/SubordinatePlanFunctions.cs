using Kinerja.Application;
using Kinerja.Application.WorkPlans;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.WorkPlans;

/// <summary>What a leader looks at: the roles matrix, and who has no agreed plan.</summary>
public sealed class SubordinatePlanFunctions(ReadSubordinatePlans below)
{
    [Function("GetRolesMatrix")]
    [Scope(Scopes.PlansRead)]
    public Task<IResult> MatrixAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/roles-matrix")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, year) = (route.Employee(), route.Query("year", RouteText.Year));

        return route.ThenAsync(() => below.MatrixAsync(route.Agency, person, year, cancel))
            .AnswerAsync(RolesMatrixResponse.Of, JsonFormat.Default.RolesMatrixResponse);
    }

    [Function("GetMissingWorkPlans")]
    [Scope(Scopes.PlansRead)]
    public Task<IResult> MissingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/missing-work-plans")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (rater, year) = (route.QueryEmployee("raterId"), route.Query("year", RouteText.Year));

        return route.ThenAsync(() => below.MissingAsync(route.Agency, rater, year, cancel))
            .AnswerAsync(MissingPlanListResponse.Of, JsonFormat.Default.MissingPlanListResponse);
    }
}
