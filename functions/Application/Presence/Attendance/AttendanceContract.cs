using Kinerja.Application.Json;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A reason in words, with what it points to: a window, a correction, a leave's number.</summary>
public sealed record DayFindingAnswer(string Code, string En, string Id, string? Reference);

public sealed record AttendanceDayAnswer(
    string Date,
    string Status,
    string? WorkMode,
    string? Place,
    string? FirstIn,
    string? LastOut,
    int? LateMinutes,
    int? EarlyMinutes,
    int? AwayMinutes,
    bool Flagged,
    IReadOnlyList<DayFindingAnswer> Reasons,
    string Hours);

/// <summary>The calendar is left out when none covers the year: then its days say so.</summary>
public sealed record AttendanceAnswer(
    string EmployeeId,
    string Month,
    string? Calendar,
    IReadOnlyList<string> Hours,
    IReadOnlyList<AttendanceDayAnswer> Days)
{
    public static AttendanceAnswer Of(AttendanceMonth month) => new(
        month.EmployeeId.ToString(),
        YearMonthPattern.Iso.Format(month.Month),
        month.CalendarVersion,
        month.HoursVersions,
        [.. month.Days.Select(DayOf)]);

    private static AttendanceDayAnswer DayOf(AttendanceDay day) => new(
        LocalDatePattern.Iso.Format(day.Date),
        JsonFormat.Name(day.Status),
        day.Mode is { } mode ? JsonFormat.Name(mode) : null,
        day.Place is { } place ? JsonFormat.Name(place) : null,
        Wall(day.FirstIn),
        Wall(day.LastOut),
        day.LateMinutes,
        day.EarlyMinutes,
        day.IsPresent ? day.AwayMinutes : null,
        day.Flagged,
        [.. day.Findings.Select(DayReasonTexts.Of)],
        day.HoursVersion);

    private static string? Wall(LocalTime? time) => time is { } wall ? LocalTimePattern.GeneralIso.Format(wall) : null;
}
