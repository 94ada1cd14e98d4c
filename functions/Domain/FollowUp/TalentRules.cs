using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.FollowUp;

/// <summary>
/// What the agency's own assessment says of a person, each 0 to 100: what reinforces performance (awards of five years,
/// assignments by official letter), and the four parts of potential. None may be missing: a missing part is no zero.
/// </summary>
public sealed record TalentScores(
    decimal Reinforcing, decimal Competence, decimal Potential, decimal Qualification, decimal Integrity);

/// <summary>
/// A box with its arithmetic; 7, 8 and 9 feed promotion. It places nobody: people decide what follows.
/// </summary>
public sealed record TalentPlace(
    int Box,
    ExpectationLevel Performance,
    PotentialLevel Potential,
    decimal PerformanceScore,
    decimal PotentialScore,
    decimal FinalScore)
{
    private const int LeastForPromotion = 7;

    public bool FeedsPromotion => Box >= LeastForPromotion;
}

/// <summary>
/// Predicate and assessment → box of nine (PermenPANRB 3/2020): performance is 60% predicate and 40% what reinforces
/// it; potential is 40% competence, 25% potential, 20% qualification, 15% integrity; the final score is half of each.
/// </summary>
public static class TalentRules
{
    public static TalentPlace Place(Predicate predicate, TalentScores scores, TalentPolicy policy)
    {
        var performance = ((60 * policy.PredicateScores[predicate]) + (40 * scores.Reinforcing)) / 100;
        var potential =
            ((40 * scores.Competence) + (25 * scores.Potential) + (20 * scores.Qualification)
                + (15 * scores.Integrity)) / 100;
        var standing = (ExpectationLevel)StepOf(performance, policy.Performance);
        var promise = (PotentialLevel)StepOf(potential, policy.Potential);
        return new TalentPlace(
            policy.Boxes[(standing, promise)],
            standing,
            promise,
            Hundredths.HalfUp(performance),
            Hundredths.HalfUp(potential),
            Hundredths.HalfUp((performance + potential) / 2));
    }

    /// <summary>A score on the cut is above it; the unrounded score is compared.</summary>
    private static int StepOf(decimal score, AxisCuts cuts) => score >= cuts.High ? 2 : score >= cuts.Medium ? 1 : 0;
}
