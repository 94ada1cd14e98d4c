using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.WorkPlans;

/// <summary>
/// How a day's entry goes from draft to approval. BKN Regulation 2/2026 asks for entries by day; its text is not known
/// here, so that the term is the agency's policy and what is late is marked, not refused.
/// </summary>
public static class DailyEntryRules
{
    /// <summary>Entries of one person and day.</summary>
    public const int MostPerDay = 30;

    /// <summary>
    /// The entry as it stands when it says the same already; else its next version. What is approved does not change.
    /// </summary>
    /// <param name="current">What stands; null for a first version.</param>
    /// <param name="asked">Draft or submitted, as of now.</param>
    /// <param name="agreed">The plan that it names, with the days for which it holds.</param>
    /// <param name="termDays">Days after the entry's own on which it is in time; null where no policy says so.</param>
    /// <param name="zone">The agency's.</param>
    public static Result<DailyEntry> Write(
        DailyEntry? current, DailyEntry asked, (WorkPlan Plan, PlanSpan Span) agreed, int? termDays, DateTimeZone zone)
    {
        if (current is not null && current.Content.Says(asked.Content)
            && (current.State == asked.State || current.State == DailyEntryState.Approved))
        {
            return current;
        }

        if (current?.State == DailyEntryState.Approved)
        {
            return Settled("The entry is approved and does not change any more.");
        }

        var today = asked.WrittenAt.InZone(zone).Date;
        if (FaultOf(asked, agreed, today) is { } refusal)
        {
            return refusal;
        }

        var due = termDays is { } days ? asked.Day.PlusDays(days) : (LocalDate?)null;
        var submitted = current?.SubmittedAt
            ?? (asked.State == DailyEntryState.Submitted ? asked.WrittenAt : null);
        return asked with
        {
            Version = (current?.Version ?? 0) + 1,
            SubmittedAt = submitted,
            DueOn = due,
            Late = submitted is { } at && due is { } last && at.InZone(zone).Date > last,
            Decision = current?.Decision,
        };
    }

    /// <summary>By whoever rates the person on that day. The same decision again changes nothing.</summary>
    public static Result<DailyEntry> Decide(DailyEntry current, DailyEntryDecision decision, RatersOnDay raters)
    {
        if (!raters.Include(decision.By))
        {
            return Refusal.NotTheRater("/decidedById", "The rater of record or a delegate decides on a day's entry.");
        }

        if (current.State is DailyEntryState.Approved or DailyEntryState.Returned && current.Decision is { } known
            && (known.By, known.Approved, known.Words) == (decision.By, decision.Approved, decision.Words))
        {
            return current;
        }

        if (current.State != DailyEntryState.Submitted)
        {
            return Settled("Only what is submitted is decided.");
        }

        if (!decision.Approved && decision.Words is null)
        {
            return new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.ReasonRequired, "What is sent back says what is missing.")
            {
                Faults = [new("/words", "A reason is required.")],
            };
        }

        return current with
        {
            State = decision.Approved ? DailyEntryState.Approved : DailyEntryState.Returned,
            Version = current.Version + 1,
            Decision = decision,
        };
    }

    private static Refusal? FaultOf(DailyEntry asked, (WorkPlan Plan, PlanSpan Span) agreed, LocalDate today)
    {
        if (asked.Day > today)
        {
            return new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.DayNotBegun, "An entry tells of a day that has begun.")
            {
                Faults = [new("/date", "Not in the future.")],
            };
        }

        if (asked.Day < agreed.Span.From || asked.Day >= agreed.Span.To)
        {
            return Refusal.Malformed("/planFrom", "The plan does not hold on that day.");
        }

        return agreed.Plan.Content.Results.Any(result => result.Id == asked.Content.ResultId)
            ? null
            : new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.UnknownResult,
                $"Version {agreed.Plan.Version} of the plan has no such result.")
            {
                Faults = [new("/resultId", "Not in the plan.")],
            };
    }

    private static Refusal Settled(Sentence detail) =>
        new(RefusalKind.Conflict, RefusalCodes.DailyEntrySettled, detail);
}
