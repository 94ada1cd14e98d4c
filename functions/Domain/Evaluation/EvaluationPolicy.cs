namespace Kinerja.Domain.Evaluation;

/// <summary>What a predicate comes from.</summary>
public enum PredicateRule
{
    /// <summary>The two ratings, by the matrix (PermenPANRB 6/2022).</summary>
    Matrix,

    /// <summary>The score, by its bands, the best one only with a new idea (PP 30/2019 art. 41).</summary>
    Pp30,
}

/// <summary>
/// What an agency may set about evaluation. Weights: PP 30/2019 art. 41 gives 70% SKP and 30% behaviour where peers and
/// subordinates are not heard, 60% and 40% where they are. How a unit's five levels become its head's three is not in any
/// rule found: data, with this default.
/// </summary>
public sealed record EvaluationPolicy(
    string Version,
    PredicateMatrix Matrix,
    int SkpPercent,
    IReadOnlyDictionary<OrganisationLevel, ExpectationLevel> HeadResultByUnit)
{
    public PredicateRule Rule { get; init; } = PredicateRule.Matrix;

    /// <summary>Read by <see cref="PredicateRule.Pp30"/> alone.</summary>
    public ScoreBands Bands { get; init; } = ScoreBands.Pp30Of2019;

    public static EvaluationPolicy Default { get; } = new(
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
        });
}
