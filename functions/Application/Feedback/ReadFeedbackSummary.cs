using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Feedback;

/// <summary>What a person may see of feedback of a period: leaders by name, everybody else together.</summary>
public sealed record FeedbackSummary(
    EmployeeId EmployeeId,
    AppraisalPeriod Period,
    IReadOnlyList<FeedbackNote> Leaders,
    IReadOnlyList<HeardTogether> Others,
    FeedbackPolicy Policy);

/// <summary>
/// The person's own view of feedback; the policy of the quarter's first day says how many givers show.
/// </summary>
public sealed class ReadFeedbackSummary(AgencyDirectory register, IFeedbackNotes notes)
{
    public async Task<Result<FeedbackSummary>> ExecuteAsync(
        AgencyId agency, EmployeeId employee, AppraisalPeriod period, CancellationToken cancel)
    {
        if (period.Quarters is not [var quarter])
        {
            return Refusal.Malformed("/period", "A quarter, written like 2026-Q1, or a month, written like 2026-03.");
        }

        var home = await register.FindAgencyAsync(agency, cancel);
        if (home is null || await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.Feedback, cancel)).On(quarter.FirstDay);
        var found = await notes.ListAsync(agency, quarter, employee, cancel);
        return new FeedbackSummary(
            employee,
            period,
            [.. found.Where(n => n.Claim.Role == GiverRole.Leader && n.IsOf(period, home.Zone))
                .OrderBy(n => n.ReceivedAt).ThenBy(n => n.Claim.Id)],
            AnonymousFeedback.Shown(
                found, policy.LeastGivers, period.Kind == PeriodKind.Month ? period.In(home.Zone) : null),
            policy);
    }
}
