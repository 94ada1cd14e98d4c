using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.WorkPlans;

/// <summary>
/// What a plan refers to: the person's post, results of the rater's plan of the same year, when the rater has one
/// (latest versions, agreed or not: plans of a line are written side by side), and team assignments.
/// </summary>
public sealed class PlanReferences(AgencyDirectory register, IWorkPlans plans, ITeamAssignments assignments)
{
    /// <summary>Null when all of them are there.</summary>
    public async Task<Refusal?> FaultsAsync(AgencyId agency, Employee person, WorkPlan plan, CancellationToken cancel)
    {
        if (plan.Content.PostId is { } post && await register.FindPostAsync(agency, post, cancel) is null)
        {
            return new Refusal(
                RefusalKind.NotFound, RefusalCodes.UnknownPost, $"No post {post} is registered in this agency.")
            {
                Faults = [new("/plan/postId", "Not registered.")],
            };
        }

        var rows = await LeadersRowsAsync(agency, person.RaterId, plan.From.Year, cancel);
        var teams = await TeamsAsync(agency, plan, cancel);
        var results = plan.Content.Results.Select((result, i) => (Result: result, At: $"/plan/results/{i}")).ToList();
        List<FieldFault> faults =
        [
            .. results.Where(x => x.Result.ServesId is { } serves && rows is not null && !rows.Contains(serves))
                .Select(x => new FieldFault(
                    $"{x.At}/servesId", $"The rater's plan of {plan.From.Year} has no result {x.Result.ServesId}.")),
            .. results.Where(x => x.Result.AssignmentId is { } team && !teams.Contains(team))
                .Select(x => new FieldFault(
                    $"{x.At}/assignmentId", $"The person has no team assignment {x.Result.AssignmentId}.")),
        ];
        return faults.Count == 0
            ? null
            : new Refusal(RefusalKind.Unprocessable, RefusalCodes.UnknownResult, faults[0].Detail) { Faults = faults };
    }

    private async Task<HashSet<ClientId>> TeamsAsync(AgencyId agency, WorkPlan plan, CancellationToken cancel) =>
        plan.Content.Results.All(r => r.AssignmentId is null)
            ? []
            : [.. await assignments.ListAsync(agency, plan.EmployeeId, cancel).Select(a => a.Id).ToListAsync(cancel)];

    /// <summary>Null while the rater has no plan of that year: there is nothing to check against yet.</summary>
    private async Task<HashSet<PlanRowId>?> LeadersRowsAsync(
        AgencyId agency, EmployeeId? rater, int year, CancellationToken cancel)
    {
        var leaders = rater is { } id ? await plans.ListAsync(agency, id, year, cancel).ToListAsync(cancel) : [];
        return leaders.Count == 0 ? null : [.. leaders.SelectMany(p => p.Content.Results).Select(r => r.Id)];
    }
}
