using NodaTime;

namespace Kinerja.Domain.Intake.Pulls;

/// <summary>How far a pull is. The names are stored and answered.</summary>
public enum PullState
{
    /// <summary>Waits until somebody agrees.</summary>
    Open,

    /// <summary>Agreed, by somebody or by the agency's own figure; its changes are being written.</summary>
    Agreed,

    /// <summary>Every change is written, or says why it is not.</summary>
    Applied,
}

/// <summary>Which register a change is of. The names are stored and answered.</summary>
public enum RegisterPart
{
    Unit,
    Employee,
}

/// <summary>What a pull found. The names are stored and answered.</summary>
public enum RegisterChangeKind
{
    /// <summary>Nobody has this id here yet.</summary>
    New,

    /// <summary>Something else is said of it than the register has.</summary>
    Changed,

    /// <summary>
    /// The agency's system does not have it. Nothing is ever done about that by itself: somebody may end the service.
    /// </summary>
    Missing,

    /// <summary>The row says nothing valid; nothing is written of it.</summary>
    Faulty,
}

/// <summary>What became of an agreed change. The names are stored and answered.</summary>
public enum ChangeOutcome
{
    Applied,

    /// <summary>A rule of the register does not allow it.</summary>
    Refused,

    /// <summary>The register was changed otherwise since the change was found; the next pull compares anew.</summary>
    Overtaken,
}

/// <summary>How many of which.</summary>
public readonly record struct PullCounts(int Units, int Employees, int Changes, int Missing, int Faulty);

/// <summary>What came of the changes.</summary>
public readonly record struct OutcomeCounts(int Applied, int Refused, int Overtaken);

/// <summary>
/// One whole reading of an agency's system, held against the register. Its id comes from what it found, so that the
/// same reading is the same pull.
/// </summary>
public sealed record RegisterPull(AgencyId AgencyId, string Id, PullState State, Instant ReadAt, PullCounts Counts)
{
    /// <summary>Who agreed; of what holds automatically whoever set the source.</summary>
    public Actor? AgreedBy { get; init; }

    /// <summary>The person who agreed; null where it was agreed automatically.</summary>
    public EmployeeId? AgreedById { get; init; }

    public Instant? AgreedAt { get; init; }

    public Instant? AppliedAt { get; init; }

    public OutcomeCounts Outcomes { get; init; }

    /// <summary>As it stands when it was read: nothing to do, agreed by the agency's figure, or waiting.</summary>
    public static RegisterPull Found(RegisterSource source, string id, PullCounts counts, Instant now)
    {
        var pull = new RegisterPull(source.AgencyId, id, PullState.Open, now, counts);
        return counts.Changes == 0 ? pull with { State = PullState.Applied, AppliedAt = now }
            : counts.Changes <= source.AutomaticUpTo
                ? pull with { State = PullState.Agreed, AgreedBy = source.Actor, AgreedAt = now }
            : pull;
    }

    /// <summary>Agreed once: the same again changes nothing.</summary>
    public RegisterPull Agreed(Actor actor, EmployeeId by, Instant now) => State == PullState.Open
        ? this with { State = PullState.Agreed, AgreedBy = actor, AgreedById = by, AgreedAt = now }
        : this;
}

/// <summary>A member of a row, as it is in the register and as the agency's system has it; null: not there.</summary>
public sealed record MemberChange(string Member, string? Before, string? After);

/// <summary>
/// One thing on which the agency's system and the register differ.
/// </summary>
/// <param name="Key">Sorts units before people, and faulty rows last.</param>
/// <param name="Part">Which register.</param>
/// <param name="Id">Whose; null of a row that names nothing.</param>
/// <param name="Kind">How they differ.</param>
public sealed record RegisterChange(string Key, RegisterPart Part, string? Id, RegisterChangeKind Kind)
{
    /// <summary>The first day on which they differ; null: ever since.</summary>
    public LocalDate? From { get; init; }

    public IReadOnlyList<MemberChange> Members { get; init; } = [];

    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>The version of the register's row that it was held against; null of what is new.</summary>
    public string? Tag { get; init; }

    /// <summary>The rows as the agency's system wrote them, a JSON array; sealed where it is stored.</summary>
    public string? Rows { get; init; }

    public ChangeOutcome? Outcome { get; init; }

    public Sentence? OutcomeDetail { get; init; }

    /// <summary>Whether agreeing to the pull writes it.</summary>
    public bool IsWritten => Kind is RegisterChangeKind.New or RegisterChangeKind.Changed;

    public override string ToString() => $"{Part} {Key} {Kind} (rows hidden)";
}
