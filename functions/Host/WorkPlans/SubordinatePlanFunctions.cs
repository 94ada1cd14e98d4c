using Kinerja.Application;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.WorkPlans;

/// <summary>What a leader looks at: the roles matrix, and who has no agreed plan.</summary>
public sealed class SubordinatePlanFunctions(ReadSubordinatePlans below)
{
    [Function("GetRolesMatrix")]
    public async Task<IResult> MatrixAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/roles-matrix")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.PlansRead);
        var year = asked.Then(_ => AskedYear.Parse(request.Query["year"]));
        var found = year.TryGet(out var good, out var refusal)
            ? await below.MatrixAsync(asked.Value.Agency, asked.Value.Employee, good, cancel)
            : refusal;
        return found.Answer(RolesMatrixResponse.Of, JsonFormat.Default.RolesMatrixResponse);
    }

    [Function("GetMissingWorkPlans")]
    public async Task<IResult> MissingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/missing-work-plans")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var asked = AskedAgency.Read(request, agency, Scopes.PlansRead);
        var rater = asked.Then(_ => EmployeeId.Parse(request.Query["raterId"], "/raterId"));
        var year = rater.Then(_ => AskedYear.Parse(request.Query["year"]));
        var found = year.TryGet(out var good, out var refusal)
            ? await below.MissingAsync(asked.Value, rater.Value, good, cancel)
            : refusal;
        return found.Answer(MissingPlanListResponse.Of, JsonFormat.Default.MissingPlanListResponse);
    }
}
