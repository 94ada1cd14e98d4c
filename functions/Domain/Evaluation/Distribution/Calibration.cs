using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Evaluation.Distribution;

/// <summary>One person of a run as calibration sees it.</summary>
public readonly record struct CalibratedPerson(
    EvaluationInput Input, EmployeeEvaluation Evaluation, EmploymentKind Kind);

/// <summary>Somebody without a predicate, for the leader who has to see to it.</summary>
public sealed record UnassessedPerson(EmployeeId EmployeeId, UnitId UnitId, NotAssessedReason Reason);

/// <summary>
/// What leaders look at together before results become final: units (or the agency) against the pattern, raters against
/// each other, and who is not assessed.
/// </summary>
public sealed record Calibration(
    DistributionPolicy Policy,
    int Assessed,
    IReadOnlyList<DistributionFinding> Findings,
    IReadOnlyList<RaterStatistics> Raters,
    IReadOnlyList<UnassessedPerson> NotAssessed)
{
    public int Breaches => Findings.Sum(finding => finding.Breaches.Count());

    /// <summary>
    /// What one leader may see: findings of units for which the leader answers, and of the agency where the pattern is
    /// about it; the own line and those of raters below; of who is not assessed, oneself and people below.
    /// </summary>
    public Calibration SeenBy(EmployeeId leader, IReadOnlySet<EmployeeId> below, IReadOnlySet<UnitId> units)
    {
        return this with
        {
            Findings = [.. Findings.Where(f => f.UnitId is not { } unit || units.Contains(unit))],
            Raters = [.. Raters.Where(r => IsSeen(r.RaterId))],
            NotAssessed = [.. NotAssessed.Where(p => IsSeen(p.EmployeeId))],
        };

        bool IsSeen(EmployeeId one) => one == leader || below.Contains(one);
    }
}
