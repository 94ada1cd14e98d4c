using NodaTime;

namespace Kinerja.Domain.FlexibleWork;

/// <summary>
/// Days of a reward that a leave uses: first day included, end day excluded, each of them whole. The leave system's
/// reference and the first day name it.
/// </summary>
public sealed record TakenDays(LocalDate From, LocalDate To, string Reference)
{
    public int Days => Period.DaysBetween(From, To);

    internal bool IsOf(LocalDate from, string reference) => (From, Reference) == (from, reference);
}

/// <summary>Leave as a reward (libur, seed 001) is used within its term and its days.</summary>
public static class RewardLeaveRules
{
    /// <summary>
    /// The rewards that change by it, none when the days are taken already. First the one that gives them: which gave
    /// this leave its days before, else of those that hold on all its days and have enough left the one that ends
    /// first. Then those that gave it days before and do no longer.
    /// </summary>
    public static Result<IReadOnlyList<Entitlement>> Take(IReadOnlyCollection<Entitlement> granted, TakenDays asked)
    {
        var able = granted.Where(e => CanGive(e, asked)).OrderByDescending(e => e.Taken.Any(t => Same(t, asked)))
            .ThenBy(e => e.To).ThenBy(e => e.From).FirstOrDefault();
        if (able is null)
        {
            return new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.NoRewardLeft,
                $"No reward gives {asked.Days} days of leave from {asked.From:uuuu-MM-dd} on.");
        }

        Entitlement[] given = able.Taken.Contains(asked)
            ? [] : [With(able, able.Taken.Where(t => !Same(t, asked)).Append(asked))];
        return (List<Entitlement>)[.. given, .. Release(granted.Where(e => e != able), asked.From, asked.Reference)];
    }

    /// <summary>The rewards of which the leave used days, without these.</summary>
    public static IEnumerable<Entitlement> Release(
        IEnumerable<Entitlement> granted, LocalDate from, string reference) => granted
        .Where(e => e.Taken.Any(t => t.IsOf(from, reference)))
        .Select(e => With(e, e.Taken.Where(t => !t.IsOf(from, reference))));

    private static bool CanGive(Entitlement reward, TakenDays asked) =>
        reward is { Kind: EntitlementKind.DayOff, DaysOff: { } most }
        && reward.HoldsOn(asked.From) && reward.HoldsOn(asked.To.PlusDays(-1))
        && reward.Taken.Where(t => !Same(t, asked)).Sum(t => t.Days) + asked.Days <= most;

    private static bool Same(TakenDays one, TakenDays other) => one.IsOf(other.From, other.Reference);

    private static Entitlement With(Entitlement reward, IEnumerable<TakenDays> taken) => reward with
    {
        Taken = [.. taken.OrderBy(t => t.From).ThenBy(t => t.Reference, StringComparer.Ordinal)],
    };
}
