using Kinerja.Domain.Evaluation;

namespace Kinerja.Benchmarks.Ranking;

/// <summary>
/// What must come out the same everywhere: people ranked, the sum of their places and of their percent ranks in whole
/// millionths, who is in the top share, and units whose predicates break the pattern of a unit rated Baik (SE 3/2023:
/// at most 70% Baik, somebody below it).
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

    public static bool BreaksPattern(PredicateCounts unit) => BreaksPattern(
        unit.Assessed, unit.Good, unit.NeedsImprovement + unit.Poor);

    public static bool BreaksPattern(int assessed, int good, int below) =>
        assessed > 0 && ((10L * good) > (7L * assessed) || below == 0);
}

/// <summary>
/// One run over everybody. Processor: this process's own seconds, which a busy machine's waiting does not lengthen. Bytes: what
/// the run allocated, of which its result is a part. Neither is known of a database.
/// </summary>
internal sealed record RankingSample(double Seconds, double ProcessorSeconds, double BytesPerPerson, RankingSum Sum);
