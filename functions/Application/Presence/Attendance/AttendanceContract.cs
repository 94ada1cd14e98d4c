using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A reason in words, with what it points to: a window, a correction, a leave's number.</summary>
public sealed record DayFindingResponse(string Code, string En, string Id, string? Reference);

public sealed record AttendanceDayResponse(
    string Date,
    string Status,
    string? WorkMode,
    string? Place,
    string? FirstIn,
    string? LastOut,
    int? LateMinutes,
    int? EarlyMinutes,
    int? AwayMinutes,
    int? WorkedMinutes,
    int? ExcusedMinutes,
    bool Flagged,
    IReadOnlyList<DayFindingResponse> Reasons,
    string Hours);

/// <summary>The calendar is left out when none covers the year: then its days say so.</summary>
public sealed record AttendanceResponse(
    string EmployeeId,
    string Month,
    string? Calendar,
    IReadOnlyList<string> Hours,
    IReadOnlyList<TimeGapResponse>? Missing,
    IReadOnlyList<AttendanceDayResponse> Days)
{
    public static AttendanceResponse Of(ShownMonth shown) => new(
        shown.Month.EmployeeId.ToString(),
        YearMonthPattern.Iso.Format(shown.Month.Month),
        shown.Month.CalendarVersion,
        shown.Month.HoursVersions,
        TimeGapResponse.Of(shown.Missing),
        [.. shown.Month.Days.Select(DayOf)]);

    private static AttendanceDayResponse DayOf(AttendanceDay day) => new(
        LocalDatePattern.Iso.Format(day.Date),
        JsonFormat.Name(day.Status),
        day.Mode is { } mode ? JsonFormat.Name(mode) : null,
        day.Place is { } place ? JsonFormat.Name(place) : null,
        Wall(day.FirstIn),
        Wall(day.LastOut),
        day.LateMinutes,
        day.EarlyMinutes,
        day.IsPresent ? day.AwayMinutes : null,
        day.WorkedMinutes,
        day.ExcusedMinutes == 0 ? null : day.ExcusedMinutes,
        day.Flagged,
        [.. day.Findings.Select(DayReasonTexts.Of)],
        day.HoursVersion);

    private static string? Wall(LocalTime? time) => time is { } wall ? LocalTimePattern.GeneralIso.Format(wall) : null;
}
