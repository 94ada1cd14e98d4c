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
public sealed record IndicatorAchievement(
    PlanRowId Id,
    IReadOnlyList<Quarter> Reported,
    IReadOnlyList<Quarter> Missing,
    decimal? Realised,
    decimal? Target,
    Score? Value,
    NotCounted? Why,
    string Arithmetic);

/// <summary>One result: the mean of its indicators that could be counted.</summary>
public sealed record ResultAchievement(
    PlanRowId Id,
    ResultKind Kind,
    Score? Value,
    NotCounted? Why,
    IReadOnlyList<IndicatorAchievement> Indicators,
    string Arithmetic);

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
    IReadOnlyList<ResultAchievement> Results,
    string Arithmetic);

/// <summary>
/// The SKP's achievement (capaian SKP) of a person in a period, with all that led to it. No value means that nothing
/// could be counted, which says nothing bad or good about the person.
/// </summary>
public sealed record SkpStatement(
    Score? Value, NotCounted? Why, IReadOnlyList<PlanAchievement> Plans, string Arithmetic)
{
    /// <summary>Every step from the figures to the value, to be read from top to bottom.</summary>
    public IReadOnlyList<string> Steps =>
    [
        .. Plans.SelectMany(plan => plan.Results
            .SelectMany(
                result => result.Indicators.Select(n => $"{result.Id}/{n.Id}: {n.Arithmetic}")
                    .Append($"{result.Id}: {result.Arithmetic}"))
            .Append($"plan from {plan.From:uuuu-MM-dd}: {plan.Arithmetic}")),
        $"SKP: {Arithmetic}",
    ];
}
