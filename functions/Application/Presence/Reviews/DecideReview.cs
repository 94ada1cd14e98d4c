using Kinerja.Application.Events;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Presence.Reviews;

/// <summary>A superior's answer to a review, as it comes in.</summary>
public sealed record ReviewVerdict(EmployeeId DecidedBy, ReviewState Outcome, string Reason);

/// <summary>A superior decides a review.</summary>
public sealed class DecideReview(
    AgencyDirectory register, IReviews reviews, IDelegations delegations, InvalidateMonths mark, OutboxPublisher tell,
    TimeProvider clock)
{
    public async Task<Result<Review>> ExecuteAsync(
        Actor actor, ReviewId id, ReviewVerdict verdict, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await reviews.FindAsync(agency, id, cancel) is not { } stored)
        {
            return NotFound.Review(id);
        }

        var review = stored.Value;
        if (await register.FindEmployeeAsync(agency, review.EmployeeId, cancel) is not { } employee)
        {
            return NotFound.Employee(review.EmployeeId);
        }

        var decision = new ReviewDecision(verdict.Outcome, verdict.DecidedBy, verdict.Reason, clock.Now())
        {
            Actor = actor,
        };
        var raters = await delegations.RatersTodayAsync(register, agency, employee, cancel);
        if (!ReviewRules.Decide(review, raters, decision).TryGet(out var decided, out var refusal))
        {
            return refusal;
        }

        if (ReferenceEquals(decided, review))
        {
            return review;
        }

        // First the mark: a fold between the two writes must come again.
        await mark.OfCheckInsAsync(agency, employee.Id, review.Month.ToDateInterval(), cancel);
        var news = ReviewNotices.Decided(decided);
        return await reviews.PutAsync(decided, stored, news, cancel) && await tell.SendAllAsync(agency, news, cancel)
            ? decided
            : Refusal.Stale("The review was written meanwhile; read it again.");
    }
}
