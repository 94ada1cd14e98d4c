using NodaTime;

namespace Kinerja.Domain.Evaluation;

/// <summary>How far a run is. Each step may be repeated; none goes back.</summary>
public enum RunState
{
    Planned,
    Gathered,
    Evaluated,
    Ranked,
    Published,
}

/// <summary>
/// One quarter or year of one agency. Its people are split into shards by hash; its policies are named once, at planning, so that
/// a repeat reads the same. Attempt grows when a stalled run is set going again.
/// </summary>
public sealed record EvaluationRun(
    AgencyId AgencyId,
    AppraisalPeriod Period,
    int Revision,
    RunState State,
    int Shards,
    int Attempt,
    Instant PlannedAt,
    Instant ProgressAt,
    string EvaluationPolicyVersion,
    string RankingPolicyVersion)
{
    /// <summary>By which its units are held against a pattern and its raters against each other.</summary>
    public string DistributionPolicyVersion { get; init; } = Distribution.DistributionPolicy.Default.Version;

    /// <summary>Such as <c>r1</c>; a re-run after an objection will be r2.</summary>
    public string RevisionName => $"r{Revision}";
}
