using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

/// <summary>The rater or a delegate agrees to a work plan.</summary>
public sealed class AgreeWorkPlan(
    AgencyDirectory register, IWorkPlans plans, IDelegations delegations, TimeProvider clock)
{
    /// <summary>The rater's yes to the latest version; saying it again changes nothing.</summary>
    public async Task<Result<WorkPlan>> ExecuteAsync(
        Actor actor, EmployeeId employee, LocalDate from, PlanAgreementCommand claim, CancellationToken cancel)
    {
        var agency = actor.Agency;
        var (known, person) = (
            await register.FindAgencyAsync(agency, cancel),
            await register.FindEmployeeAsync(agency, employee, cancel));
        if (known is null || person is null)
        {
            return NotFound.Employee(employee);
        }

        if (await plans.FindAsync(agency, employee, from, cancel) is not { } current)
        {
            return NotFound.WorkPlan(employee, from);
        }

        if (current.Value.Version != claim.Version)
        {
            return WriteWorkPlan.Stale(current.Value);
        }

        var agreement = new PlanAgreement(claim.By, clock.Now(), claim.Words) { Actor = actor.For(claim.By) };
        var acting = await delegations.ListForAsync(register, agency, person, cancel);
        if (!WorkPlanRules.Agree(current.Value, agreement, person, acting, agreement.At.InZone(known.Zone).Date).TryGet(
            out var agreed, out var refusal))
        {
            return refusal;
        }

        return ReferenceEquals(agreed, current.Value) || await plans.AgreeAsync(agency, agreed, current.Tag, cancel)
            ? agreed
            : WriteWorkPlan.Stale(current.Value);
    }
}
