using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Presence.Reviews;

/// <summary>A page of reviews and where the next one begins; null when there is none.</summary>
public sealed record ReviewPage(IReadOnlyList<Review> Reviews, ReviewId? Next);

/// <summary>Superiors read what they are asked, with the evidence.</summary>
public sealed class ReadReviews(AgencyDirectory register, IReviews reviews, IDelegations delegations)
{
    private const int PageSize = 100;

    /// <summary>Of a rater, and of those for whom he or she acts today, by id.</summary>
    public async Task<Result<ReviewPage>> ListAsync(
        AgencyId agency, EmployeeId rater, ReviewState state, ReviewId? after, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, rater, cancel) is not { } decider)
        {
            return NotFound.Employee(rater, "/raterId");
        }

        var found = await reviews.ListAsync(agency, rater, state, after, cancel).Take(PageSize + 1).ToListAsync(cancel);
        var today = (await register.TodayAsync(agency, cancel))!.Value;
        await foreach (var others in delegations.ListAsync(agency, cancel)
            .Where(d => d.DelegateId == rater && d.HoldsOn(today)).Select(d => d.RaterId).Distinct()
            .WithCancellation(cancel))
        {
            found.AddRange(await reviews.ListAsync(agency, others, state, after, cancel)
                .Where((review, stop) => MayActAsync(review, decider, stop)).Take(PageSize + 1).ToListAsync(cancel));
        }

        found.Sort((one, other) => string.CompareOrdinal(one.Id.ToString(), other.Id.ToString()));
        return found.Count > PageSize
            ? new ReviewPage(found[..PageSize], found[PageSize - 1].Id)
            : new ReviewPage(found, null);
    }

    public async Task<Result<Review>> FindAsync(AgencyId agency, ReviewId id, CancellationToken cancel) =>
        await reviews.FindAsync(agency, id, cancel) is { } found ? found.Value : NotFound.Review(id);

    private async ValueTask<bool> MayActAsync(Review review, Employee deputy, CancellationToken cancel) =>
        review.EmployeeId != deputy.Id
        && await register.FindEmployeeAsync(review.AgencyId, review.EmployeeId, cancel) is { } person
        && DelegationRules.MayActFor(person, deputy);
}
