using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Feedback;

/// <summary>
/// What may be written down of a dialogue (PermenPANRB 6/2022: leader and person). The leader is the person's rater or
/// the rater's delegate when it is first written down; an action once agreed stays in every later version, done or
/// dropped.
/// </summary>
public static class DialogueRules
{
    /// <param name="standing">The version that stands; null for the first.</param>
    /// <param name="next">What is to stand.</param>
    /// <param name="person">The person of the dialogue, as registered.</param>
    /// <param name="delegations">Those of the person's rater.</param>
    /// <param name="today">By the agency's zone.</param>
    public static Result<DialogueNote> Accept(
        DialogueNote? standing, DialogueNote next, Employee person, IEnumerable<Delegation> delegations,
        LocalDate today)
    {
        if (standing is null && !DelegationRules.ActsAsRater(person, next.LeaderId, delegations, today))
        {
            return Refusal.NotTheRater(
                "/leaderId", "The leader of a dialogue is the person's rater or the rater's delegate.");
        }

        if (next.WrittenById != next.EmployeeId && next.WrittenById != next.LeaderId)
        {
            return new Refusal(
                RefusalKind.NotAllowed, RefusalCodes.NotAParticipant, "Only the two who talked write it down.")
            { Faults = [new("/writtenById", "Neither the leader nor the person.")] };
        }

        if (next.Content.HeldOn > today)
        {
            return new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.DayNotBegun, "The dialogue has not been held yet.")
            { Faults = [new("/heldOn", "Not after today.")] };
        }

        IReadOnlyList<FieldFault> faults = [.. FaultsOf(next), .. standing is null ? [] : Lost(standing, next)];
        return faults.Count == 0
            ? next
            : new Refusal(RefusalKind.Malformed, RefusalCodes.InvalidField, faults[0].Detail) { Faults = faults };
    }

    /// <summary>Open after their due day, the longest overdue first.</summary>
    public static IReadOnlyList<OverdueAction> Overdue(IEnumerable<DialogueNote> dialogues, LocalDate today) =>
    [
        .. dialogues
            .SelectMany(d => d.Content.Actions.Where(a => a.IsOverdueOn(today)).Select(a => new OverdueAction(d, a)))
            .OrderBy(o => o.Action.DueOn).ThenBy(o => o.Dialogue.EmployeeId).ThenBy(o => o.Action.Id),
    ];

    private static IEnumerable<FieldFault> FaultsOf(DialogueNote next)
    {
        var actions = next.Content.Actions;
        for (var i = 0; i < actions.Count; i++)
        {
            var action = actions[i];
            if (actions.Take(i).Any(a => a.Id == action.Id))
            {
                yield return new($"/actions/{i}/id", "This action stands twice.");
            }

            if (action.ById != next.EmployeeId && action.ById != next.LeaderId)
            {
                yield return new($"/actions/{i}/byId", "The leader or the person is expected.");
            }

            if (action.DueOn < next.Content.HeldOn)
            {
                yield return new($"/actions/{i}/dueOn", "Not before the dialogue.");
            }

            if (action.State == ActionState.Dropped && action.Outcome is null)
            {
                yield return new($"/actions/{i}/outcome", "What is dropped says why.");
            }
        }
    }

    private static IEnumerable<FieldFault> Lost(DialogueNote standing, DialogueNote next)
    {
        if (next.LeaderId != standing.LeaderId)
        {
            yield return new("/leaderId", "The participants of a dialogue stay.");
        }

        var kept = next.Content.Actions.Select(a => a.Id).ToHashSet();
        foreach (var action in standing.Content.Actions.Where(a => !kept.Contains(a.Id)))
        {
            yield return new("/actions", $"{action.Id} was agreed and stays: it is done or dropped, with words.");
        }
    }
}
