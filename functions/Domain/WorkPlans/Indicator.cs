namespace Kinerja.Domain.WorkPlans;

/// <summary>What a quantitative indicator measures (PermenPANRB 6/2022: kuantitas, kualitas, waktu, biaya).</summary>
public enum IndicatorAspect
{
    Quantity,
    Quality,
    Time,
    Cost,
}

public enum TargetDirection
{
    MoreIsBetter,
    LessIsBetter,
}

/// <summary>How the figures of several quarters become one.</summary>
public enum TargetCounting
{
    /// <summary>They are added up (12 reports): each quarter has its share of the target.</summary>
    AddsUp,

    /// <summary>Each is a level of its own (95% on time): the latest counts against the target.</summary>
    Latest,
}

/// <summary>A quarter's own part of the target (rencana aksi), for those who plan it otherwise than evenly.</summary>
public sealed record QuarterTarget(int Quarter, decimal Value);

/// <summary>
/// What is to be reached in the plan's time: above zero, in <paramref name="Unit"/>. Without
/// <paramref name="Quarters"/> a target that adds up is spread over the days to the year's end, and one of a level
/// holds in every quarter.
/// </summary>
public sealed record IndicatorTarget(
    decimal Value,
    string Unit,
    TargetDirection Direction,
    TargetCounting Counting,
    IReadOnlyList<QuarterTarget> Quarters);

/// <summary>
/// How a result is seen to be reached. Quantitative with a target and its aspect (for high officials, JPT, a
/// perspective such as "service recipients" in its place); qualitative with words only, which the rater judges and
/// nobody computes.
/// </summary>
public sealed record Indicator(
    PlanRowId Id, string Words, IndicatorAspect? Aspect, string? Perspective, IndicatorTarget? Target);
