using NodaTime;

namespace Kinerja.Domain.Feedback;

/// <summary>
/// What a dialogue was held for (PermenPANRB 6/2022: when planning, to clarify on the way, to agree on what came out).
/// </summary>
public enum DialoguePurpose
{
    Plan,
    Clarify,
    Agree,
}

public enum ActionState
{
    Open,
    Done,

    /// <summary>Given up, with words why.</summary>
    Dropped,
}

/// <summary>
/// What leader and person agreed to do about an obstacle: who of the two, by when, and what came of it.
/// </summary>
public sealed record AgreedAction(
    ClientId Id, string Words, EmployeeId ById, LocalDate DueOn, ActionState State, string? Outcome)
{
    /// <summary>The due day itself is not late.</summary>
    public bool IsOverdueOn(LocalDate today) => State == ActionState.Open && DueOn < today;
}

/// <summary>What was talked about: achievement and obstacles, and what follows from them.</summary>
public sealed record DialogueContent(
    AppraisalPeriod Period,
    LocalDate HeldOn,
    DialoguePurpose Purpose,
    string Achievement,
    string? Obstacles,
    IReadOnlyList<AgreedAction> Actions)
{
    public bool SaysTheSameAs(DialogueContent other) =>
        other == this with { Actions = other.Actions } && Actions.SequenceEqual(other.Actions);
}

/// <summary>
/// A performance dialogue (dialog kinerja) of a leader with one person, as one of the two wrote it down. Both
/// participants stay; the content changes by versions, which count from 1 and are all kept.
/// </summary>
public sealed record DialogueNote(
    ClientId Id,
    EmployeeId EmployeeId,
    EmployeeId LeaderId,
    DialogueContent Content,
    EmployeeId WrittenById,
    Instant WrittenAt,
    int Version)
{
    public Actor? Actor { get; init; }
}

/// <summary>An action that is open after its due day, with the dialogue it came from.</summary>
public sealed record OverdueAction(DialogueNote Dialogue, AgreedAction Action);
