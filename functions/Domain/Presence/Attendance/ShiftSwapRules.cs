using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Who swaps shifts, and by whose leave. One of the two asks, the other agrees, and the nearest superior of each who is
/// neither of them approves, or who acts for that one; one who may for both approves once. The order does not matter.
/// The swap holds from the last of these on, and what is held against it is held against it at each of them. Whoever
/// may answer may decline, and who asked may withdraw by that. No regulation says it; whose superior changes meanwhile
/// waits for the new one.
/// </summary>
public static class ShiftSwapRules
{
    /// <summary>From the first to the last of its dates.</summary>
    public const int MostDays = 28;

    /// <summary>How far ahead shifts are swapped. No rule says it.</summary>
    public const int MostDaysAhead = 92;

    public static Result<ShiftSwap> Request(ShiftSwapCommand claim, Actor actor, ShiftSwapCase at)
    {
        if (at.Approvers.Count == 0)
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
        List<EmployeeId> rights = [.. at.Approvers.Where(a => a.All.Contains(by)).Select(a => a.Superior)];
        var earlier = known.Trail.LastOrDefault(s => s.By == by && s.State == act);
        var repeats = earlier is not null && (!known.IsOpen || !rights.Except(earlier.InNameOf).Any());
        if (repeats && earlier!.Words == decision.Reason)
        {
            return known;
        }

        if (!known.IsOpen || repeats)
        {
            return new Refusal(
                RefusalKind.Conflict, RefusalCodes.ShiftSwapDecided, "It was answered; a new swap may be asked for.");
        }

        if (by != known.WithId && rights.Count == 0 && (decision.Approved || by != known.EmployeeId))
        {
            const string Detail = "The other person answers, and the nearest superior of each or a delegate.";
            return new Refusal(RefusalKind.NotAllowed, RefusalCodes.NotTheSuperior, Detail)
            {
                Faults = [new("/decidedById", "Neither the other person nor such a superior.")],
            };
        }

        if (decision.Approved && at.WhyNot(known) is { } no)
        {
            return no;
        }

        var step = new ShiftSwapStep(act, by, at.Now, decision.Reason)
        {
            InNameOf = act == ShiftSwapState.Approved ? rights : [],
            Actor = actor,
        };
        IReadOnlyList<ShiftSwapStep> trail = [.. known.Trail, step];
        return known with { State = StateOf(trail, at.Approvers), Trail = trail };
    }

    /// <summary>Whether the swap cannot hold without an answer of that person, or of whom he or she acts for.</summary>
    public static bool WaitsFor(ShiftSwap known, EmployeeId who, IEnumerable<SwapApprover> approvers) =>
        known.IsOpen
        && ((who == known.WithId && known.State == ShiftSwapState.Requested)
            || approvers.Any(a => a.All.Contains(who) && !HasApproved(known.Trail, a)));

    private static ShiftSwapState StateOf(IReadOnlyList<ShiftSwapStep> trail, IEnumerable<SwapApprover> approvers)
    {
        if (trail.Any(s => s.State == ShiftSwapState.Declined))
        {
            return ShiftSwapState.Declined;
        }

        return !trail.Any(s => s.State == ShiftSwapState.Agreed) ? ShiftSwapState.Requested
            : approvers.All(a => HasApproved(trail, a)) ? ShiftSwapState.Approved
            : ShiftSwapState.Agreed;
    }

    private static bool HasApproved(IEnumerable<ShiftSwapStep> trail, SwapApprover approver) => trail.Any(
        s => s.State == ShiftSwapState.Approved
            && (s.By == approver.Superior || s.InNameOf.Contains(approver.Superior)));
}
