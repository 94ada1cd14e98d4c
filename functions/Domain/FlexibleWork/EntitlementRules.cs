using Kinerja.Domain.Calendars;
using NodaTime;

namespace Kinerja.Domain.FlexibleWork;

/// <summary>
/// What may be granted and how it ends (PP 30/2019 pilot: limited, dated, revocable, never permanent).
/// </summary>
public static class EntitlementRules
{
    /// <summary>No reward outlasts a year: the next ranking decides anew.</summary>
    public const int MostDays = 366;

    /// <summary>
    /// The same kind from the same day is the same entitlement: granting it again may change it until it is revoked.
    /// </summary>
    public static Result<Entitlement> Grant(Entitlement asked, Entitlement? known)
    {
        if (FaultOf(asked) is { } fault)
        {
            return new Refusal(RefusalKind.Malformed, RefusalCodes.InvalidField, fault.Detail) { Faults = [fault] };
        }

        if (known is null)
        {
            return asked;
        }

        var again = asked with
        {
            GrantedAt = known.GrantedAt,
            Revoked = known.Revoked,
            Version = known.Version,
            Taken = known.Taken,
        };
        if (again with { Actor = known.Actor } == known)
        {
            return known;
        }

        if (known.Revoked is not null)
        {
            return new Refusal(
                RefusalKind.Conflict, RefusalCodes.EntitlementRevoked,
                "It was revoked; a new grant begins on another day.");
        }

        return again.DaysTaken > (again.DaysOff ?? 0) || known.Taken.Any(t => t.To > again.To)
            ? Taken("Leave that was taken by it needs more days, or a later end.")
            : again with { Version = known.Version + 1 };
    }

    /// <summary>Revoking twice keeps the first revocation, unless the second comes earlier.</summary>
    public static Result<Entitlement> Revoke(Entitlement known, Revocation asked)
    {
        if (asked.From >= known.To)
        {
            return Refusal.Malformed("/from", "It has ended before that day.");
        }

        if (known.Revoked is { } first && first.From <= asked.From)
        {
            return known;
        }

        return known.Taken.Any(t => t.To > asked.From)
            ? Taken("Leave was taken by it on that day or later; call that leave off first.")
            : known with { Revoked = asked, Version = known.Version + 1 };
    }

    private static Refusal Taken(Sentence detail) =>
        new(RefusalKind.Conflict, RefusalCodes.RewardTaken, detail);

    /// <summary>The most days of leave of one reward. No rule says it.</summary>
    public const int MostDaysOff = 20;

    /// <summary>
    /// The months of which a grant or its change may turn a day that was folded: from its first day to its last or,
    /// before that, today's, by the latest date on earth.
    /// </summary>
    public static IReadOnlyList<YearMonth> MonthsTouched(Entitlement next, Entitlement? known, Instant now)
    {
        if (next.Kind == EntitlementKind.DayOff)
        {
            // The leave that uses it marks its own.
            return [];
        }

        var end = known is null ? next.To : LocalDate.Max(known.To, next.To);
        return MonthSpan.Of(next.From, LocalDate.Min(end.PlusDays(-1), now.InUtc().Date.PlusDays(1)));
    }

    private static FieldFault? FaultOf(Entitlement asked)
    {
        if (asked.From.Year is < 2000 or > 2999)
        {
            return new("/from", "A day from 2000 to 2999 is expected.");
        }

        if (asked.To <= asked.From || Period.DaysBetween(asked.From, asked.To) > MostDays)
        {
            return new("/to", $"A day after from is expected, at most {MostDays} days later.");
        }

        if (asked.Kind != EntitlementKind.DayOff && asked.DaysOff is not null)
        {
            return new("/daysOff", "Days of leave belong to dayOff.");
        }

        return asked.Kind switch
        {
            EntitlementKind.DayOff when asked.Start is not null || asked.DaysPerWeek is not null =>
                new("/kind", "A dayOff has neither a start nor days a week."),
            EntitlementKind.DayOff when asked.DaysOff is not (>= 1 and <= MostDaysOff) =>
                new("/daysOff", $"1 to {MostDaysOff} days of leave are expected."),
            EntitlementKind.FlexiblePlace when asked.Start is not null =>
                new("/start", "A start of work belongs to flexibleStart."),
            EntitlementKind.FlexiblePlace when asked.DaysPerWeek is < 1 or > 7 =>
                new("/daysPerWeek", "1 to 7 days are expected."),
            EntitlementKind.FlexibleStart when asked.Start is null =>
                new("/start", "A start of work such as 08:30 is expected."),
            EntitlementKind.FlexibleStart when asked.DaysPerWeek is not null =>
                new("/daysPerWeek", "Days belong to flexiblePlace."),
            EntitlementKind.FlexiblePlace or EntitlementKind.FlexibleStart or EntitlementKind.DayOff => null,
            _ => throw new ArgumentOutOfRangeException(nameof(asked)),
        };
    }
}
