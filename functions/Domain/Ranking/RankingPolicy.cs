using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Ranking;

/// <summary>
/// The top share that may earn flexible work: at most this percentage of the assessed, rounded down, of those with at
/// least this predicate. PP 30/2019's "best 20% of the agency"; rounding and floor are policy with these defaults.
/// </summary>
public sealed record RankingPolicy(string Version, int TopPercent, Predicate TopFloor)
{
    public static RankingPolicy Default { get; } = new("ranking-2026.1", 20, Predicate.Good);

    /// <summary>⌊percent of the assessed⌋: 0 for fewer than five people at 20%.</summary>
    public int CapOf(int assessed) => assessed * TopPercent / 100;
}
