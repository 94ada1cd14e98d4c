using Kinerja.Application.Reports;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// One person's row. Through is the last day that was closed; none of the counts stands before the first close.
/// </summary>
public sealed record AttendanceReportLine(
    EmployeeId EmployeeId,
    UnitId UnitId,
    bool Dirty,
    LocalDate? Through,
    IReadOnlyDictionary<string, int>? DaysByStatus,
    int? FlexibleDays,
    int? FlaggedDays,
    int? LateMinutes,
    int? EarlyMinutes)
{
    public static AttendanceReportLine Of(ReportLine line)
    {
        var days = line.Month?.Days;
        return new AttendanceReportLine(
            line.Employee.Id,
            line.Employee.UnitId,
            line.Dirty,
            days is { Count: > 0 } ? days[^1].Date : null,
            days?.CountBy(d => d.Status).OrderBy(c => c.Key).ToDictionary(c => JsonFormat.Name(c.Key), c => c.Value),
            days?.Count(d => d.Mode == WorkMode.Flexible),
            days?.Count(d => d.Flagged),
            days?.Sum(d => d.LateMinutes ?? 0),
            days?.Sum(d => d.EarlyMinutes ?? 0));
    }
}

public sealed record AttendanceReportResponse(YearMonth Month, IReadOnlyList<AttendanceReportLine> Lines)
{
    public static AttendanceReportResponse Of(YearMonth month, ReportPage page) =>
        new(month, [.. page.Lines.Select(AttendanceReportLine.Of)]);
}
