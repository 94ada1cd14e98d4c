using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Feedback;

/// <summary>
/// Who may say what about whom: nobody about themselves; a leader is the receiver's rater or the rater's delegate of
/// that day, a subordinate somebody whom the receiver rates, a peer somebody of the same unit who is none of these;
/// anybody in the agency may have been served.
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
        var follows = giver.RaterId == receiver.Id;
        var fits = note.Claim.Role switch
        {
            GiverRole.Leader => leads,
            GiverRole.Subordinate => follows,
            GiverRole.Peer => giver.UnitId == receiver.UnitId && !leads && !follows,
            GiverRole.Served => true,
        };
        return fits
            ? note
            : new Refusal(
                RefusalKind.Unprocessable,
                RefusalCodes.FeedbackRoleMismatch,
                "The giver does not stand in that role to the receiver.")
            { Faults = [new("/role", "Not so according to the register.")] };
    }

    /// <summary>
    /// Whether a leader owes the person feedback in a quarter: in service on a day before the quarter's last one.
    /// </summary>
    public static bool IsOwedFeedback(Employment person, Quarter quarter) =>
        person.ServesWithin(quarter.FirstDay, quarter.EndDay.PlusDays(-2));
}
