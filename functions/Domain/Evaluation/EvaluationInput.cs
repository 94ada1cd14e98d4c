using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Domain.Evaluation;

/// <summary>
/// Everything that one person's evaluation reads, frozen when the run gathered it. HeadsUnit is set when the person
/// heads that unit. Attendance and the number of feedback notes are shown beside the result and never enter it.
/// </summary>
public sealed record EvaluationInput(
    EmployeeId EmployeeId,
    UnitId UnitId,
    bool HeadsUnit,
    OrganisationLevel? UnitLevel,
    Rating? Rating,
    AttendanceSummary Attendance,
    int FeedbackNotes)
{
    public RewardFacts Reward { get; init; }

    public PersonFacts Facts { get; init; }
}
