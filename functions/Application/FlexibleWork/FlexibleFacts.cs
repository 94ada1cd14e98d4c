using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.FlexibleWork;

/// <summary>A case as it was read, with the rows that guard its next write.</summary>
public sealed record ReadCase(FlexibleCase Case, FlexiblePlan Plan)
{
    public FlexibleDecision Decide() => FlexibleRules.Decide(Case);
}

/// <summary>Gathers what is known about a person's flexible work on a date.</summary>
public sealed class FlexibleFacts(AgencyDirectory register, IEntitlements entitlements, IFlexibleDays days)
{
    public async Task<Result<ReadCase>> ReadAsync(
        AgencyId agency, EmployeeId employee, LocalDate date, CancellationToken cancel)
    {
        var person = await register.FindEmployeeAsync(agency, employee, date, cancel);
        if (person is null)
        {
            return NotFound.Employee(employee);
        }

        var unit = await register.WithServiceAsync(
            agency, await register.UnitOfAsync(agency, person, date, cancel), date, cancel);
        var post = person.PostId is { } id ? await register.FindPostAsync(agency, id, date, cancel) : null;
        var policies = await register.PoliciesOfAsync(agency, PolicyKinds.FlexibleWork, cancel);
        var plan = await days.FindAsync(agency, employee, unit.Id, date, cancel);
        var mine = plan.Day?.UnitId == unit.Id ? 1 : 0;
        var asked = new FlexibleCase(person, unit, post, date)
        {
            Policy = policies.Find(date)?.Value,
            Entitlements = await entitlements.ListAsync(agency, employee, cancel),
            Planned = plan.PersonDays,
            PeopleInUnit = await register.CountPeopleAsync(agency, unit.Id, cancel),
            OthersElsewhere = plan.UnitDays - mine,
            IsWorkingDay = (await register.RulesOfAsync(agency, cancel)).IsWorkingDay,
        };
        return new ReadCase(asked, plan);
    }
}
