using NodaTime;

namespace Kinerja.Domain.WorkPlans;

public enum WorkPlanState
{
    /// <summary>Written by the person or the rater; it does not count yet.</summary>
    Drafted,

    /// <summary>The rater agreed in dialogue; it counts until a later version is agreed.</summary>
    Agreed,
}

/// <summary>Who said yes to a version, and what the dialogue came to.</summary>
public sealed record PlanAgreement(EmployeeId By, Instant At, string? Words)
{
    public Actor? Actor { get; init; }
}

/// <summary>
/// A version of a person's work plan (SKP) for one post period: from a day of a year to the year's end, or to the first
/// day of the next plan after a change of post. Versions count from 1 and never change but for the agreement.
/// <paramref name="RaterId"/> is the rater of record when it was written: whose results it serves.
/// </summary>
public sealed record WorkPlan(
    EmployeeId EmployeeId,
    LocalDate From,
    int Version,
    EmployeeId? RaterId,
    PlanContent Content,
    string? Reason,
    EmployeeId WrittenBy,
    Instant WrittenAt)
{
    public PlanAgreement? Agreement { get; init; }

    public Actor? Actor { get; init; }

    public WorkPlanState State => Agreement is null ? WorkPlanState.Drafted : WorkPlanState.Agreed;
}
