using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// A person's statement of a month as it went into the payroll of a month: its own when that was closed, and a later
/// one for a difference that was taken up then. Null: there was no figure.
/// </summary>
public sealed record SettledStatement(
    EmployeeId EmployeeId, YearMonth Month, YearMonth ClosedIn, DeductionStatement? Statement);
