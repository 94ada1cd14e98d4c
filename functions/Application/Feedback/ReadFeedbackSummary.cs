using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Feedback;

/// <summary>What a person may see of a quarter's feedback: leaders by name, everybody else together.</summary>
public sealed record FeedbackSummary(
    EmployeeId EmployeeId,
    Quarter Quarter,
    IReadOnlyList<FeedbackNote> Leaders,
    IReadOnlyList<HeardTogether> Others,
    FeedbackPolicy Policy);

/// <summary>
/// The person's own view of feedback; the policy of the quarter's first day says how many givers show.
/// </summary>
public sealed class ReadFeedbackSummary(AgencyDirectory register, IFeedbackNotes notes)
{
    public async Task<Result<FeedbackSummary>> ExecuteAsync(
        AgencyId agency, EmployeeId employee, Quarter quarter, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.Feedback, cancel)).On(quarter.FirstDay);
        var found = await notes.ListAsync(agency, quarter, employee, cancel);
        return new FeedbackSummary(
            employee,
            quarter,
            [.. found.Where(n => n.Role == GiverRole.Leader).OrderBy(n => n.ReceivedAt).ThenBy(n => n.Id)],
            AnonymousFeedback.Shown(found, policy.LeastGivers),
            policy);
    }
}
