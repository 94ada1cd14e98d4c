using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>What a correction puts in place of a record that is missing or wrong.</summary>
public enum CorrectionKind
{
    Arrival,
    Leaving,
}

public enum CorrectionState
{
    Requested,
    Approved,
    Declined,
}

/// <summary>One step of a correction's history: who brought it into that state, when, and in which words.</summary>
public sealed record CorrectionStep(CorrectionState State, EmployeeId By, Instant At, string? Words)
{
    public Actor? Actor { get; init; }
}

/// <summary>
/// A person's request to have the arrival or leaving of a shift set right, with its evidence (a text, and a link where
/// there is one). The date is that on which the shift starts; the time is by the clock on the wall of the place of
/// work, on the date that suits the shift (<see cref="DayPlan.MomentOf"/>). Only an approved one changes the day, and
/// the day then names it.
/// </summary>
public sealed record Correction(
    ClientId Id,
    AgencyId AgencyId,
    EmployeeId EmployeeId,
    LocalDate Date,
    CorrectionKind Kind,
    LocalTime Time,
    string Evidence,
    string? EvidenceLink,
    CorrectionState State,
    IReadOnlyList<CorrectionStep> Trail)
{
    /// <summary>The moment, where it was asked for as one; the time is then what the unit's clock showed.</summary>
    public Instant? At { get; init; }

    /// <summary>Who decided it; null while it is only requested.</summary>
    public EmployeeId? DecidedBy => Trail.LastOrDefault(step => step.State != CorrectionState.Requested)?.By;
}
