namespace Kinerja.Domain.FollowUp;

/// <summary>
/// Who may consider a case (Tim Penilai Kinerja, PP 30/2019; seed 000: no sanction before the team has considered it).
/// What was recorded stands, also where the policy asked for fewer members then.
/// </summary>
public static class TeamRules
{
    /// <summary>
    /// Null for a team of at least so many as the policy says, each once, without the person and without who rates:
    /// both are sides of the case.
    /// </summary>
    /// <param name="person">Whose case it is.</param>
    /// <param name="asked">The meeting.</param>
    /// <param name="terms">The agency's, of today.</param>
    /// <param name="raters">Who rated the person in the period, and who rates by now.</param>
    public static Refusal? FaultOf(
        EmployeeId person, Consideration asked, ProposalTerms terms, IReadOnlyCollection<EmployeeId> raters)
    {
        if (asked.Members.Contains(person) || asked.RecordedBy == person)
        {
            return Own("Nobody takes part in a case of one's own.", "The case is this person's own.");
        }

        if (asked.Members.Any(raters.Contains))
        {
            return Own("Who rates the person is a side and no member of the team.", "The person's rater.");
        }

        return asked.Members.Distinct().Count() >= terms.TeamMembers
            ? null
            : new Refusal(
                RefusalKind.Unprocessable,
                RefusalCodes.TeamTooSmall,
                $"At least {terms.TeamMembers} members consider a case (policy follow-up, proposals/teamMembers).")
            { Faults = [new("/memberIds", $"At least {terms.TeamMembers}, each once.")] };
    }

    /// <summary>Whether somebody besides the decider considered the case last.</summary>
    public static bool IsConsideredByOthers(Proposal known, EmployeeId decider) =>
        known.Considerations is [.., var last] && last.Members.Any(member => member != decider);

    private static Refusal Own(Sentence detail, Sentence fault) =>
        new(RefusalKind.NotAllowed, RefusalCodes.OwnCase, detail) { Faults = [new("/memberIds", fault)] };
}
