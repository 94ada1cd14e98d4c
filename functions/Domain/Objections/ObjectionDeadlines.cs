using NodaTime;

namespace Kinerja.Domain.Objections;

/// <summary>Which of an objection's terms.</summary>
public enum ObjectionTerm
{
    Hearing,
    Decision,
}

/// <summary>
/// What follows when a term of an objection is over: it is marked once and told, and people go on from there. No result
/// is kept, changed or made final by it (PP 30/2019 art. 59 gives the decision to the rater's superior; no rule says
/// what silence means).
/// </summary>
public static class ObjectionDeadlines
{
    /// <param name="known">As it stands.</param>
    /// <param name="today">In the agency's zone; the last day of a term belongs to it.</param>
    public static IEnumerable<ObjectionTerm> LapsedOn(Objection known, LocalDate today)
    {
        if (known.State == ObjectionState.Filed && known is { HearingLapsedAt: null, IsHeard: false }
            && today > known.HearBy)
        {
            yield return ObjectionTerm.Hearing;
        }

        if (known.Overdue is null && known.IsOverdueOn(today))
        {
            yield return ObjectionTerm.Decision;
        }
    }

    /// <param name="known">As it stands.</param>
    /// <param name="term">One that is over.</param>
    /// <param name="above">The superior's own superior; whoever is a side of the objection is not told as one
    /// above.</param>
    /// <param name="now">When it was found.</param>
    public static Objection Mark(Objection known, ObjectionTerm term, EmployeeId? above, Instant now) => term switch
    {
        ObjectionTerm.Hearing => known with { HearingLapsedAt = now },
        ObjectionTerm.Decision => known with
        {
            Overdue = new Escalation(now, above == known.Claim.EmployeeId || above == known.RaterId ? null : above),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(term)),
    };

    /// <summary>The years of which the terms of a filing counted days that no calendar covers, in order.</summary>
    /// <param name="filed">As it was filed.</param>
    /// <param name="on">The day of the filing.</param>
    /// <param name="policy">By which its terms were counted.</param>
    /// <param name="isCovered">Whether a calendar covers the day.</param>
    public static IReadOnlyList<int> UncoveredYears(
        Objection filed, LocalDate on, ObjectionPolicy policy, Func<LocalDate, bool> isCovered) =>
        [.. new[]
            {
                Deadline.UncoveredYears(on, filed.HearBy ?? on, policy.ToHear, isCovered),
                Deadline.UncoveredYears(on, filed.DecideBy, policy.ToDecide, isCovered),
                Deadline.UncoveredYears(
                    filed.DecideBy, filed.PassesOn ?? filed.DecideBy, policy.ToPassOn, isCovered),
            }
            .SelectMany(years => years).Distinct().Order()];

    /// <summary>The last day of the term; null when the objection was filed without one.</summary>
    public static LocalDate? LastDayOf(Objection known, ObjectionTerm term) =>
        term == ObjectionTerm.Hearing ? known.HearBy : known.DecideBy;
}
