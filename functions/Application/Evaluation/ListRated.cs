using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Evaluation;

/// <summary>Somebody whom a rater rates, with the rating in force; null when there is none or it is void.</summary>
public sealed record RatedPerson(Employee Person, Rating? Rating);

/// <summary>
/// Whom a rater of record or a delegate rates today and who served in a period, and what stands for each: so that a
/// leader sees who is still without a rating.
/// </summary>
public sealed class ListRated(
    AgencyDirectory register, IWorkforce workforce, IDelegations delegations, IRatings ratings, TimeProvider clock)
{
    public async Task<Result<IReadOnlyList<RatedPerson>>> ExecuteAsync(
        AgencyId agencyId, AppraisalPeriod period, EmployeeId rater, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agencyId, cancel) is not { } agency)
        {
            return NotFound.Agency(agencyId);
        }

        if (await register.FindEmployeeAsync(agencyId, rater, cancel) is not { } leader)
        {
            return NotFound.Employee(rater, "/raterId");
        }

        if (RatingRules.HasBegun(period, agency, clock.Now()) is { } early)
        {
            return early;
        }

        var people = new List<RatedPerson>();
        foreach (var person in await delegations.ListRatedTodayAsync(register, workforce, agencyId, leader, cancel))
        {
            var service = (await register.FindEmploymentAsync(agencyId, person.Id, cancel))!;
            if (service.ServesWithin(period.FirstDay, period.LastDay))
            {
                var found = await ratings.FindAsync(agencyId, period, person.Id, cancel);
                people.Add(new RatedPerson(person, found?.Value is { Voided: null } standing ? standing : null));
            }
        }

        return people;
    }
}
