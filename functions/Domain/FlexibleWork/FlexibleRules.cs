using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.FlexibleWork;

/// <summary>
/// Who may work elsewhere on a date (PermenPANRB 4/2025; seeds 000 and 001): the post is on the agency's list and not
/// denied, the unit serves nobody directly, the person's status allows it, the dated policy and its quotas allow it,
/// and, where it is a reward, an entitlement holds. Every "no" is told; each only ever takes away, none gives.
/// </summary>
public static class FlexibleRules
{
    /// <summary>Whether the person may plan the date: standing and quotas.</summary>
    public static FlexibleDecision Decide(FlexibleCase asked) =>
        new([.. Standing(asked), .. Quotas(asked)], asked.Policy?.Version);

    /// <summary>
    /// Why a day that was worked elsewhere was not covered. Quotas were kept when the day was planned and are not asked
    /// again. Without a policy flexible work was not adopted, and that is the reason.
    /// </summary>
    public static IReadOnlyList<FlexibleReason> Finding(
        FlexibleCase worked, FlexibleDay? plan, IEnumerable<GeofenceId> places)
    {
        var reasons = Standing(worked).ToList();
        if (plan is null && worked.Policy is { PlanRequired: true })
        {
            reasons.Add(FlexibleReason.NotPlanned);
        }

        if (plan is not null && places.Any(place => place != plan.Place))
        {
            reasons.Add(FlexibleReason.OtherPlace);
        }

        return reasons;
    }

    /// <summary>
    /// Why a reward of flexible work cannot be granted to the person: his or her standing, whatever the day of the week
    /// and without asking for the reward itself.
    /// </summary>
    public static IReadOnlyList<FlexibleReason> WhyNoGrant(FlexibleCase asked) =>
        [.. Standing(asked).Where(
            reason => reason is not (FlexibleReason.DayNotAllowed or FlexibleReason.NoEntitlement))];

    /// <summary>
    /// Those of them that rule out any reward, leave too: what is said of the person, not of post, unit or place.
    /// </summary>
    public static bool IsOfThePerson(FlexibleReason reason) =>
        reason is FlexibleReason.NotActive or FlexibleReason.DisciplineCase or FlexibleReason.NewStaff;

    private static IEnumerable<FlexibleReason> Standing(FlexibleCase asked)
    {
        var (person, post, policy) = (asked.Employee, asked.Post, asked.Policy);
        (FlexibleReason Reason, bool Holds)[] rules =
        [
            (FlexibleReason.PostDenied, post is not null && IsDenied(post, policy)),
            (FlexibleReason.DirectServiceUnit, asked.Unit.DirectService),
            (FlexibleReason.NoPost, post is null),
            (FlexibleReason.PostNotListed, post is { FlexibleWork: false }),
            (FlexibleReason.NotActive, !person.Active),
            (FlexibleReason.DisciplineCase, person.Discipline != DisciplineStatus.None),
            (FlexibleReason.NewStaff, policy is not null && IsNew(person, asked.Date, policy.NewStaffMonths)),
            (FlexibleReason.NotAdopted, policy is null),
            (FlexibleReason.OutsidePilot, policy?.IsInPilot(person) == false),
            (FlexibleReason.WaveNotBegun, policy?.HasBegunFor(asked.Unit.Id, person.PostId, asked.Date) == false),
            (FlexibleReason.DayNotAllowed, policy?.DaysAllowed.Contains(asked.Date.DayOfWeek) == false),
            (FlexibleReason.NoEntitlement, policy is { NeedsEntitlement: true } && !asked.IsEntitled),
        ];
        return rules.Where(rule => rule.Holds).Select(rule => rule.Reason);
    }

    private static IEnumerable<FlexibleReason> Quotas(FlexibleCase asked)
    {
        if (asked.Policy is not { } policy)
        {
            yield break;
        }

        if (FlexibleQuota.OthersInWeek(asked.Planned, asked.Date) + 1 > asked.DaysPerWeek)
        {
            yield return FlexibleReason.WeeklyQuotaUsed;
        }

        if (FlexibleQuota.InARow(asked.Planned, asked.Date, asked.IsWorkingDay) > policy.MostInARow)
        {
            yield return FlexibleReason.TooManyInARow;
        }

        if (asked.OthersElsewhere + 1 > asked.MostElsewhere)
        {
            yield return FlexibleReason.UnitShareReached;
        }
    }

    /// <summary>Deny wins over every list: shipped kinds of work, the agency's own, and single posts.</summary>
    private static bool IsDenied(Post post, FlexibleWorkPolicy? policy) =>
        DenyList.Denies(post.Category, policy?.DenyCircularSectors ?? true)
        || (policy is not null && (policy.DeniedPosts.Contains(post.Id)
            || (post.Category is { } category && policy.DeniedCategories.Contains(category))));

    /// <summary>A first day that is not known is long ago.</summary>
    private static bool IsNew(Employee person, LocalDate date, int months) =>
        person.StartedOn is { } started && date < started.PlusMonths(months);
}
