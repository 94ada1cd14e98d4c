namespace Kinerja.Domain.Feedback;

/// <summary>How many notes said what; some say no level.</summary>
public sealed record LevelCounts(int Below, int Meets, int Above, int WithoutLevel)
{
    public static LevelCounts Of(IReadOnlyCollection<FeedbackNote> notes) => new(
        notes.Count(n => n.Level == ExpectationLevel.Below),
        notes.Count(n => n.Level == ExpectationLevel.Meets),
        notes.Count(n => n.Level == ExpectationLevel.Above),
        notes.Count(n => n.Level is null));
}

/// <summary>What the givers of one role said about one subject, together.</summary>
public sealed record HeardTogether(GiverRole Role, FeedbackSubject Subject, int Givers, LevelCounts Levels);

/// <summary>
/// What a person may see of what peers, subordinates and served parties said: counts by role and subject, no giver, no
/// words. Leaders are named and not in here.
/// </summary>
public static class AnonymousFeedback
{
    /// <summary>
    /// A group (role and subject) grows in steps: notes wait, in the order they came, until <paramref name="least"/>
    /// different givers wait, and then show together. So nothing is ever shown of fewer givers, and neither two looks
    /// at different times nor two groups subtracted from one another tell of fewer: groups share no note, and there is
    /// no total.
    /// </summary>
    public static IReadOnlyList<HeardTogether> Shown(IEnumerable<FeedbackNote> notes, int least) =>
    [
        .. notes.Where(n => n.Role != GiverRole.Leader)
            .GroupBy(n => (n.Role, n.Subject))
            .OrderBy(group => group.Key.Role).ThenBy(group => group.Key.Subject)
            .Select(group => (group.Key, Notes: Complete(group, least)))
            .Where(group => group.Notes.Count > 0)
            .Select(group => new HeardTogether(
                group.Key.Role,
                group.Key.Subject,
                group.Notes.Select(n => n.GiverId).Distinct().Count(),
                LevelCounts.Of(group.Notes))),
    ];

    private static List<FeedbackNote> Complete(IEnumerable<FeedbackNote> group, int least)
    {
        var (shown, waiting, givers) = (new List<FeedbackNote>(), new List<FeedbackNote>(), new HashSet<EmployeeId>());
        foreach (var note in group.OrderBy(n => n.ReceivedAt).ThenBy(n => n.Id))
        {
            waiting.Add(note);
            givers.Add(note.GiverId);
            if (givers.Count >= least)
            {
                shown.AddRange(waiting);
                waiting.Clear();
                givers.Clear();
            }
        }

        return shown;
    }
}
