using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

/// <summary>
/// What a person reached, reported by quarter against the agreed plan; a report replaces the one before.
/// </summary>
public sealed class ReportRealisation(
    AgencyDirectory register, IWorkPlans plans, IRealisations realisations, TimeProvider clock)
{
    /// <summary>
    /// The same report again changes nothing. With <paramref name="condition"/> (If-Match) a change must build on
    /// that one.
    /// </summary>
    public async Task<Result<Realisation>> PutAsync(
        Actor actor, EmployeeId employee, LocalDate from, RealisationCommand claim, VersionCondition? condition,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindAgencyAsync(agency, cancel) is not { } known
            || await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        if (!(await AgreedPlan.FindAsync(plans, agency, employee, from, cancel)).TryGet(
            out var agreed, out var refusal))
        {
            return refusal;
        }

        var now = clock.Now();
        refusal = RealisationRules.FaultOf(claim.Quarter, agreed.Span, now.InZone(known.Zone).Date)
            ?? RealisationRules.FaultsIn(agreed.Plan, claim.Results);
        if (refusal is not null)
        {
            return refusal;
        }

        var current = await realisations.FindAsync(agency, employee, from, claim.Quarter, cancel);
        if (current is not null && SameResults(current.Value.Results, claim.Results))
        {
            return current.Value;
        }

        var version = current?.Value.Version ?? 0;
        if (condition?.Allows(version) == false)
        {
            return Stale(version);
        }

        var next = new Realisation(employee, from, claim.Quarter, claim.Results, now, version + 1) { Actor = actor };
        return await realisations.PutAsync(agency, next, current?.Tag, cancel) ? next : Stale(version);
    }

    /// <summary>Those of one plan, by quarter.</summary>
    public async Task<Result<IReadOnlyList<Realisation>>> ListAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        return await plans.FindAsync(agency, employee, from, cancel) is null
            ? NotFound.WorkPlan(employee, from)
            : await realisations.ListAsync(agency, employee, from.Year, cancel).Where(r => r.PlanFrom == from)
                .ToListAsync(cancel);
    }

    private static bool SameResults(IReadOnlyList<RealisedResult> one, IReadOnlyList<RealisedResult> other) =>
        StoredRealisedResult.Write(one).AsSpan().SequenceEqual(StoredRealisedResult.Write(other));

    private static Refusal Stale(int version) =>
        Refusal.Stale($"The realisation's current version is {version}, or has just changed.");
}
