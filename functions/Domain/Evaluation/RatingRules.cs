using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Evaluation;

/// <summary>
/// The rater of record rates, or within the span a delegate (PP 30/2019 art. 1), and not before the period has begun in
/// the agency's zone. Whoever rated by mistake does not come back over the repair by way of an older register.
/// </summary>
public static class RatingRules
{
    /// <summary>
    /// The person as whoever owes the rating of a period sees him: with unit, post and rater of the period's last day
    /// in service, as far as that has come. A duty whose rater has left the agency moves to the person's rater of
    /// today.
    /// </summary>
    /// <param name="person">Who is to be rated.</param>
    /// <param name="period">For which period.</param>
    /// <param name="today">The date in the agency's zone.</param>
    /// <param name="rater">The register's entry of a rater; null when there is none.</param>
    public static Employee Rated(
        Employment person, AppraisalPeriod period, LocalDate today, Func<EmployeeId, Employment?> rater)
    {
        var end = LocalDate.Min(today, period.LastDay);
        var held = person.On(person.LastDayWithin(period.FirstDay, end) ?? end);
        return held.RaterId is { } owes && rater(owes)?.On(today).Active != true
            ? held with { RaterId = person.On(today).RaterId }
            : held;
    }

    /// <param name="rating">What is to stand.</param>
    /// <param name="standing">What stands, voided or not; null for a first rating.</param>
    /// <param name="employee">The person rated, as registered.</param>
    /// <param name="delegations">Those of the person's rater.</param>
    /// <param name="agency">In whose zone days are counted.</param>
    public static Result<Rating> Accept(
        Rating rating, Rating? standing, Employee employee, IEnumerable<Delegation> delegations, Agency agency)
    {
        var today = rating.RatedAt.InZone(agency.Zone).Date;
        var wrong = standing?.Voided is { } voided && rating.RaterId == standing.RaterId
            && rating.RaterId != voided.RightRaterId;
        if (wrong || !DelegationRules.ActsAsRater(employee, rating.RaterId, delegations, today))
        {
            return Refusal.NotTheRater(
                "/raterId", "Only who is the rater on the period's last day, or a delegate of today, may rate.");
        }

        return HasBegun(rating.Period, agency, rating.RatedAt) is { } early ? early : rating;
    }

    /// <summary>
    /// The rating after the person's rater was set right: a next version that is void, when the wrong one gave it;
    /// unchanged when the right one did, a delegate of his on the day of the rating, or when it was voided for him
    /// already.
    /// </summary>
    public static Rating Repair(Rating standing, RatingVoid repair, IEnumerable<Delegation> delegations, Agency agency)
    {
        var ratedOn = standing.RatedAt.InZone(agency.Zone).Date;
        var rightly = standing.RaterId == repair.RightRaterId
            || delegations.Any(
                d => d.RaterId == repair.RightRaterId && d.DelegateId == standing.RaterId && d.HoldsOn(ratedOn));
        var done = standing.Voided is { } voided && voided.RightRaterId == repair.RightRaterId;
        return done || (rightly && standing.Voided is null)
            ? standing
            : standing with { Version = standing.Version + 1, Voided = repair };
    }

    /// <summary>
    /// Null when a leader above the unit sets its performance (SE MenPANRB 3/2023, step 1), which becomes the head's
    /// own result rating. Of a unit above which the register knows nobody, anybody but its head may.
    /// </summary>
    public static Refusal? WhyNotSet(OrganisationUnit unit, EmployeeId setBy, IReadOnlySet<EmployeeId> above)
    {
        if (unit.HeadId == setBy)
        {
            return new Refusal(
                RefusalKind.NotAllowed,
                RefusalCodes.OwnUnit,
                "The leader above the unit sets its performance, not its own head.")
            {
                Faults = [new("/setById", "The unit's own head.")],
            };
        }

        return above.Count == 0 || above.Contains(setBy)
            ? null
            : new Refusal(
                RefusalKind.NotAllowed, RefusalCodes.NotAbove, "The leader above the unit sets its performance.")
            {
                Faults = [new("/setById", "Neither a rater above the unit's head, nor the head of a unit above.")],
            };
    }

    /// <summary>Null when the period has begun; nobody is judged on a time to come.</summary>
    public static Refusal? HasBegun(AppraisalPeriod period, Agency agency, Instant now) =>
        now.InZone(agency.Zone).Date < period.FirstDay
            ? new Refusal(RefusalKind.Unprocessable, RefusalCodes.PeriodNotStarted, $"{period} has not begun.")
            : null;
}
