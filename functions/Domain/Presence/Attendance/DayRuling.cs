using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>What a superior may make of a day. Present is the whole day, wherever it was worked.</summary>
public enum RulingOutcome
{
    PresentOffice,
    PresentField,
    PresentFlexible,

    /// <summary>On an errand of the service (dinas luar) for which no leave was imported.</summary>
    PresentDuty,

    /// <summary>Half of the day's minutes count as worked; the other half is left early.</summary>
    HalfDay,

    /// <summary>Without a valid reason (tanpa keterangan): it counts by PP 94/2021 as a day without a record.</summary>
    Absent,
}

public enum RulingStepKind
{
    /// <summary>The term was over and the next superior was told; nothing is decided by it.</summary>
    Passed,

    /// <summary>The person's own view, before or after a ruling.</summary>
    Answered,

    Ruled,

    /// <summary>The person objects to the ruling, once.</summary>
    Objected,

    /// <summary>The ruler's superior decided on the objection. It is final.</summary>
    Decided,
}

/// <summary>
/// One step of a day's ruling. By whom, or for <see cref="RulingStepKind.Passed"/> to whom. Words are the reason or the
/// view; the outcome stands in <see cref="RulingStepKind.Ruled"/> and <see cref="RulingStepKind.Decided"/> only.
/// </summary>
public sealed record RulingStep(
    RulingStepKind Kind, EmployeeId By, Instant At, string? Words = null, RulingOutcome? Outcome = null)
{
    /// <summary>Whose right it was, where a delegate ruled; an objection goes to this one's superior.</summary>
    public EmployeeId? InNameOf { get; init; }

    public Actor? Actor { get; init; }
}

/// <summary>
/// A ruling on a day (putusan atas hari): somebody decides what the records leave open. Its steps are only added to;
/// the latest outcome holds, and the version is their number.
/// </summary>
public sealed record DayRuling(
    AgencyId AgencyId, EmployeeId EmployeeId, LocalDate Date, IReadOnlyList<RulingStep> Steps)
{
    public int Version => Steps.Count;

    /// <summary>The step that holds; null while nobody has ruled.</summary>
    public RulingStep? Standing => Steps.LastOrDefault(step => step.Outcome is not null);

    public RulingStep? Objection => Steps.LastOrDefault(step => step.Kind == RulingStepKind.Objected);

    public bool IsFinal => Steps.Any(step => step.Kind == RulingStepKind.Decided);

    /// <summary>An objection waits for the superior who decides it.</summary>
    public bool IsObjected => Objection is not null && !IsFinal;

    public bool WasPassed => Steps.Any(step => step.Kind == RulingStepKind.Passed);

    public static DayRuling Unwritten(AgencyId agency, EmployeeId employee, LocalDate date) =>
        new(agency, employee, date, []);

    internal DayRuling With(RulingStep step) => this with { Steps = [.. Steps, step] };
}
