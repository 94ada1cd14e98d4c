using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Feedback;

/// <summary>
/// Who may say what about whom: nobody about themselves; a leader is the receiver's rater or the rater's delegate of
/// that day, a subordinate somebody whom the receiver rates, a peer somebody of the same unit who is none of these;
/// anybody in the agency may have been served, which an app tells: whoever signs in stands in one of the other roles.
/// Whoever has left service stands in none.
/// </summary>
public static class FeedbackRules
{
    public static Result<FeedbackNote> Accept(
        FeedbackNote note, Employee giver, Employee receiver, IEnumerable<Delegation> delegations, LocalDate today)
    {
        if (giver.Id == receiver.Id)
        {
            return new Refusal(
                RefusalKind.Unprocessable,
                RefusalCodes.SelfFeedback,
                "Nobody gives feedback on themselves.")
            { Faults = [new("/giverId", "The same person as the receiver.")] };
        }

        var leads = DelegationRules.ActsAsRater(receiver, giver.Id, delegations, today);
        var fits = giver.Active && Fits(note.Claim.Role, giver, receiver, leads);
        var isOwnWord = note.Actor?.Proof == ActorProof.PersonToken;
        return fits && !(isOwnWord && note.Claim.Role == GiverRole.Served)
            ? note
            : new Refusal(
                RefusalKind.Unprocessable,
                RefusalCodes.FeedbackRoleMismatch,
                "The giver does not stand in that role to the receiver.")
            {
                Faults = [fits
                    ? new("/role", "Who was served speaks through an app.")
                    : new("/role", "Not so according to the register.")],
            };
    }

    /// <summary>The roles, served left out, in which somebody in service stands to another one.</summary>
    /// <param name="giver">As registered today.</param>
    /// <param name="receiver">The same.</param>
    /// <param name="leads">Whether the giver acts as the receiver's rater today.</param>
    public static IEnumerable<GiverRole> RolesOf(Employee giver, Employee receiver, bool leads) =>
        giver.Id == receiver.Id || !giver.Active
            ? []
            : new[] { GiverRole.Leader, GiverRole.Peer, GiverRole.Subordinate }.Where(
                role => Fits(role, giver, receiver, leads));

    private static bool Fits(GiverRole role, Employee giver, Employee receiver, bool leads)
    {
        var follows = giver.RaterId == receiver.Id;
        return role switch
        {
            GiverRole.Leader => leads,
            GiverRole.Subordinate => follows,
            GiverRole.Peer => giver.UnitId == receiver.UnitId && !leads && !follows,
            GiverRole.Served => true,
        };
    }

    /// <summary>
    /// Whether a leader owes the person feedback in a quarter: in service on a day before the quarter's last one.
    /// </summary>
    public static bool IsOwedFeedback(Employment person, Quarter quarter) =>
        person.ServesWithin(quarter.FirstDay, quarter.EndDay.PlusDays(-2));
}
