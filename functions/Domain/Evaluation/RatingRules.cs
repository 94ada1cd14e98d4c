using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Evaluation;

/// <summary>Only the rater of record rates, and not before the period has begun in the agency's zone.</summary>
public static class RatingRules
{
    public static Result<Rating> Accept(Rating rating, Employee employee, Agency agency)
    {
        if (employee.RaterId != rating.RaterId || rating.RaterId == rating.EmployeeId)
        {
            return Refusal.NotTheRater("/raterId", "Only the person's rater of record may rate.");
        }

        return HasBegun(rating.Period, agency, rating.RatedAt) is { } early ? early : rating;
    }

    /// <summary>
    /// Null when somebody else than the unit's own head sets its performance: that is for the leader above (SE MenPANRB 3/2023,
    /// step 1), and it would become the head's own result rating.
    /// </summary>
    public static Refusal? SetsOwn(OrganisationUnit unit, EmployeeId setBy) => unit.HeadId == setBy
        ? new Refusal(RefusalKind.NotAllowed, RefusalCodes.OwnUnit, "The leader above the unit sets its performance, not its own head.")
        {
            Faults = [new("/setById", "The unit's own head.")],
        }
        : null;

    /// <summary>Null when the period has begun; nobody is judged on a time to come.</summary>
    public static Refusal? HasBegun(AppraisalPeriod period, Agency agency, Instant now) =>
        now.InZone(agency.Zone).Date < period.FirstDay
            ? new Refusal(RefusalKind.Unprocessable, RefusalCodes.PeriodNotStarted, $"{period} has not begun.")
            : null;
}
