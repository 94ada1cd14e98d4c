using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

/// <summary>A plan among those of its year; the share of the year is that of what was agreed.</summary>
public sealed record PlanOfYear(
    WorkPlan Latest, LocalDate To, LocalDate DueOn, int? AgreedVersion, int? ShareHundredths);

/// <summary>A person's plans of a year, by first day.</summary>
public sealed record YearOfPlans(EmployeeId EmployeeId, int Year, IReadOnlyList<PlanOfYear> Plans);

/// <summary>Work plans as they stand and as they came about.</summary>
public sealed class ReadWorkPlans(AgencyDirectory register, IWorkPlans plans)
{
    /// <summary>The latest version, or the one with that number.</summary>
    public async Task<Result<WorkPlan>> FindAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, int? version, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var found = version is { } number
            ? await plans.FindVersionAsync(agency, employee, from, number, cancel)
            : (await plans.FindAsync(agency, employee, from, cancel))?.Value;
        return found is not null ? found : NotFound.WorkPlan(employee, from);
    }

    public async Task<Result<IReadOnlyList<WorkPlan>>> ListVersionsAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        return await plans.ListVersionsAsync(agency, employee, from, cancel)
            .ToListAsync(cancel) is { Count: > 0 } versions
            ? versions
            : NotFound.WorkPlan(employee, from);
    }

    public async Task<Result<YearOfPlans>> ListAsync(
        AgencyId agency, EmployeeId employee, int year, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var policies = await register.PoliciesOfAsync(agency, PolicyKinds.WorkPlan, cancel);
        var latest = PlanSpans.Of(await plans.ListAsync(agency, employee, year, cancel).ToListAsync(cancel));
        var agreed = PlanSpans.Of(await plans.ListAgreedAsync(agency, employee, year, cancel).ToListAsync(cancel));
        var weights = agreed.Select(p => (long)p.Span.Weight(policies.On(p.Span.From).ProRating)).ToList();
        var shares = weights.Sum() == 0 ? [] : Shares.OfAll(weights);
        var counted = agreed.Zip(shares).ToDictionary(
            x => x.First.Plan.From, x => (x.First.Plan.Version, Share: x.Second));
        return new YearOfPlans(employee, year, [.. latest.Select(p => new PlanOfYear(
            p.Plan,
            p.Span.To,
            policies.On(p.Plan.From).DueOn(p.Plan.From),
            counted.TryGetValue(p.Plan.From, out var found) ? found.Version : null,
            counted.TryGetValue(p.Plan.From, out found) ? found.Share : null))]);
    }
}
