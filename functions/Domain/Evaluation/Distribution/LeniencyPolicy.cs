namespace Kinerja.Domain.Evaluation.Distribution;

/// <summary>With whose judgements a rater's are compared.</summary>
public enum LeniencyPeers
{
    /// <summary>Everybody else's in the agency.</summary>
    Agency,

    /// <summary>Everybody else's about people of the units in which the rater rates.</summary>
    Unit,
}

/// <summary>Which figure is compared.</summary>
public enum LeniencyMeasure
{
    Score,
    Predicate,
}

/// <summary>
/// When a rater stands so far from the peers that a written reason is due. No rule found gives a figure; by default the
/// mean score is further from the peers' than two standard errors (their spread over the root of the number rated;
/// exactly two is not), and both sides have at least five people.
/// </summary>
public sealed record LeniencyPolicy(
    LeniencyPeers Peers, LeniencyMeasure Measure, int FewestRated, int StandardErrorsHundredths);
