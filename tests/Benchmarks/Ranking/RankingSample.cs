using Kinerja.Domain.Evaluation;

namespace Kinerja.Benchmarks.Ranking;

/// <summary>
/// What must come out the same everywhere: people ranked, the sum of their places and of their percent ranks in whole
/// millionths, who is in the top share, and units of three or more whose predicates break the pattern of a unit rated
/// Baik (SE 3/2023: no predicate has more people than Baik, at most 70% have it, somebody is below it).
/// </summary>
internal readonly record struct RankingSum(
    long Assessed, long Places, long Millionths, long InTopShare, long TiedAtCap, long Breaches)
{
    public static RankingSum operator +(RankingSum a, RankingSum b) => new(
        a.Assessed + b.Assessed,
        a.Places + b.Places,
        a.Millionths + b.Millionths,
        a.InTopShare + b.InTopShare,
        a.TiedAtCap + b.TiedAtCap,
        a.Breaches + b.Breaches);

    /// <summary>The limit's own short form of the rule; counts by predicate, which count from 1.</summary>
    public static bool BreaksPattern(ReadOnlySpan<int> counts)
    {
        var (assessed, good, others) = (0, counts[(int)Predicate.Good], 0);
        for (var predicate = 1; predicate < counts.Length; predicate++)
        {
            assessed += counts[predicate];
            others = predicate == (int)Predicate.Good ? others : Math.Max(others, counts[predicate]);
        }

        var below = counts[(int)Predicate.NeedsImprovement] + counts[(int)Predicate.Poor];
        return assessed >= 3 && (10 * good > 7 * assessed || below == 0 || others > good);
    }
}

/// <summary>
/// One run over everybody. Processor: this process's own seconds, which a busy machine's waiting does not lengthen.
/// Bytes: what the run allocated, of which its result is a part. Neither is known of a database.
/// </summary>
internal sealed record RankingSample(double Seconds, double ProcessorSeconds, double BytesPerPerson, RankingSum Sum);
