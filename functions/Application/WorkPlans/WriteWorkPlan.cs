using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

/// <summary>A work plan (SKP), written by the person or the rater in versions.</summary>
public sealed class WriteWorkPlan(
    AgencyDirectory register, IWorkPlans plans, PlanReferences references, TimeProvider clock)
{
    /// <summary>
    /// Adds the next version, or none when the content is the latest one's already. With
    /// <paramref name="condition"/> (If-Match) a change must build on that version.
    /// </summary>
    public async Task<Result<WorkPlan>> ExecuteAsync(
        Actor actor, EmployeeId employee, LocalDate from, WorkPlanCommand claim, VersionCondition? condition,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        var (known, person) = (
            await register.FindAgencyAsync(agency, cancel),
            await register.FindEmployeeAsync(agency, employee, cancel));
        if (known is null || person is null)
        {
            return NotFound.Employee(employee);
        }

        var current = await plans.FindAsync(agency, employee, from, cancel);
        if (current is not null && SameContent(current.Value.Content, claim.Content))
        {
            return current.Value;
        }

        if (condition?.Allows(current?.Value.Version) == false)
        {
            return Stale(current?.Value);
        }

        var asked = new WorkPlan(employee, from, 0, person.RaterId, claim.Content, claim.Reason, claim.By, clock.Now())
        {
            Actor = actor.For(claim.By),
        };
        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.WorkPlan, cancel)).On(from);
        var written = WorkPlanRules.Write(
            asked, current?.Value, person, policy, asked.WrittenAt.InZone(known.Zone).Date);
        if (!written.TryGet(out var next, out var refusal))
        {
            return refusal;
        }

        if (await references.FaultsAsync(agency, person, next, cancel) is { } dangling)
        {
            return dangling;
        }

        return await plans.AddVersionAsync(agency, next, current?.Tag, cancel) ? next : Stale(current?.Value);
    }

    private static bool SameContent(PlanContent one, PlanContent other) =>
        StoredPlanContent.Write(one).AsSpan().SequenceEqual(StoredPlanContent.Write(other));

    internal static Refusal Stale(WorkPlan? current) => Refusal.Stale(current is null
        ? "There is no version of this plan, or the first has just been written."
        : (Sentence)$"The plan's current version is {current.Version}, or has just changed.");
}
