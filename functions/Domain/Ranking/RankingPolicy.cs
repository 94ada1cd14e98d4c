using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Ranking;

/// <summary>
/// The top share that may earn flexible work: at most this percentage of the assessed, rounded down, of those with at
/// least this predicate. PP 30/2019's "best 20% of the agency"; rounding and floor are policy.
/// </summary>
public sealed record RankingPolicy(string Version, int TopPercent, Predicate TopFloor)
{
    /// <summary>
    /// With fewer assessed people nobody is in the top share. No rule names a figure; shipped is the smallest agency of
    /// which a fifth is one person, so that it takes nobody away whom the percentage would have let in.
    /// </summary>
    public required int MinimumCohort { get; init; }

    /// <summary>
    /// Whether a discipline case that is still examined keeps the reward from a person (PermenPANRB 4/2025).
    /// </summary>
    public required bool ExcludeDisciplineInProcess { get; init; }

    /// <summary>Whether a discipline punishment that is being served does (PermenPANRB 4/2025).</summary>
    public required bool ExcludeDisciplineServing { get; init; }

    /// <summary>
    /// Fewer whole months in service at the period's end is new staff; 0 for no such rule. The regulation gives no
    /// figure.
    /// </summary>
    public required int NewStaffMonths { get; init; }

    /// <summary>
    /// Whether lines also hold the place in the person's unit, for the assessment team's talent profile.
    /// </summary>
    public required bool PerUnit { get; init; }

    /// <summary>
    /// Whether months are ranked, with a top share, and their rankings published; without it a month has evaluations
    /// alone.
    /// </summary>
    public bool Months { get; init; }

    /// <summary>What the published lines say of a person beside the result; nothing as shipped.</summary>
    public ReleasedFacts Releases { get; init; }

    public bool Ranks(AppraisalPeriod period) => Months || period.Kind != PeriodKind.Month;

    /// <summary>Null for a period that is ranked.</summary>
    public Refusal? WhyNotRanked(AppraisalPeriod period) => Ranks(period)
        ? null
        : new Refusal(
            RefusalKind.NotFound,
            RefusalCodes.PeriodNotRanked,
            "The agency ranks no months; its `ranking` policy of the month's last day would say so.");

    /// <summary>For a period that is not ranked nobody is in a top share.</summary>
    public RankingPolicy For(AppraisalPeriod period) => Ranks(period) ? this : this with { TopPercent = 0 };

    /// <summary>⌊percent of the assessed⌋: 0 for fewer than five people at 20%, and below the minimum cohort.</summary>
    public int CapOf(int assessed) => assessed < MinimumCohort ? 0 : (int)((long)assessed * TopPercent / 100);
}
