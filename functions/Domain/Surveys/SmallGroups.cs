namespace Kinerja.Domain.Surveys;

/// <summary>
/// Which groups may be published beside their total. A group below the least size is left out, and so are as many of
/// the smallest others as it takes for what is left out to reach the least size together: else the total less the
/// published groups would tell the small one's answers.
/// </summary>
public static class SmallGroups
{
    /// <summary>As the ministry's own surveys are reported: policy, not law.</summary>
    public const int LeastSize = 10;

    /// <summary>
    /// Keys that may be published; none at all when the total itself is too small. Of equals the later key stays out.
    /// </summary>
    public static HashSet<string> Publishable(IReadOnlyDictionary<string, int> sizes, int least = LeastSize)
    {
        var total = sizes.Values.Sum();
        var published = sizes.Where(g => total >= least && g.Value >= least)
            .OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var leftOut = total - published.Sum(g => g.Value);
        while (published.Count > 0 && leftOut > 0 && leftOut < least)
        {
            leftOut += published[^1].Value;
            published.RemoveAt(published.Count - 1);
        }

        return published.Select(g => g.Key).ToHashSet();
    }
}
