using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Domain.Tests.Evaluation.Distribution;

/// <summary>
/// Short hands for units in tests: five numbers from Sangat Baik to Sangat Kurang, as the circular's table has them.
/// </summary>
internal static class Patterns
{
    internal static readonly DistributionPolicy Circular = DistributionPolicy.Default;

    internal static readonly DistributionPolicy Government = DistributionPolicy.Default
        with
    { Pattern = DistributionPattern.Pp30Of2019 };

    internal static PredicateCounts Counts(string bestFirst)
    {
        var people = bestFirst.Split(' ').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        return new PredicateCounts(people[4], people[3], people[2], people[1], people[0]);
    }

    /// <summary>What is breached, such as <c>atMost VeryGood 7 found 8</c>.</summary>
    internal static string Breaches(OrganisationLevel level, string bestFirst, DistributionPolicy policy) =>
        string.Join("; ", DistributionRules.Limits(level, Counts(bestFirst), policy).Where(l => !l.Kept).Select(l =>
            $"{l.Limit.Kind} {string.Join('+', l.Limit.Predicates)} {l.Wanted} found {l.Found}"));
}
