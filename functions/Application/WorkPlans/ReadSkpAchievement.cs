using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.WorkPlans;

/// <summary>A person's achievement in a period, with the policy that says how plans of one year weigh.</summary>
public sealed record ReadSkp(
    EmployeeId EmployeeId, AppraisalPeriod Period, WorkPlanPolicy Policy, SkpStatement Statement);

/// <summary>
/// The achievement of a person's agreed plans in a quarter or a year, computed afresh from what was reported. It is
/// evidence for the rater: no rating is made of it by itself.
/// </summary>
public sealed class ReadSkpAchievement(AgencyDirectory register, IWorkPlans plans, IRealisations realisations)
{
    public async Task<Result<ReadSkp>> ReadAsync(
        AgencyId agency, EmployeeId employee, AppraisalPeriod period, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.WorkPlan, cancel)).On(period.FirstDay);
        var agreed = await plans.ListAgreedAsync(agency, employee, period.Year, cancel).ToListAsync(cancel);
        var reported = await realisations.ListAsync(agency, employee, period.Year, cancel).ToListAsync(cancel);
        return new ReadSkp(
            employee, period, policy, SkpAchievement.Of(agreed, reported, period.Quarters, policy.ProRating));
    }
}
