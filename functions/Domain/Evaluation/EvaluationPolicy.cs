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
/// subordinates are not heard, 60% and 40% where they are. How a unit's five levels become its head's three is not in
/// any rule found: data.
/// </summary>
public sealed record EvaluationPolicy(
    string Version,
    PredicateMatrix Matrix,
    int SkpPercent,
    IReadOnlyDictionary<OrganisationLevel, ExpectationLevel> HeadResultByUnit)
{
    public required PredicateRule Rule { get; init; }

    /// <summary>
    /// Days after a period in which ratings may come before its run freezes them, 0 to 60. Null leaves it to the
    /// installation (7). No rule gives a figure.
    /// </summary>
    public int? GraceDays { get; init; }

    /// <summary>
    /// Whether months are evaluated beside quarters and years. No rule asks for it; an agency that reviews by month
    /// (evaluasi bulanan) says so.
    /// </summary>
    public bool Months { get; init; }

    /// <summary>Read by <see cref="PredicateRule.Pp30"/> alone.</summary>
    public required ScoreBands Bands { get; init; }

    /// <summary>Whether a period is evaluated: every quarter and year, and a month where the policy says so.</summary>
    public bool Evaluates(AppraisalPeriod period) => Months || period.Kind != PeriodKind.Month;
}
