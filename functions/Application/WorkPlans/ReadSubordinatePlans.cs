using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

/// <summary>Who of a leader's people has no agreed plan, as of that day.</summary>
public sealed record MissingPlans(EmployeeId RaterId, int Year, LocalDate AsOf, IReadOnlyList<MissingPlan> People);

/// <summary>What a leader looks at: the roles matrix of those below, and who still has no agreed plan.</summary>
public sealed class ReadSubordinatePlans(
    AgencyDirectory register, IWorkforce workforce, IWorkPlans plans, TimeProvider clock)
{
    public async Task<Result<RolesMatrix>> MatrixAsync(
        AgencyId agency, EmployeeId leader, int year, CancellationToken cancel)
    {
        if (await register.TodayAsync(agency, cancel) is not { } today
            || await register.FindEmployeeAsync(agency, leader, cancel) is null)
        {
            return NotFound.Employee(leader);
        }

        var (people, below) = (new List<EmployeeId>(), new List<WorkPlan>());
        await foreach (var person in workforce.ListRatedByAsync(agency, leader, today, cancel))
        {
            people.Add(person.Id);
            below.AddRange(await plans.ListAsync(agency, person.Id, year, cancel).ToListAsync(cancel));
        }

        var leaders = await plans.ListAsync(agency, leader, year, cancel).ToListAsync(cancel);
        return RolesMatrix.Of(leader, year, leaders, people, below);
    }

    public async Task<Result<MissingPlans>> MissingAsync(
        AgencyId agency, EmployeeId rater, int year, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is not { } known)
        {
            return NotFound.Agency(agency);
        }

        if (await register.FindEmployeeAsync(agency, rater, cancel) is null)
        {
            return NotFound.Employee(rater, "/raterId");
        }

        var today = clock.Now().InZone(known.Zone).Date;
        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.WorkPlan, cancel)).On(
            new LocalDate(year, 1, 1));
        var missing = new List<MissingPlan>();
        await foreach (var person in workforce.ListRatedByAsync(agency, rater, today, cancel))
        {
            var latest = await plans.ListAsync(agency, person.Id, year, cancel).ToListAsync(cancel);
            var agreed = await plans.ListAgreedAsync(agency, person.Id, year, cancel).ToListAsync(cancel);
            missing.AddRange(MissingPlan.Of(person, year, latest, agreed, policy, today));
        }

        return new MissingPlans(rater, year, today, missing);
    }
}
