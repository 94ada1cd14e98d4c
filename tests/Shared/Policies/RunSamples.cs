using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Ranking;

namespace Kinerja.Shared;

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class ScoreBandsSample
{
    private static readonly ScoreBands Value = new(
        Score.FromHundredths(110_00),
        Score.FromHundredths(90_00),
        Score.FromHundredths(70_00),
        Score.FromHundredths(50_00));

    extension(ScoreBands)
    {
        /// <summary>110 ≤ x ≤ 120; 90 ≤ x ≤ 120; 70 ≤ x &lt; 90; 50 ≤ x &lt; 70.</summary>
        public static ScoreBands Pp30Of2019 => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class PredicateMatrixSample
{
    private static readonly Predicate[,] Cells =
    {
        { Predicate.VeryPoor, Predicate.NeedsImprovement, Predicate.NeedsImprovement },
        { Predicate.Poor, Predicate.Good, Predicate.Good },
        { Predicate.Poor, Predicate.Good, Predicate.VeryGood },
    };

    private static readonly PredicateMatrix Value =
        PredicateMatrix.Of("permenpanrb-6-2022", (result, behaviour) => Cells[(int)result, (int)behaviour]);

    extension(PredicateMatrix)
    {
        /// <summary>The annex of PermenPANRB 6/2022.</summary>
        public static PredicateMatrix PermenPanrb6Of2022 => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class EvaluationPolicySample
{
    private static readonly EvaluationPolicy Value = new(
        "evaluation-2026.1",
        PredicateMatrix.PermenPanrb6Of2022,
        70,
        new Dictionary<OrganisationLevel, ExpectationLevel>
        {
            [OrganisationLevel.Outstanding] = ExpectationLevel.Above,
            [OrganisationLevel.Good] = ExpectationLevel.Meets,
            [OrganisationLevel.NeedsImprovement] = ExpectationLevel.Below,
            [OrganisationLevel.Poor] = ExpectationLevel.Below,
            [OrganisationLevel.VeryPoor] = ExpectationLevel.Below,
        })
    {
        Rule = PredicateRule.Matrix,
        Bands = ScoreBands.Pp30Of2019,
    };

    extension(EvaluationPolicy)
    {
        public static EvaluationPolicy Default => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class RankingPolicySample
{
    private static readonly RankingPolicy Value = new("ranking-2026.1", 20, Predicate.Good)
    {
        MinimumCohort = 5,
        ExcludeDisciplineInProcess = true,
        ExcludeDisciplineServing = true,
        NewStaffMonths = 12,
        PerUnit = false,
    };

    extension(RankingPolicy)
    {
        public static RankingPolicy Default => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class LeniencyPolicySample
{
    private static readonly LeniencyPolicy Value =
        new(LeniencyPeers.Agency, LeniencyMeasure.Score, FewestRated: 5, StandardErrorsHundredths: 200);

    extension(LeniencyPolicy)
    {
        public static LeniencyPolicy Default => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class DistributionPolicySample
{
    private static readonly DistributionPolicy Value = new(
        "distribution-2026.1",
        DistributionPattern.SeMenPanrb3Of2023,
        PeopleRounding.Strict,
        MostReading.LargestGroup,
        SmallestUnit: 3,
        HeadCounts: true,
        LeniencyPolicy.Default);

    extension(DistributionPolicy)
    {
        public static DistributionPolicy Default => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class ObjectionPolicySample
{
    private static readonly ObjectionPolicy Value =
        new("objection-2026.1", new Term(14, DayCount.Calendar), new Term(14, DayCount.Working))
        {
            ToHear = new(7, DayCount.Working),
        };

    extension(ObjectionPolicy)
    {
        public static ObjectionPolicy Default => Value;
    }
}
