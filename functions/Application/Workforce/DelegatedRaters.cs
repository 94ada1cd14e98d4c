using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>By which delegations somebody may act as a person's rater; the day is for the rules to look at.</summary>
internal static class DelegatedRaters
{
    /// <summary>Who acts as the person's rater today, as the agency's clock says.</summary>
    internal static async Task<RatersOnDay> RatersTodayAsync(
        this IDelegations delegations, AgencyDirectory register, AgencyId agency, Employee person,
        CancellationToken cancel) => new(
        person,
        await delegations.ListForAsync(register, agency, person, cancel),
        (await register.TodayAsync(agency, cancel))!.Value);

    /// <summary>The agency's delegations that hold today, as its clock says.</summary>
    internal static async Task<IReadOnlyList<Delegation>> ListHoldingTodayAsync(
        this IDelegations delegations, AgencyDirectory register, AgencyId agency, CancellationToken cancel)
    {
        var today = await register.TodayAsync(agency, cancel);
        return await delegations.ListAsync(agency, cancel).Where(d => today is { } day && d.HoldsOn(day))
            .ToListAsync(cancel);
    }

    /// <summary>Of whom somebody is the rater today: of record, or as a delegate.</summary>
    internal static async Task<Func<Employee, bool>> RatedTodayByAsync(
        this IDelegations delegations, AgencyDirectory register, AgencyId agency, Employee rater,
        CancellationToken cancel)
    {
        var today = (await register.TodayAsync(agency, cancel))!.Value;
        var holding = await delegations.ListHoldingTodayAsync(register, agency, cancel);
        return person => person.RaterId == rater.Id || (DelegationRules.MayActFor(person, rater)
            && new RatersOnDay(person, holding, today).Include(rater.Id));
    }

    /// <summary>Whom somebody rates today, of record and as a delegate, by id.</summary>
    internal static async Task<IReadOnlyList<Employee>> ListRatedTodayAsync(
        this IDelegations delegations, AgencyDirectory register, IWorkforce workforce, AgencyId agency,
        Employee rater, CancellationToken cancel)
    {
        var today = (await register.TodayAsync(agency, cancel))!.Value;
        var rated = await workforce.ListRatedByAsync(agency, rater.Id, today, cancel).ToListAsync(cancel);
        var holding = await delegations.ListHoldingTodayAsync(register, agency, cancel);
        foreach (var other in holding.Where(d => d.DelegateId == rater.Id).Select(d => d.RaterId).Distinct())
        {
            rated.AddRange(await workforce.ListRatedByAsync(agency, other, today, cancel)
                .Where(person => person.Id != rater.Id && DelegationRules.MayActFor(person, rater))
                .ToListAsync(cancel));
        }

        return [.. rated.DistinctBy(person => person.Id).OrderBy(person => person.Id)];
    }

    /// <summary>Those of the person's rater of record, without the ones to people whom the person rates.</summary>
    internal static async Task<IReadOnlyList<Delegation>> ListForAsync(
        this IDelegations delegations, AgencyDirectory register, AgencyId agency, Employee person,
        CancellationToken cancel)
    {
        var acting = new List<Delegation>();
        foreach (var delegation in person.RaterId is { } rater
            ? await delegations.ListAsync(agency, rater, cancel)
            : [])
        {
            if (await register.FindEmployeeAsync(agency, delegation.DelegateId, cancel) is { } deputy
                && DelegationRules.MayActFor(person, deputy))
            {
                acting.Add(delegation);
            }
        }

        return acting;
    }
}
