using NodaTime;

namespace Kinerja.Domain.WorkPlans;

/// <summary>
/// A quarter's own figure of a quantitative indicator; one that is not named here is missing, which is not zero.
/// </summary>
public sealed record RealisedFigure(PlanRowId IndicatorId, decimal Value);

/// <summary>
/// What became of one result in a quarter: figures, words for what cannot be counted, and the evidence.
/// </summary>
public sealed record RealisedResult(
    PlanRowId ResultId,
    string? Words,
    IReadOnlyList<RealisedFigure> Figures,
    IReadOnlyList<EvidenceLink> Evidence);

/// <summary>
/// The realisation (realisasi) of a plan in one quarter, reported by the person; each report replaces the one before.
/// </summary>
public sealed record Realisation(
    EmployeeId EmployeeId,
    LocalDate PlanFrom,
    Quarter Quarter,
    IReadOnlyList<RealisedResult> Results,
    Instant ReportedAt,
    int Version)
{
    public Actor? Actor { get; init; }
}
