using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>Why a statement of a closed month would be another by now.</summary>
public enum DifferenceCause
{
    Correction,
    Ruling,
    Leave,

    /// <summary>Another scheme by now, or one where there was none.</summary>
    Policy,

    /// <summary>Records that came late, outages, calendars, the register: none of the others.</summary>
    Records,
}

/// <summary>
/// What a closed month's statement would be by now, beside what went into the payroll. Without a figure before or after
/// nothing is deducted there.
/// </summary>
public sealed record StatementDifference(
    EmployeeId EmployeeId,
    YearMonth Month,
    DeductionStatement? Before,
    DeductionStatement? After,
    IReadOnlyList<LocalDate> Days)
{
    public IReadOnlyList<DifferenceCause> Causes { get; init; } = [];

    public decimal PercentOfMonth => (After?.PercentOfMonth ?? 0) - (Before?.PercentOfMonth ?? 0);

    public decimal PercentOfDay => (After?.PercentOfDay ?? 0) - (Before?.PercentOfDay ?? 0);

    public decimal Rupiah => (After?.Rupiah ?? 0) - (Before?.Rupiah ?? 0);
}
