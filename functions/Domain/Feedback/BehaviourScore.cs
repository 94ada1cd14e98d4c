namespace Kinerja.Domain.Feedback;

/// <summary>
/// Levels that givers said on the seven values, as a score: the notes of a giver, the givers of a value and the values
/// of a role are plain means, so that nobody counts twice by writing often; roles weigh by policy. What was not said is
/// left out, never zero. Each mean is rounded half up to a hundredth, and the next step goes on with the rounded
/// figure: it can be done by hand.
/// </summary>
public static class BehaviourScore
{
    private static readonly IReadOnlyList<FeedbackSubject> Values =
        [.. Enum.GetValues<FeedbackSubject>().Where(s => s != FeedbackSubject.Result)];

    /// <summary>The order of the notes changes nothing; notes on the work result are not about behaviour.</summary>
    public static BehaviourStatement Of(IEnumerable<FeedbackNote> notes, FeedbackPolicy policy)
    {
        var about = notes.Where(n => n.Claim.Subject != FeedbackSubject.Result).ToList();
        var roles = Enum.GetValues<GiverRole>()
            .Select(role => OfRole(
                role, [.. about.Where(n => n.Claim.Role == role && n.Claim.Level is not null)], policy))
            .OfType<HeardRole>().ToList();
        var counted = roles.Where(r => r.Counts).ToList();
        var others = counted.Any(r => r.Role is GiverRole.Peer or GiverRole.Subordinate);
        var silent = about.Count(n => n.Claim.Level is null);
        Score? value = counted.Count == 0 ? null : Mean([.. counted.Select(r => (r.Points, r.Weight))]);
        return new(value, others, roles, silent);
    }

    private static HeardRole? OfRole(GiverRole role, List<FeedbackNote> notes, FeedbackPolicy policy)
    {
        var values = Values.Select(value => OfValue(value, notes, policy.Points)).OfType<HeardValue>().ToList();
        return values.Count == 0
            ? null
            : new(
                role,
                policy.Weights.Of(role),
                Mean([.. values.Select(v => (v.Points, 1))]),
                values,
                [.. Values.Except(values.Select(v => v.Value))]);
    }

    private static HeardValue? OfValue(FeedbackSubject value, List<FeedbackNote> notes, LevelPoints points)
    {
        var givers = notes.Where(n => n.Claim.Subject == value).GroupBy(n => n.Claim.GiverId)
            .Select(own => (
                Count: own.Count(), Points: Mean([.. own.Select(n => (points.Of(n.Claim.Level!.Value), 1))])))
            .ToList();
        return givers.Count == 0
            ? null
            : new(value, givers.Sum(g => g.Count), givers.Count, Mean([.. givers.Select(g => (g.Points, 1))]));
    }

    /// <summary>The weighted mean in whole hundredths, half up: no order of adding changes it.</summary>
    private static Score Mean(IReadOnlyList<(Score Points, int Weight)> parts)
    {
        var sum = parts.Sum(p => (long)p.Points.Hundredths * p.Weight);
        var weight = parts.Sum(p => (long)p.Weight);
        return Score.FromHundredths((int)(((2 * sum) + weight) / (2 * weight)));
    }
}
