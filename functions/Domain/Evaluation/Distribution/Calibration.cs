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
}
