using Kinerja.Domain.Presence;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Contracts;

public sealed record AttendanceDayAnswer(
    string Date,
    string Status,
    string? WorkMode,
    string? FirstIn,
    string? LastOut,
    int? LateMinutes,
    int? EarlyMinutes,
    bool Flagged);

public sealed record AttendanceAnswer(
    string EmployeeId,
    string Month,
    string Calendar,
    string Hours,
    IReadOnlyList<AttendanceDayAnswer> Days)
{
    public static AttendanceAnswer Of(AttendanceMonth month) => new(
        month.EmployeeId.ToString(),
        YearMonthPattern.Iso.Format(month.Month),
        month.CalendarVersion,
        month.HoursVersion,
        [.. month.Days.Select(DayOf)]);

    private static AttendanceDayAnswer DayOf(AttendanceDay day) => new(
        LocalDatePattern.Iso.Format(day.Date),
        JsonFormat.Name(day.Status),
        day.Mode is { } mode ? JsonFormat.Name(mode) : null,
        Wall(day.FirstIn),
        Wall(day.LastOut),
        day.LateMinutes,
        day.EarlyMinutes,
        day.Flagged);

    private static string? Wall(LocalTime? time) => time is { } wall ? LocalTimePattern.GeneralIso.Format(wall) : null;
}
