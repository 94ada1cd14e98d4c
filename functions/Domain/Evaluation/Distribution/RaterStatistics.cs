namespace Kinerja.Domain.Evaluation.Distribution;

/// <summary>How a rater's judgements stand beside the peers'.</summary>
public enum LeniencyStanding
{
    Within,

    /// <summary>
    /// Further from the peers than the policy lets pass without a word: a written reason is due. It is no fault.
    /// </summary>
    Outlier,

    /// <summary>Rated fewer people than the policy compares.</summary>
    TooFew,

    /// <summary>The peers rated fewer people than the policy compares.</summary>
    NoPeers,
}

/// <summary>
/// One rater's assessed people in figures, and the peers'. Scores are in hundredths, predicates from 1 to 5.
/// </summary>
public sealed record RaterStatistics(
    EmployeeId RaterId,
    FigureSums Scores,
    FigureSums Predicates,
    FigureSums PeerScores,
    FigureSums PeerPredicates,
    LeniencyStanding Standing)
{
    public int Rated => Scores.Count;
}
