using NodaTime;

namespace Kinerja.Domain.WorkPlans;

/// <summary>
/// Why a figure is not there. It is left out of the sum, and what is there weighs accordingly more: missing is never
/// zero.
/// </summary>
public enum NotCounted
{
    /// <summary>No quarter of the period has a realisation of it.</summary>
    NoRealisation,

    /// <summary>Words, which the rater judges.</summary>
    Qualitative,

    /// <summary>An additional result, shown beside the main ones.</summary>
    AdditionalResult,

    /// <summary>Nothing below it could be counted.</summary>
    NothingCounted,
}

/// <summary>
/// One indicator: the quarters it was reported for and those it was not, what they came to and what was planned for
/// them.
/// </summary>
/// <param name="Counted">Of the reported quarters those that were measured: of a level the latest alone.</param>
/// <param name="Direction">Null where nothing was measured.</param>
public sealed record IndicatorAchievement(
    PlanRowId Id,
    IReadOnlyList<Quarter> Reported,
    IReadOnlyList<Quarter> Missing,
    IReadOnlyList<Quarter> Counted,
    TargetDirection? Direction,
    decimal? Realised,
    decimal? Target,
    Score? Value,
    NotCounted? Why);

/// <summary>One result: the mean of its indicators that could be counted.</summary>
/// <param name="WeightHundredths">Of a percent; null where the plan's main results weigh the same.</param>
public sealed record ResultAchievement(
    PlanRowId Id,
    ResultKind Kind,
    int? WeightHundredths,
    Score? Value,
    NotCounted? Why,
    IReadOnlyList<IndicatorAchievement> Indicators)
{
    /// <summary>
    /// A main result with a value that weighs something. Without weights each of a plan weighs the same.
    /// </summary>
    public bool Counts => Kind == ResultKind.Main && Value is not null && WeightHundredths is not 0;
}

/// <summary>
/// One plan: its main results by their weights, and its share of the period in hundredths of a percent (null: left
/// out).
/// </summary>
public sealed record PlanAchievement(
    LocalDate From,
    LocalDate To,
    int PlanVersion,
    Score? Value,
    NotCounted? Why,
    int Weight,
    int? ShareHundredths,
    IReadOnlyList<ResultAchievement> Results);

/// <summary>
/// The SKP's achievement (capaian SKP) of a person in a period, with all that led to it. No value means that nothing
/// could be counted, which says nothing bad or good about the person.
/// </summary>
public sealed record SkpStatement(Score? Value, NotCounted? Why, IReadOnlyList<PlanAchievement> Plans);
