using NodaTime;

namespace Kinerja.Domain.WorkPlans;

/// <summary>The part of a year for which a plan holds: first day included, end day excluded.</summary>
public readonly record struct PlanSpan(LocalDate From, LocalDate To)
{
    /// <summary>What a plan is written for, before any change of post.</summary>
    public static PlanSpan ToYearsEnd(LocalDate from) => new(from, new LocalDate(from.Year + 1, 1, 1));

    public int Days => Period.DaysBetween(From, To);

    /// <summary>What of it lies between those days; empty (no days) when nothing does.</summary>
    public PlanSpan Within(LocalDate from, LocalDate to)
    {
        var (first, end) = (LocalDate.Max(From, from), LocalDate.Min(To, to));
        return first < end ? new PlanSpan(first, end) : new PlanSpan(first, first);
    }

    /// <summary>What it weighs beside others: days, or months that hold it on their 15th day.</summary>
    public int Weight(ProRating by) => by switch
    {
        ProRating.Days => Days,
        ProRating.Months => FifteenthsBefore(To) - FifteenthsBefore(From),
    };

    /// <summary>Counted from year 0.</summary>
    private static int FifteenthsBefore(LocalDate day) => (day.Year * 12) + day.Month - (day.Day > 15 ? 0 : 1);
}

/// <summary>
/// Plans of a person and year in time (a new plan after a change of post): each holds until the next begins, the last
/// until the year's end. So no day counts twice, and none is lost after the first plan's first day.
/// </summary>
public static class PlanSpans
{
    /// <summary>By first day, whatever the order they come in.</summary>
    public static IReadOnlyList<(WorkPlan Plan, PlanSpan Span)> Of(IEnumerable<WorkPlan> plans)
    {
        var inOrder = plans.OrderBy(p => p.From).ToList();
        return [.. inOrder.Select(
            (plan, i) => (plan, i + 1 < inOrder.Count && inOrder[i + 1].From.Year == plan.From.Year
            ? new PlanSpan(plan.From, inOrder[i + 1].From)
            : PlanSpan.ToYearsEnd(plan.From)))];
    }
}
