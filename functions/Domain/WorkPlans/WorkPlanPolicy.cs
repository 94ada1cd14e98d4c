using NodaTime;

namespace Kinerja.Domain.WorkPlans;

/// <summary>What the parts of a year weigh when a change of post made two plans.</summary>
public enum ProRating
{
    /// <summary>Their days.</summary>
    Days,

    /// <summary>Their months; a month belongs to the plan that holds on its 15th day.</summary>
    Months,
}

/// <summary>
/// What the regulation leaves open about setting plans: until when a plan is set without a reason, in January for a
/// plan of the whole year and within some days for one that begins later, and whether the late or early must say why.
/// </summary>
public sealed record WorkPlanPolicy(string Version)
{
    /// <summary>The last day, in the plan's own year, on which the plan from 1 January is set in time.</summary>
    public required AnnualDate LastDay { get; init; }

    /// <summary>Days that a plan from a later day has, that day included.</summary>
    public required int DaysAfterChange { get; init; }

    /// <summary>
    /// A plan is never refused for its date: outside the time it takes a reason, unless this is false.
    /// </summary>
    public required bool ReasonOutsideTime { get; init; }

    public required ProRating ProRating { get; init; }

    /// <summary>
    /// Days after its own on which a daily entry is in time; null where the agency names none: then nothing is late.
    /// </summary>
    public int? DailyEntryDays { get; init; }

    /// <summary>
    /// The last day on which a plan from that day is set in time; its first is 1 January, or that later day.
    /// </summary>
    public LocalDate DueOn(LocalDate from) =>
        from == new LocalDate(from.Year, 1, 1) ? LastDay.InYear(from.Year) : from.PlusDays(DaysAfterChange - 1);
}
