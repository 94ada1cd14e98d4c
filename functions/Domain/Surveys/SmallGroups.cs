namespace Kinerja.Domain.Surveys;

/// <summary>
/// What may be published of groups beside their total. A group below the least size is left out, and so are as many of
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
    public static IReadOnlySet<string> Publishable(IReadOnlyDictionary<string, int> sizes) =>
        Tell(sizes.ToDictionary(group => group.Key, group => new CellCounts([group.Value], 0)), null)?.Groups
            ?? new HashSet<string>();

    /// <summary>
    /// What may be told of a question now; null: nothing. Who saw what was told before a questionnaire was opened again
    /// could tell what came between: each total and group changed by nobody or by the least size of people, and so did
    /// all that is left out together. A group that was left out stays out.
    /// </summary>
    /// <param name="cells">By group.</param>
    /// <param name="before">What was told last; null when nothing ever was.</param>
    internal static ToldCells? Tell(IReadOnlyDictionary<string, CellCounts> cells, ToldCells? before)
    {
        if (cells.Count == 0)
        {
            return null;
        }

        var all = cells.Values.Aggregate((a, b) => a.With(b));
        if (all.Answered < LeastSize || !Hides(all, before?.All))
        {
            return null;
        }

        var told = cells
            .Where(g => g.Value.Answered >= LeastSize && (before is null || before.Groups.Contains(g.Key))
                && Hides(g.Value, before?.Cells[g.Key]))
            .OrderByDescending(g => g.Value.Answered).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key).ToList();
        var rest = Less(all, cells, told);
        var restBefore = before is null ? null : Less(before.All, before.Cells, told);
        while (told.Count > 0 && !IsClosed(rest, restBefore))
        {
            (rest, restBefore) = (rest.With(cells[told[^1]]), restBefore?.With(before!.Cells[told[^1]]));
            told.RemoveAt(told.Count - 1);
        }

        return new(all, cells, told.ToHashSet());
    }

    private static bool IsClosed(CellCounts rest, CellCounts? before) =>
        rest.Answered is 0 or >= LeastSize && Hides(rest, before);

    /// <summary>Whether the change since then is nobody's, or that of so many that nobody stands out.</summary>
    private static bool Hides(CellCounts now, CellCounts? before) =>
        before is null || now.Since >= LeastSize || (now.Since + now.Untold == 0 && now.SameAs(before));

    private static CellCounts Less(
        CellCounts all, IReadOnlyDictionary<string, CellCounts> cells, IEnumerable<string> groups) =>
        groups.Aggregate(all, (left, group) => new(
            [.. left.Counts.Zip(cells[group].Counts, (a, b) => a - b)], left.Since - cells[group].Since)
        {
            Untold = left.Untold - cells[group].Untold,
        });
}

/// <summary>What is told of a question: the total, and these groups of all that were counted.</summary>
internal sealed record ToldCells(
    CellCounts All, IReadOnlyDictionary<string, CellCounts> Cells, IReadOnlySet<string> Groups);
