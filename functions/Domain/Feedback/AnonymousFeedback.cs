using NodaTime;

namespace Kinerja.Domain.Feedback;

/// <summary>How many notes said what; some say no level.</summary>
public sealed record LevelCounts(int Below, int Meets, int Above, int WithoutLevel)
{
    public static LevelCounts Of(IReadOnlyCollection<FeedbackNote> notes) => new(
        notes.Count(n => n.Claim.Level == ExpectationLevel.Below),
        notes.Count(n => n.Claim.Level == ExpectationLevel.Meets),
        notes.Count(n => n.Claim.Level == ExpectationLevel.Above),
        notes.Count(n => n.Claim.Level is null));
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
    /// no total. Of a month show the quarter's steps that became full in it: steps of its own would overlap with those
    /// of the quarter, and their difference would tell of fewer.
    /// </summary>
    /// <param name="notes">Of one person and quarter, in any order.</param>
    /// <param name="least">Different givers that make a step full; 1 or more.</param>
    /// <param name="month">Only the steps that became full within it; null for all.</param>
    public static IReadOnlyList<HeardTogether> Shown(
        IEnumerable<FeedbackNote> notes, int least, Interval? month = null) =>
    [
        .. notes.Where(n => n.Claim.Role != GiverRole.Leader)
            .GroupBy(n => (n.Claim.Role, n.Claim.Subject))
            .OrderBy(group => group.Key.Role).ThenBy(group => group.Key.Subject)
            .Select(group => (group.Key, Notes: Complete(group, least, month)))
            .Where(group => group.Notes.Count > 0)
            .Select(group => new HeardTogether(
                group.Key.Role,
                group.Key.Subject,
                group.Notes.Select(n => n.Claim.GiverId).Distinct().Count(),
                LevelCounts.Of(group.Notes))),
    ];

    private static List<FeedbackNote> Complete(IEnumerable<FeedbackNote> group, int least, Interval? month)
    {
        var (shown, waiting, givers) = (new List<FeedbackNote>(), new List<FeedbackNote>(), new HashSet<EmployeeId>());
        foreach (var note in group.OrderBy(n => n.ReceivedAt).ThenBy(n => n.Claim.Id))
        {
            waiting.Add(note);
            givers.Add(note.Claim.GiverId);
            if (givers.Count >= least)
            {
                shown.AddRange(month?.Contains(note.ReceivedAt) == false ? [] : waiting);
                waiting.Clear();
                givers.Clear();
            }
        }

        return shown;
    }
}
