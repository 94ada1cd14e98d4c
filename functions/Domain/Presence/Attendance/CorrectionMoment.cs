using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Which shift a correction is of, by the date on which it starts; what the unit's clock shows, and the moment itself.
/// </summary>
public readonly record struct CorrectionMoment(LocalDate Date, LocalTime Time, Instant At)
{
    /// <summary>
    /// A time by the clock is placed by the shift of its date (<see cref="DayPlan.MomentOf"/>). A moment belongs to the
    /// shift that is named; where none is, to that whose start, for a leaving whose end, is nearest among those within
    /// whose margins it lies, else to its own date. One outside the margins of the shift that is named is refused.
    /// </summary>
    public static Result<CorrectionMoment> Of(
        CorrectionCommand claim, PersonTimeline person, MonthRules rules)
    {
        if (claim.At is not { } at)
        {
            var date = claim.Date!.Value;
            var plan = DayPlan.Of(person.On(date), date, rules);
            var placed = plan.MomentOf(claim.Kind, claim.Time!.Value, person.ZoneOn(date));
            return new CorrectionMoment(date, claim.Time.Value, placed);
        }

        var zone = person.ZoneOn(claim.Date ?? at.InUtc().Date);
        var local = at.InZone(zone);
        var dates = claim.Date is { } named ? [named] : Enumerable.Range(-3, 5).Select(local.Date.PlusDays).ToList();
        var plans = dates.ConvertAll(date => DayPlan.Of(person.On(date), date, rules));
        var shift = plans.FindAll(plan => plan.Takes(at, zone)).MinBy(plan => plan.Apart(claim.Kind, at, zone));
        if (shift is null && claim.Date is { } day && (day != local.Date || plans[0].Hours is not null))
        {
            return Refusal.Malformed("/at", "A moment within the margins of that date's shift is expected.");
        }

        return new CorrectionMoment(shift?.Date ?? local.Date, local.TimeOfDay, at);
    }
}
