namespace Kinerja.Domain.Presence.Attendance;

/// <summary>What somebody answers to a correction or a swap of shifts, and why.</summary>
public sealed record DayDecision(EmployeeId DecidedBy, bool Approved, string Reason);
