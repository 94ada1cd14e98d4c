using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>Whether what is told of a person's month is all there is to tell.</summary>
public enum MonthState
{
    /// <summary>Every day is decided.</summary>
    Complete,

    /// <summary>The month is over, and a superior has yet to look at a day, or no calendar covers one.</summary>
    OpenDays,

    /// <summary>The month, or a shift of its last night, may still go on where the person works.</summary>
    MonthNotOver,

    /// <summary>The person has no day to judge here: before the agency began, or at work for another.</summary>
    NotInService,

    /// <summary>The agency has no deduction scheme of its own for the month: no figure, which is not zero.</summary>
    NoPolicy,

    /// <summary>The month's payroll was closed without the person.</summary>
    NotInPayroll,
}

/// <summary>
/// What a payroll may rely on. A file of a whole agency is paid from, so that it gives no figure of a month that may
/// change by itself; one person's statement may.
/// </summary>
public static class MonthStateRules
{
    /// <param name="month">As far as it has come; null: no day of it has begun.</param>
    /// <param name="zone">Where the person works on its last day.</param>
    /// <param name="now">The time.</param>
    public static MonthState Of(AttendanceMonth? month, DateTimeZone zone, Instant now) =>
        month is null || now < DayCloseRules.SettledAt(month.Month, zone) ? MonthState.MonthNotOver
        : month.Days.All(d => d.Status == DayStatus.NotInService) ? MonthState.NotInService
        : month.Days.Any(d => d.Status is DayStatus.NeedsReview or DayStatus.Uncertain or DayStatus.NoCalendar)
            ? MonthState.OpenDays
        : MonthState.Complete;

    /// <summary>Of a statement as it went into a closed payroll; null: there was no scheme.</summary>
    public static MonthState OfSettled(DeductionStatement? statement) =>
        statement is null ? MonthState.NoPolicy
        : statement.OpenDays.Count > 0 ? MonthState.OpenDays
        : MonthState.Complete;

    /// <summary>
    /// Of deductions: only days for which the statement waits are open. It takes a day that somebody only left as
    /// decided, by the scheme.
    /// </summary>
    /// <param name="month">The month's state by itself.</param>
    /// <param name="statement">Null: the agency has no scheme of its own.</param>
    public static MonthState Of(MonthState month, DeductionStatement? statement) => (month, statement) switch
    {
        (_, null) => MonthState.NoPolicy,
        (MonthState.MonthNotOver or MonthState.NotInService, _) => month,
        (_, { OpenDays.Count: > 0 }) => MonthState.OpenDays,
        _ => MonthState.Complete,
    };
}
