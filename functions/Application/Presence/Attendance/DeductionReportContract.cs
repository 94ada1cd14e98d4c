using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// A person's row: figures only where they may be told, else the state says why not. Days that wait, and the sums of
/// presence, are told of every month that has begun.
/// </summary>
public sealed record DeductionReportLine(
    EmployeeId EmployeeId,
    UnitId UnitId,
    MonthState State,
    int? DaysToWork,
    decimal? PercentOfMonth,
    decimal? PercentOfDay,
    decimal? Rupiah,
    IReadOnlyList<LocalDate> OpenDays,
    int? PresentDays,
    int? FlexibleDays,
    int? NoRecordDays,
    int? LateMinutes,
    int? EarlyMinutes)
{
    public static DeductionReportLine Of(StatedMonth line)
    {
        var month = line.Person.Month;
        AttendanceSummary? sums = month is null ? null : AttendanceSummary.Of([month]);
        return new(
            line.Person.Timeline.Id,
            line.Unit.Id,
            line.State,
            line.Statement?.DaysToWork,
            line.Statement?.PercentOfMonth,
            line.Statement?.PercentOfDay,
            line.Statement?.Rupiah,
            line.Statement?.OpenDays ?? [.. (month?.Days ?? []).Where(Waits).Select(d => d.Date)],
            sums?.PresentDays,
            sums?.FlexibleDays,
            sums?.NoRecordDays,
            sums?.LateMinutes,
            sums?.EarlyMinutes);
    }

    private static bool Waits(AttendanceDay day) =>
        day.Status is DayStatus.NeedsReview or DayStatus.Uncertain or DayStatus.NoCalendar;
}

public sealed record DeductionReportResponse(YearMonth Month, IReadOnlyList<DeductionReportLine> Lines)
{
    public static DeductionReportResponse Of(YearMonth month, StatementPage page) =>
        new(month, [.. page.Lines.Select(DeductionReportLine.Of)]);
}
