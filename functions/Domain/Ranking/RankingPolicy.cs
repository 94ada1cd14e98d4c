using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Ranking;

/// <summary>
/// The top share that may earn flexible work: at most this percentage of the assessed, rounded down, of those with at
/// least this predicate. PP 30/2019's "best 20% of the agency"; rounding and floor are policy with these defaults.
/// </summary>
public sealed record RankingPolicy(string Version, int TopPercent, Predicate TopFloor)
{
    public static RankingPolicy Default { get; } = new("ranking-2026.1", 20, Predicate.Good);

    /// <summary>
    /// With fewer assessed people nobody is in the top share. No rule names a figure; the default is the smallest agency of
    /// which a fifth is one person, so that it takes nobody away whom the percentage would have let in.
    /// </summary>
    public int MinimumCohort { get; init; } = 5;

    /// <summary>Whether a discipline case that is still examined keeps the reward from a person (PermenPANRB 4/2025).</summary>
    public bool ExcludeDisciplineInProcess { get; init; } = true;

    /// <summary>Whether a discipline punishment that is being served does (PermenPANRB 4/2025).</summary>
    public bool ExcludeDisciplineServing { get; init; } = true;

    /// <summary>Fewer whole months in service at the period's end is new staff; 0 for no such rule. The regulation gives no figure.</summary>
    public int NewStaffMonths { get; init; } = 12;

    /// <summary>Whether lines also hold the place in the person's unit, for the assessment team's talent profile.</summary>
    public bool PerUnit { get; init; }

    /// <summary>⌊percent of the assessed⌋: 0 for fewer than five people at 20%, and below the minimum cohort.</summary>
    public int CapOf(int assessed) => assessed < MinimumCohort ? 0 : (int)((long)assessed * TopPercent / 100);
}
