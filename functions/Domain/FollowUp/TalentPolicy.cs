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
/// What the talent map is made of (PermenPANRB 3/2020). The weights are the regulation's. The boxes' numbers are from memory,
/// the score of a predicate is one public system's choice, and where the axes are cut is stated nowhere: all policy.
/// </summary>
public sealed record TalentPolicy(
    IReadOnlyDictionary<Predicate, decimal> PredicateScores,
    AxisCuts Performance,
    AxisCuts Potential,
    IReadOnlyDictionary<(ExpectationLevel Performance, PotentialLevel Potential), int> Boxes,
    FigureSource BoxSource)
{
    public static TalentPolicy Shipped { get; } = new(
        new Dictionary<Predicate, decimal>
        {
            [Predicate.VeryGood] = 100,
            [Predicate.Good] = 80,
            [Predicate.NeedsImprovement] = 60,
            [Predicate.Poor] = 40,
            [Predicate.VeryPoor] = 20,
        },
        new AxisCuts(50, 75),
        new AxisCuts(50, 75),
        new Dictionary<(ExpectationLevel, PotentialLevel), int>
        {
            [(ExpectationLevel.Below, PotentialLevel.Low)] = 1,
            [(ExpectationLevel.Meets, PotentialLevel.Low)] = 2,
            [(ExpectationLevel.Below, PotentialLevel.Medium)] = 3,
            [(ExpectationLevel.Above, PotentialLevel.Low)] = 4,
            [(ExpectationLevel.Meets, PotentialLevel.Medium)] = 5,
            [(ExpectationLevel.Below, PotentialLevel.High)] = 6,
            [(ExpectationLevel.Above, PotentialLevel.Medium)] = 7,
            [(ExpectationLevel.Meets, PotentialLevel.High)] = 8,
            [(ExpectationLevel.Above, PotentialLevel.High)] = 9,
        },
        FigureSource.Unconfirmed);
}
