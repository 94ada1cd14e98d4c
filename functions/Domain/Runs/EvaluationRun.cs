using Kinerja.Domain.Evaluation;
using NodaTime;

namespace Kinerja.Domain.Runs;

/// <summary>How far a run is. Each step may be repeated; none goes back, but by an official's reopening.</summary>
public enum RunState
{
    /// <summary>
    /// The period is due and there is nothing to rank: nothing is frozen, and ratings come as before. It is planned by
    /// the first round that finds somebody who would be assessed.
    /// </summary>
    Held,
    Planned,
    Gathered,
    Evaluated,
    Ranked,
    Published,

    /// <summary>The objection window is over and none is open: nothing changes any more.</summary>
    Final,
}

/// <summary>
/// Why a revision was made: a decided objection, by its id, or a late rating, by its version; and the rating itself.
/// Everything else is read from the frozen inputs of the revision before, with other late ratings given by then.
/// </summary>
public sealed record RatingCorrection(ClientId Cause, Rating Rating);

/// <summary>
/// One quarter or year of one agency. Its people are split into shards by hash; its policies are named once, at
/// planning, so that a repeat reads the same. Attempt grows when a stalled run is set going again.
/// </summary>
public sealed record EvaluationRun(
    AgencyId AgencyId,
    AppraisalPeriod Period,
    int Revision,
    RunState State,
    int Shards,
    int Attempt,
    Instant PlannedAt,
    Instant ProgressAt,
    string EvaluationPolicyVersion,
    string RankingPolicyVersion)
{
    /// <summary>Whoever plans, wakes or revises a run, in <see cref="UnsentBy"/>.</summary>
    public const string Planner = "planner";

    /// <summary>By which its units are held against a pattern and its raters against each other.</summary>
    public required string DistributionPolicyVersion { get; init; }

    public required string ObjectionPolicyVersion { get; init; }

    /// <summary>
    /// From which each published line gets a salt of its own, as 64 hexadecimal digits; set at planning and told to
    /// nobody. A run of before there were salts has none.
    /// </summary>
    public string LineSecret { get; init; } = "";

    public Instant? PublishedAt { get; init; }

    /// <summary>
    /// The day in the agency's zone on which the result counts as delivered at the latest, set with
    /// <see cref="ObjectionsUntil"/>; a person's app may confirm the receipt before it.
    /// </summary>
    public LocalDate? DeemedOn { get; init; }

    /// <summary>
    /// The last day in the agency's zone on which anybody may lodge an objection, set when the revision is published.
    /// That of a later revision is for those whose outcome it changed; it is the one before where it changed nobody's.
    /// </summary>
    public LocalDate? ObjectionsUntil { get; init; }

    /// <summary>
    /// Years of which the delivery and the term to object counted Monday to Friday, since no calendar was given for
    /// them.
    /// </summary>
    public IReadOnlyList<int> UncoveredYears { get; init; } = [];

    /// <summary>
    /// When the period's result first became final: policies that are written later change nothing of it, also once it
    /// is opened again. Null before that.
    /// </summary>
    public Instant? FinalAt { get; init; }

    /// <summary>
    /// Since when this revision is final. It is fixed before that is told, so that a repeat tells the same; a revision
    /// and a reopening take it away. Null while it is open.
    /// </summary>
    public Instant? FinalSince { get; init; }

    /// <summary>Each time that a final result was opened again, the first first; later revisions keep them.</summary>
    public IReadOnlyList<Reopening> Reopenings { get; init; } = [];

    /// <summary>The last day of an opening that holds; null when none does.</summary>
    public LocalDate? OpenUntil => State != RunState.Final && Reopenings is [.., var last] ? last.Until : null;

    /// <summary>
    /// Who started it by hand; null where the clock did, and for a revision, whose correction says who acted.
    /// </summary>
    public Actor? Actor { get; init; }

    /// <summary>Null for the first revision.</summary>
    public RatingCorrection? Correction { get; init; }

    /// <summary>
    /// Who has still to send the steps that follow from the state: the name of the step that reached it, or
    /// <see cref="Planner"/>; null once they are sent. Without it a worker that dies in between would leave the run to
    /// the timer, and every late shard would send all of them again.
    /// </summary>
    public string? UnsentBy { get; init; }

    /// <summary>Whether ratings are judged against what it froze, or is about to.</summary>
    public bool HasBegun => State > RunState.Held;

    public bool IsRanked => State >= RunState.Ranked;

    /// <summary>Such as <c>r1</c>; a re-run after an objection is r2.</summary>
    public string RevisionName => $"r{Revision}";
}
