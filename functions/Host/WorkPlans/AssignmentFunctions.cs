using Kinerja.Application;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.WorkPlans;

/// <summary>Work in teams across units and agencies: assigned by the person's agency, spoken about by the leader's.</summary>
public sealed class AssignmentFunctions(KeepAssignments keep, KeepTeamInputs inputs)
{
    [Function("PutAssignment")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/assignments/{assignment}")] HttpRequest request,
        string employee,
        string assignment,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.AssignmentRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedEmployee.Read(request, employee, Scopes.AssignmentsWrite);
        var id = asked.Then(_ => ClientId.Parse(assignment, "/assignment"));
        var claim = id.Then(_ => body.Then(b => b.Read(asked.Value.Agency)));
        var match = claim.Then(_ => request.IfMatch());
        var put = match.TryGet(out var expected, out var refusal)
            ? await keep.PutAsync(asked.Value.Agency, asked.Value.Employee, id.Value, claim.Value, expected.Version, cancel)
            : refusal;
        Tag(request, put.Refusal is null ? put.Value.Version : null);
        return put.Answer(AssignmentResponse.Of, JsonFormat.Default.AssignmentResponse);
    }

    [Function("GetAssignments")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/assignments")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.AssignmentsRead);
        var found = asked.TryGet(out var good, out var refusal) ? await keep.ListAsync(good.Agency, good.Employee, cancel) : refusal;
        return found.Answer(AssignmentListResponse.Of, JsonFormat.Default.AssignmentListResponse);
    }

    /// <summary>The agency of the path is the person's; the caller speaks for the leader's, which may be another.</summary>
    [Function("PutTeamInput")]
    public async Task<IResult> PutInputAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/employees/{employee}/assignments/{assignment}/inputs/{period}")] HttpRequest request,
        string agency,
        string employee,
        string assignment,
        string period,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.TeamInputRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedInput.Read(request, agency, employee, assignment, period);
        var claim = asked.Then(_ => body.Then(b => b.Read()));
        var put = claim.TryGet(out var good, out var refusal)
            ? await inputs.PutAsync(
                asked.Value.Caller, asked.Value.Agency, asked.Value.Employee, asked.Value.Id, asked.Value.Quarter, good, asked.Value.Version, cancel)
            : refusal;
        Tag(request, put.Refusal is null ? put.Value.Version : null);
        return put.Answer(TeamInputResponse.Of, JsonFormat.Default.TeamInputResponse);
    }

    [Function("GetLedAssignments")]
    public async Task<IResult> ListLedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/led-assignments")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var asked = AskedAgency.Read(request, agency, Scopes.AssignmentsRead);
        var leader = asked.Then(_ => EmployeeId.Parse(request.Query["leaderId"], "/leaderId"));
        var found = leader.TryGet(out var good, out var refusal) ? await inputs.ListLedAsync(asked.Value, good, cancel) : refusal;
        return found.Answer(LedAssignmentListResponse.Of, JsonFormat.Default.LedAssignmentListResponse);
    }

    private static void Tag(HttpRequest request, int? version)
    {
        if (version is { } given)
        {
            request.Tag(given);
        }
    }

    private sealed record AskedInput(AgencyId Caller, AgencyId Agency, EmployeeId Employee, ClientId Id, Quarter Quarter, int? Version)
    {
        internal static Result<AskedInput> Read(HttpRequest request, string agency, string employee, string assignment, string period) =>
            request.Caller().May(Scopes.AssignmentsInput)
                .Then(caller => AgencyId.Parse(agency)
                    .Then(home => EmployeeId.Parse(employee)
                        .Then(person => ClientId.Parse(assignment, "/assignment")
                            .Then(id => Quarter.Parse(period)
                                .Then(quarter => request.IfMatch()
                                    .Then<AskedInput>(match => new AskedInput(caller, home, person, id, quarter, match.Version)))))));
    }
}
