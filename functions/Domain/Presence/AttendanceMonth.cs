using NodaTime;

namespace Kinerja.Domain.Presence;

/// <summary>
/// What a day came out as. NoRecord is a working day without any check-in: whether that was leave is not known here.
/// NeedsReview has check-ins, none of them an arrival inside a fence: a superior looks at it.
/// </summary>
public enum DayStatus
{
    DayOff,
    Present,
    NeedsReview,
    NoRecord,
}

/// <summary>
/// One day of one person. Late and early are whole minutes, never negative; early is null without a check-out and both
/// are null unless present. Flagged days hold a check-in that a superior should look at; the status is not changed by it.
/// </summary>
public sealed record AttendanceDay(
    LocalDate Date,
    DayStatus Status,
    WorkMode? Mode,
    LocalTime? FirstIn,
    LocalTime? LastOut,
    int? LateMinutes,
    int? EarlyMinutes,
    bool Flagged);

/// <summary>One person's month, a pure fold of its check-ins under a named calendar and named hours.</summary>
public sealed record AttendanceMonth(
    EmployeeId EmployeeId,
    YearMonth Month,
    IReadOnlyList<AttendanceDay> Days,
    string CalendarVersion,
    string HoursVersion);

/// <summary>What a quarter's evaluation shows of presence. It is control, not merit: no predicate reads it.</summary>
public readonly record struct AttendanceSummary(
    int WorkingDays,
    int PresentDays,
    int FlexibleDays,
    int ReviewDays,
    int NoRecordDays,
    int LateMinutes,
    int EarlyMinutes)
{
    public static AttendanceSummary Of(IEnumerable<AttendanceMonth> months)
    {
        var sum = default(AttendanceSummary);
        foreach (var day in months.SelectMany(m => m.Days).Where(d => d.Status != DayStatus.DayOff))
        {
            sum = new AttendanceSummary(
                sum.WorkingDays + 1,
                sum.PresentDays + (day.Status == DayStatus.Present ? 1 : 0),
                sum.FlexibleDays + (day.Mode == WorkMode.Flexible ? 1 : 0),
                sum.ReviewDays + (day.Status == DayStatus.NeedsReview ? 1 : 0),
                sum.NoRecordDays + (day.Status == DayStatus.NoRecord ? 1 : 0),
                sum.LateMinutes + (day.LateMinutes ?? 0),
                sum.EarlyMinutes + (day.EarlyMinutes ?? 0));
        }

        return sum;
    }
}
