
namespace Kinerja.Domain.WorkPlans;

/// <summary>Main (utama) or additional (tambahan); only main results enter the SKP's achievement.</summary>
public enum ResultKind
{
    Main,
    Additional,
}

/// <summary>
/// A planned result (rencana hasil kerja). <paramref name="ServesId"/> is the row of the rater's plan that it serves
/// (the roles matrix), <paramref name="AssignmentId"/> the team assignment whose result it is. Weights stand in
/// hundredths of a percent: all main results have one, or none has and they weigh the same.
/// </summary>
public sealed record PlannedResult(
    PlanRowId Id,
    ResultKind Kind,
    string Words,
    string? Expectation,
    PlanRowId? ServesId,
    ClientId? AssignmentId,
    int? WeightHundredths,
    IReadOnlyList<Indicator> Indicators);

/// <summary>
/// What the leader expects of one of the seven BerAKHLAK values in particular (ekspektasi khusus pimpinan).
/// </summary>
public sealed record BehaviourExpectation(FeedbackSubject Value, string Words);

/// <summary>
/// The plan's annex (lampiran SKP): resources that support it, how the person answers for it, what follows.
/// </summary>
public sealed record PlanAnnex(
    IReadOnlyList<string> Support, IReadOnlyList<string> Accountability, IReadOnlyList<string> Consequences);

/// <summary>What a version of a plan says; who wrote it and when stands in <see cref="WorkPlan"/>.</summary>
public sealed record PlanContent(
    PostId? PostId,
    IReadOnlyList<PlannedResult> Results,
    IReadOnlyList<BehaviourExpectation> Behaviour,
    PlanAnnex Annex);
