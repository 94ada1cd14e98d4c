using NodaTime;

namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>
/// A proof of presence that a leader asked one person for, at once: a window that opened when it was asked. It is
/// answered like a spot check; unanswered it is evidence for the superior and nothing else. The date is by the zone of
/// the person's unit.
/// </summary>
public sealed record PresenceProof(
    ClientId Id,
    AgencyId AgencyId,
    EmployeeId EmployeeId,
    LocalDate Date,
    SpotCheckWindow Window,
    EmployeeId AskedBy,
    string Words)
{
    public Actor? Actor { get; init; }
}

/// <summary>What a leader asks for: of named people, or of everybody in a unit; never both.</summary>
public sealed record ProofOrder(
    ClientId Id,
    AgencyId AgencyId,
    EmployeeId AskedBy,
    IReadOnlyList<EmployeeId> People,
    UnitId? UnitId,
    int Minutes,
    string Words)
{
    /// <summary>Whether a stored request is what this one asks for.</summary>
    public bool Says(ProofOrder other) =>
        (Id, AskedBy, UnitId, Minutes, Words) == (other.Id, other.AskedBy, other.UnitId, other.Minutes, other.Words)
        && People.SequenceEqual(other.People);
}
