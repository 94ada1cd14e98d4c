using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A reason in words, with what it points to: a window, a correction, a leave's number.</summary>
public sealed record DayFindingResponse(string Code, string En, string Id, string? Reference);

public readonly struct AttendanceDayResponse(AttendanceDay day)
{
    public LocalDate Date => day.Date;
    public DayStatus Status => day.Status;
    public WorkMode? WorkMode => day.Mode;
    public GeofenceKind? Place => day.Place;
    public string? FirstIn => day.FirstIn?.Text();
    public string? LastOut => day.LastOut?.Text();
    public int? LateMinutes => day.LateMinutes;
    public int? EarlyMinutes => day.EarlyMinutes;
    public int? AwayMinutes => day.IsPresent ? day.AwayMinutes : null;
    public int? WorkedMinutes => day.WorkedMinutes;
    public int? ExcusedMinutes => day.ExcusedMinutes == 0 ? null : day.ExcusedMinutes;
    public bool Flagged => day.Flagged;
    public IReadOnlyList<DayFindingResponse> Reasons => [.. day.Findings.Select(DayReasonTexts.Of)];
    public string Hours => day.HoursVersion;
}

/// <summary>The calendar is left out when none covers the year: then its days say so.</summary>
public readonly struct AttendanceResponse(ShownMonth shown)
{
    public EmployeeId EmployeeId => shown.Month.EmployeeId;
    public YearMonth Month => shown.Month.Month;
    public string? Calendar => shown.Month.CalendarVersion;
    public IReadOnlyList<string> Hours => shown.Month.HoursVersions;
    public IReadOnlyList<TimeGapResponse>? Missing => TimeGapResponse.Of(shown.Missing);
    public IReadOnlyList<AttendanceDayResponse> Days =>
        [.. shown.Month.Days.Select(day => new AttendanceDayResponse(day))];

    public static AttendanceResponse Of(ShownMonth shown) => new(shown);
}
