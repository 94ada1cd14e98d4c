using Kinerja.Application.Evaluation;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Runs;

/// <summary>
/// Somebody without a rating that stands, and who owes it; <paramref name="RaterId"/> is null where the register has
/// nobody.
/// </summary>
public sealed record UnratedPerson(EmployeeId EmployeeId, EmployeeId? RaterId);

/// <summary>Whom a run of the period would take in, and who of them is not rated, by id.</summary>
public sealed record MissingRatings(int People, IReadOnlyList<UnratedPerson> Unrated)
{
    /// <summary>Rater → for how many his rating is missing; who has no rater is in none.</summary>
    public IReadOnlyDictionary<EmployeeId, int> ByRater { get; } = Unrated
        .Where(one => one.RaterId is not null)
        .GroupBy(one => one.RaterId!.Value)
        .ToDictionary(group => group.Key, group => group.Count());
}

/// <summary>Whose rating of a period is missing, for raters and for the personnel office.</summary>
public sealed class FindMissingRatings(AgencyDirectory register, RunPeople taken, IRatings ratings)
{
    public async Task<MissingRatings> OfPeriodAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel)
    {
        var rated = await ratings.ListAsync(agency, period, HashRange.All, cancel)
            .Select(rating => rating.EmployeeId).ToHashSetAsync(cancellationToken: cancel);
        var (people, unrated) = (0, new List<UnratedPerson>());
        var raters = new Dictionary<EmployeeId, Employment?>();
        var today = await register.TodayAsync(agency, cancel) ?? period.LastDay;
        await foreach (var (service, person) in taken.ListAsync(agency, period, HashRange.All, cancel))
        {
            people++;
            if (rated.Contains(person.Id))
            {
                continue;
            }

            if (person.RaterId is { } rater && !raters.ContainsKey(rater))
            {
                raters[rater] = await register.FindEmploymentAsync(agency, rater, cancel);
            }

            var owed = RatingRules.Rated(service, period, today, raters.GetValueOrDefault);
            unrated.Add(new(person.Id, owed.RaterId));
        }

        return new(people, [.. unrated.OrderBy(one => one.EmployeeId)]);
    }

    /// <summary>By id: all of the agency, or those who wait for one rater.</summary>
    public async Task<Result<ListPage<UnratedPerson>>> ListAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId? rater, string? after, int most, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        if (rater is { } named && await register.FindEmployeeAsync(agency, named, cancel) is null)
        {
            return NotFound.Employee(named, "/raterId");
        }

        var missing = await OfPeriodAsync(agency, period, cancel);
        return missing.Unrated.Where(one => rater is null || one.RaterId == rater)
            .After(after, most, one => one.EmployeeId.ToString());
    }
}
