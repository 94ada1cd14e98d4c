namespace Kinerja.Domain.Feedback;

/// <summary>
/// What givers of one role said about one value: the mean of the givers, each the mean of his own notes.
/// </summary>
public sealed record HeardValue(FeedbackSubject Value, int Notes, int Givers, Score Points);

/// <summary>
/// One role: the mean of the values it was heard on, what it weighs, and the values it said nothing on.
/// </summary>
public sealed record HeardRole(
    GiverRole Role, int Weight, Score Points, IReadOnlyList<HeardValue> Values, IReadOnlyList<FeedbackSubject> NotHeard)
{
    /// <summary>Its voice weighs something: the behaviour score is the weighted mean of such roles.</summary>
    public bool Counts => Weight > 0;
}

/// <summary>
/// The behaviour score that feedback of a period comes to, with all that led to it. No value means that no level
/// counted, which says nothing bad or good about the person. <paramref name="OthersHeard"/>: a peer or a subordinate
/// was heard.
/// </summary>
public sealed record BehaviourStatement(
    Score? Value, bool OthersHeard, IReadOnlyList<HeardRole> Roles, int NotesWithoutLevel);
