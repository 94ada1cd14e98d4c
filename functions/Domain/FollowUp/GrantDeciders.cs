using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.FollowUp;

/// <summary>
/// The officials whom the follow-up policy names to grant rewards, by person or by post. Nobody named: a person's
/// superiors, which are the rater of record and that one's raters, and the heads of the unit and of those above it.
/// </summary>
public sealed record GrantDeciders(IReadOnlySet<EmployeeId> People, IReadOnlySet<PostId> Posts)
{
    public static GrantDeciders Superiors { get; } = new(new HashSet<EmployeeId>(), new HashSet<PostId>());

    public bool AreNamed => People.Count + Posts.Count > 0;

    public bool Contain(Employee official) =>
        People.Contains(official.Id) || (official.PostId is { } post && Posts.Contains(post));

    /// <summary>Null when the official may decide on the person's grant.</summary>
    /// <param name="official">As of the day of the decision; must be in service.</param>
    /// <param name="person">Whose grant it is.</param>
    /// <param name="isSuperior">Whether the official stands above the person that day.</param>
    public Refusal? FaultOf(Employee official, EmployeeId person, bool isSuperior)
    {
        if (official.Id == person)
        {
            return new Refusal(RefusalKind.NotAllowed, RefusalCodes.OwnCase, "Nobody decides on a grant of one's own.")
            { Faults = [new("/decidedById", "The grant is this person's own.")] };
        }

        return official.Active && (AreNamed ? Contain(official) : isSuperior)
            ? null
            : new Refusal(
                RefusalKind.NotAllowed,
                RefusalCodes.NotTheAuthority,
                AreNamed
                    ? "The agency's follow-up policy names others to grant rewards."
                    : (Sentence)$"Without a word in the follow-up policy a superior of {person} grants rewards.")
            { Faults = [new("/decidedById", "May not decide on this grant.")] };
    }

    /// <summary>
    /// Whoever has a line on a list, in whatever state, competes for it and decides on nothing of it. Whoever has none
    /// can gain nothing by it, since nobody moves up into a place.
    /// </summary>
    public static Refusal Competes(EmployeeId official) =>
        new(RefusalKind.NotAllowed, RefusalCodes.OwnCase, $"{official} stands on this list and decides on none of it.")
        { Faults = [new("/decidedById", "Stands on the list.")] };
}
