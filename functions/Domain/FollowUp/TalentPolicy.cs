using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.FollowUp;

/// <summary>The potential axis of the talent map.</summary>
public enum PotentialLevel
{
    Low,
    Medium,
    High,
}

/// <summary>From that score (included) on a person is medium, and high; both 0 to 100.</summary>
public readonly record struct AxisCuts(decimal Medium, decimal High);

/// <summary>
/// What the talent map is made of (PermenPANRB 3/2020). The weights are the regulation's. The boxes' numbers are from
/// memory, the score of a predicate is one public system's choice, and where the axes are cut is stated nowhere: all
/// policy.
/// </summary>
public sealed record TalentPolicy(
    IReadOnlyDictionary<Predicate, decimal> PredicateScores,
    AxisCuts Performance,
    AxisCuts Potential,
    IReadOnlyDictionary<(ExpectationLevel Performance, PotentialLevel Potential), int> Boxes,
    FigureSource BoxSource);
