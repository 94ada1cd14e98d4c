using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.WorkPlans;

/// <summary>
/// How a plan comes to be (PermenPANRB 6/2022): the person or the rater writes it, in January; every change is a
/// version with its reason; the rater agrees in dialogue, and only what is agreed counts.
/// </summary>
public static class WorkPlanRules
{
    /// <summary>
    /// The next version, as <paramref name="asked"/> says it. A first version needs a reason outside its time (before
    /// the year or post period begins, or after <see cref="WorkPlanPolicy.DueOn"/>, which still is in time), a later
    /// one always.
    /// </summary>
    public static Result<WorkPlan> Write(
        WorkPlan asked, WorkPlan? current, Employee person, WorkPlanPolicy policy, LocalDate today)
    {
        if (asked.WrittenBy != person.Id && asked.WrittenBy != person.RaterId)
        {
            return Refusal.NotTheRater("/byId", "The person or the rater of record writes a work plan.");
        }

        if (PlanContentRules.CharactersOf(asked.Content) > PlanContentRules.MostCharacters)
        {
            return new Refusal(
                RefusalKind.TooLarge, RefusalCodes.BodyTooLarge,
                $"A plan holds at most {PlanContentRules.MostCharacters} characters of text.");
        }

        var needsReason = current is not null || (policy.ReasonOutsideTime && !IsInTime(asked.From, policy, today));
        return needsReason && asked.Reason is null
            ? new Refusal(
                RefusalKind.Unprocessable,
                RefusalCodes.ReasonRequired,
                current is null
                    ? (Sentence)
                        $"A plan from {asked.From:uuuu-MM-dd} is set until {policy.DueOn(asked.From):uuuu-MM-dd}."
                    : "A change takes a reason.")
            { Faults = [new("/reason", "A reason is required.")] }
            : asked with { Version = (current?.Version ?? 0) + 1, RaterId = person.RaterId };
    }

    /// <summary>Both ends are in time; nobody is late who still has the day itself.</summary>
    public static bool IsInTime(LocalDate from, WorkPlanPolicy policy, LocalDate today) =>
        today >= from && today <= policy.DueOn(from);

    /// <summary>
    /// Agreed once: a repeat keeps the first agreement. The rater of record or whoever acts for him on that day (PP
    /// 30/2019 art. 1); nobody agrees to his or her own plan.
    /// </summary>
    public static Result<WorkPlan> Agree(
        WorkPlan plan, PlanAgreement agreement, Employee person, IEnumerable<Delegation> delegations, LocalDate today)
    {
        if (plan.Agreement?.By == agreement.By)
        {
            return plan;
        }

        if (!DelegationRules.ActsAsRater(person, agreement.By, delegations, today))
        {
            return Refusal.NotTheRater(
                "/agreedById", "Only the person's rater of record, or a delegate, agrees to a plan.");
        }

        return plan.Agreement is null ? plan with { Agreement = agreement } : plan;
    }
}
