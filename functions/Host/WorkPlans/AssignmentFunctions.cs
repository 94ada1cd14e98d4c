using Kinerja.Application;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.WorkPlans;

/// <summary>
/// Work in teams across units and agencies: the person's agency assigns it, the leader's speaks about it.
/// </summary>
public sealed class AssignmentFunctions(AssignToTeam assign, GiveTeamInput inputs)
{
    [Function("PutAssignment")]
    [Scope(Scopes.AssignmentsWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/assignments/{assignment}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, id, match) = (route.Employee(), route.Id("assignment"), route.Condition());

        return route.BodyAsync(JsonFormat.Default.AssignmentRequest, body => body.Read(route.Agency), cancel)
            .ThenAsync(claim => assign.PutAsync(route.Actor, person, id, claim, match, cancel))
            .AnswerVersionAsync(request, a => a.Version, AssignmentResponse.Of, JsonFormat.Default.AssignmentResponse);
    }

    [Function("GetAssignments")]
    [Scope(Scopes.AssignmentsRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/assignments")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var person = route.Employee();

        return route.ThenAsync(() => assign.ListAsync(route.Agency, person, cancel))
            .AnswerAsync(AssignmentListResponse.Of, JsonFormat.Default.AssignmentListResponse);
    }

    /// <summary>The path names the person's agency; the caller speaks for the leader's, which may be another.</summary>
    [Function("PutTeamInput")]
    [Scope(Scopes.AssignmentsInput)]
    public Task<IResult> PutInputAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "put",
            Route = "api/v1/agencies/{agency}/employees/{employee}/assignments/{assignment}/inputs/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.RouteBetweenAgencies();
        var (home, person) = (route.Path("agency", AgencyId.Parse, "/agencyId"), route.Employee());
        var (id, quarter, match) = (route.Id("assignment"), route.Quarter(), route.Condition());

        return route.BodyAsync(JsonFormat.Default.TeamInputRequest, body => body.Read(), cancel)
            .ThenAsync(claim => route.As(
                claim.LeaderId, actor => inputs.PutAsync(actor, home, person, id, quarter, claim, match, cancel)))
            .AnswerVersionAsync(request, i => i.Version, TeamInputResponse.Of, JsonFormat.Default.TeamInputResponse);
    }

    [Function("GetLedAssignments")]
    [Scope(Scopes.AssignmentsRead)]
    public Task<IResult> ListLedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/led-assignments")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var leader = route.QueryEmployee("leaderId");

        return route.ThenAsync(() => inputs.ListLedAsync(route.Agency, leader, cancel))
            .AnswerAsync(LedAssignmentListResponse.Of, JsonFormat.Default.LedAssignmentListResponse);
    }
}
