using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Ranking;

namespace Kinerja.Domain.FollowUp;

/// <summary>
/// From the top share of a ranking to grants that a named person approves (PP 30/2019 pilot, seed 001: the best 20%;
/// only suitable posts, never automatic). Who is ruled out keeps the place: nobody moves up into it.
/// </summary>
public static class GrantRules
{
    /// <param name="place">In the ranking.</param>
    /// <param name="top">Whoever is out of the top share has no line.</param>
    /// <param name="asked">What is known of the person on the first day of the grant.</param>
    /// <param name="withLeave">Whether the terms give leave, which asks nothing of post, unit or place.</param>
    public static GrantLine? Propose(
        int place, TopShare top, FlexibleCase asked, bool withLeave = false) => top switch
        {
            TopShare.Out => null,
            TopShare.TiedAtCap => new GrantLine(asked.Employee.Id, place, GrantState.TiedAtCap, [], null),
            TopShare.ExcludedFromReward => new GrantLine(
                asked.Employee.Id, place, GrantState.ExcludedFromReward, FlexibleRules.WhyNoGrant(asked), null),
            TopShare.In => Judged(
                new GrantLine(asked.Employee.Id, place, GrantState.Proposed, [], null), asked, withLeave),
            _ => throw new ArgumentOutOfRangeException(nameof(top)),
        };

    /// <summary>
    /// The same decision again is the stored one, another one is refused. An approval looks at the person afresh:
    /// whoever came under discipline or left since is shown as not eligible instead.
    /// </summary>
    public static Result<GrantLine> Decide(
        GrantLine line, FlexibleCase asked, GrantDecision decision, bool withLeave = false)
    {
        if (decision.DecidedBy == line.EmployeeId)
        {
            return new Refusal(RefusalKind.NotAllowed, RefusalCodes.OwnCase, "Nobody decides on a grant of one's own.")
            { Faults = [new("/decidedById", "The grant is this person's own.")] };
        }

        if (line.Decision is { } known)
        {
            return known == decision with { At = known.At, Actor = known.Actor }
                ? line
                : new Refusal(
                    RefusalKind.Conflict, RefusalCodes.GrantDecided, $"The grant to {line.EmployeeId} was decided.");
        }

        if (line.State is GrantState.TiedAtCap or GrantState.ExcludedFromReward)
        {
            return NotEligible(line);
        }

        var fresh = Judged(line, asked, withLeave);
        if (decision.Approved && fresh.State == GrantState.NotEligible)
        {
            return fresh;
        }

        return fresh
            with
        { State = decision.Approved ? GrantState.Approved : GrantState.Declined, Decision = decision };
    }

    private static GrantLine Judged(GrantLine line, FlexibleCase asked, bool withLeave)
    {
        var reasons = FlexibleRules.WhyNoGrant(asked);
        return line with
        {
            State = reasons.Count == 0 || (withLeave && !reasons.Any(FlexibleRules.IsOfThePerson))
                ? GrantState.Proposed
                : GrantState.NotEligible,
            Reasons = reasons
        };
    }

    private static Refusal NotEligible(GrantLine line) => new(
        RefusalKind.Unprocessable, RefusalCodes.NotEligible, $"{line.EmployeeId} has no place in the rewarded share.");
}
