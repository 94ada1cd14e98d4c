using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>
/// Who may put a name to the check-in of somebody without a phone: whoever is above the person on that day, and whom
/// the person's rater of record named (a delegate). Nobody assists himself. No rule says it.
/// </summary>
public static class AssistanceRules
{
    /// <param name="helper">Whose name it is.</param>
    /// <param name="person">Who checks in, as of that day.</param>
    /// <param name="isAbove">Whether the helper is above the person on that day.</param>
    /// <param name="delegations">Of the person's rater of record.</param>
    /// <param name="day">The day of capture.</param>
    /// <returns>Null when the helper may.</returns>
    public static Refusal? WhyNot(
        EmployeeId helper, Employee person, bool isAbove, IEnumerable<Delegation> delegations, LocalDate day) =>
        helper != person.Id
        && (isAbove || delegations.Any(d => d.DelegateId == helper && d.HoldsOn(day)))
            ? null
            : new Refusal(
                RefusalKind.NotAllowed,
                RefusalCodes.NotAbove,
                "Only somebody above the person, or whom the person's rater named, helps with a check-in.")
            { Faults = [new("/assistedById", $"{helper} is not above {person.Id}.")] };
}
