using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Evaluation;

/// <summary>
/// What the reward of a place asks about a person, frozen with the other inputs. Months in service are whole ones at
/// the period's end; null when the first day is not known, which is long ago. No predicate, score or place depends on
/// it.
/// </summary>
public readonly record struct RewardFacts(DisciplineStatus Discipline, int? MonthsInService)
{
    /// <summary>End: the first day after the period.</summary>
    public static RewardFacts Of(Employee person, LocalDate end) => new(
        person.Discipline,
        person.StartedOn is { } started ? Math.Max(0, Period.Between(started, end, PeriodUnits.Months).Months) : null);
}
