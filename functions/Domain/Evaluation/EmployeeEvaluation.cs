using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Evaluation;

/// <summary>Why a person has no predicate; a missing input is never a zero.</summary>
public enum NotAssessedReason
{
    NoRating,
    NoUnitPerformance,
}

/// <summary>What an assessed person comes out with.</summary>
public sealed record Assessment(
    Predicate Predicate,
    ExpectationLevel Result,
    ExpectationLevel Behaviour,
    Score Score,
    Score BehaviourScore);

/// <summary>
/// What the reward of a place asks about a person, frozen with the other inputs. Months in service are whole ones at the
/// period's end; null when the first day is not known, which is long ago. No predicate, score or place depends on it.
/// </summary>
public readonly record struct RewardFacts(DisciplineStatus Discipline, int? MonthsInService)
{
    /// <summary>End: the first day after the period.</summary>
    public static RewardFacts Of(Employee person, LocalDate end) => new(
        person.Discipline,
        person.StartedOn is { } started ? Math.Max(0, Period.Between(started, end, PeriodUnits.Months).Months) : null);
}

/// <summary>One person's quarter: an assessment, or the reason why there is none, and the policy that said so.</summary>
public sealed record EmployeeEvaluation(
    EmployeeId EmployeeId,
    Assessment? Assessment,
    NotAssessedReason? NotAssessed,
    string PolicyVersion)
{
    /// <summary>The unit in which the person is counted and, where an agency wants it, ranked.</summary>
    public UnitId? UnitId { get; init; }

    public RewardFacts Reward { get; init; }
}
