using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Surveys;

namespace Kinerja.Domain.Ranking;

/// <summary>
/// A summary as others than the agency see it. Groups of few are left out as in surveys (<see cref="SmallGroups"/>):
/// predicates and the unassessed are the groups of one total, the top share and the rest those of another. An agency of
/// few shows no number of people at all. Units in breach are no people.
/// </summary>
public sealed class SharedSummary
{
    private const string Unassessed = "notAssessed";
    private readonly ResultSummary _all;
    private readonly IReadOnlySet<string> _shown;

    public SharedSummary(ResultSummary all)
    {
        _all = all;
        _shown = SmallGroups.Publishable(Enum.GetValues<Predicate>().ToDictionary(p => p.ToString(), all.Counts.Of)
            .Append(new(Unassessed, all.NotAssessed)).ToDictionary());
        InTopShare = SmallGroups.Publishable(new Dictionary<string, int>
        {
            ["in"] = all.InTopShare,
            ["out"] = all.People - all.InTopShare,
        }).Contains("in") ? all.InTopShare : null;
    }

    public int? People => _all.People >= SmallGroups.LeastSize ? _all.People : null;

    /// <summary>Null: not shown.</summary>
    public int? NotAssessed => _shown.Contains(Unassessed) ? _all.NotAssessed : null;

    /// <summary>People of the groups that are not shown; null where nothing is.</summary>
    public int? Withheld => People is { } people
        ? people - Enum.GetValues<Predicate>().Sum(p => Of(p) ?? 0) - (NotAssessed ?? 0)
        : null;

    public int? InTopShare { get; }

    public DistributionCounts Distribution => _all.Distribution;

    public PresenceCounts? Present => Shown(_all.Present);

    public PresenceCounts? Flexible => Shown(_all.Flexible);

    /// <summary>Null: not shown.</summary>
    public int? Of(Predicate predicate) => _shown.Contains(predicate.ToString()) ? _all.Counts.Of(predicate) : null;

    private static PresenceCounts? Shown(PresenceCounts counts) =>
        counts.People >= SmallGroups.LeastSize ? counts : null;
}
