using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Who swaps shifts, and by whose leave. One of the two asks, the other agrees, and the nearest superior of each who is
/// neither of them approves; one who is above both approves once. The order does not matter. The swap holds from the
/// last of these on, and what is held against it is held against it at each of them. Whoever may answer may decline,
/// and who asked may withdraw by that. No regulation says it; whose superior changes meanwhile waits for the new one.
/// </summary>
public static class ShiftSwapRules
{
    /// <summary>From the first to the last of its dates.</summary>
    public const int MostDays = 28;

    /// <summary>How far ahead shifts are swapped. No rule says it.</summary>
    public const int MostDaysAhead = 92;

    public static Result<ShiftSwap> Request(ShiftSwapCommand claim, Actor actor, ShiftSwapCase at)
    {
        if (at.Superiors.Count == 0)
        {
            return new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.NoSuperior, "Nobody above the two could approve it.");
        }

        var asked = new ShiftSwapStep(ShiftSwapState.Requested, claim.EmployeeId, at.Now, claim.Reason)
        {
            Actor = actor,
        };
        var swap = new ShiftSwap(
            claim.Id, claim.AgencyId, claim.EmployeeId, claim.WithId, claim.Dates, ShiftSwapState.Requested, [asked]);
        return at.WhyNot(swap) is { } no ? no : swap;
    }

    /// <summary>The same answer again is the stored one; another one is refused.</summary>
    public static Result<ShiftSwap> Decide(ShiftSwap known, DayDecision decision, Actor actor, ShiftSwapCase at)
    {
        var by = decision.DecidedBy;
        var act = !decision.Approved ? ShiftSwapState.Declined
            : by == known.WithId ? ShiftSwapState.Agreed
            : ShiftSwapState.Approved;
        var earlier = known.Trail.LastOrDefault(s => s.By == by && s.State != ShiftSwapState.Requested);
        if (earlier is not null && earlier.State == act && earlier.Words == decision.Reason)
        {
            return known;
        }

        if (known.State is ShiftSwapState.Approved or ShiftSwapState.Declined
            || (earlier is not null && earlier.State == act))
        {
            return new Refusal(
                RefusalKind.Conflict, RefusalCodes.ShiftSwapDecided, "It was answered; a new swap may be asked for.");
        }

        if (by != known.WithId && !at.Superiors.Contains(by) && (decision.Approved || by != known.EmployeeId))
        {
            const string Detail = "The other person answers, and the nearest superior of each.";
            return new Refusal(RefusalKind.NotAllowed, RefusalCodes.NotTheSuperior, Detail)
            {
                Faults = [new("/decidedById", "Neither the other person nor such a superior.")],
            };
        }

        if (decision.Approved && at.WhyNot(known) is { } no)
        {
            return no;
        }

        var step = new ShiftSwapStep(act, by, at.Now, decision.Reason) { Actor = actor };
        IReadOnlyList<ShiftSwapStep> trail = [.. known.Trail, step];
        return known with { State = StateOf(trail, at.Superiors), Trail = trail };
    }

    private static ShiftSwapState StateOf(IReadOnlyList<ShiftSwapStep> trail, IEnumerable<EmployeeId> superiors)
    {
        if (trail.Any(s => s.State == ShiftSwapState.Declined))
        {
            return ShiftSwapState.Declined;
        }

        var approved = trail.Where(s => s.State == ShiftSwapState.Approved).Select(s => s.By).ToHashSet();
        return !trail.Any(s => s.State == ShiftSwapState.Agreed) ? ShiftSwapState.Requested
            : superiors.All(approved.Contains) ? ShiftSwapState.Approved
            : ShiftSwapState.Agreed;
    }
}
