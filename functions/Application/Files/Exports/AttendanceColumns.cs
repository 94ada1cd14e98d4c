using System.Globalization;
using Kinerja.Application.Files.Sheets;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Files.Exports;

/// <summary>A row a person: the month's sums, then a column a day with what it came out as.</summary>
internal static class AttendanceColumns
{
    private static readonly IReadOnlyList<SheetColumn<AttendanceLine>> Sums =
    [
        new("employeeId", "Employee", "Pegawai", l => l.Person.Timeline.Id.ToString()),
        new("unitId", "Unit", "Unit kerja", l => l.Unit.Id.ToString()),
        new("unitName", "Name of the unit", "Nama unit kerja", l => l.Unit.Name),
        new("state", "State", "Status", l => ExportTexts.Of(l.State)),
        new(
            "through", "Through", "Sampai dengan",
            l => l.Days is { } days ? LocalDatePattern.Iso.Format(days[^1].Date) : null),
        new("workingDays", "Working days", "Hari kerja", l => Sum(l, s => s.WorkingDays)),
        new("presentDays", "Days present", "Hadir", l => Sum(l, s => s.PresentDays)),
        new("flexibleDays", "Of them flexible work", "Di antaranya kerja fleksibel", l => Sum(l, s => s.FlexibleDays)),
        new("halfDays", "Of them half days", "Di antaranya setengah hari", l => Count(l, DayStatus.HalfDay)),
        new("reviewDays", "Days for the superior", "Menunggu atasan", l => Sum(l, s => s.ReviewDays)),
        new(
            "noRecordDays", "Days without a record or reason", "Tanpa catatan atau keterangan",
            l => Sum(l, s => s.NoRecordDays)),
        new("leaveDays", "Leave", "Cuti", l => Count(l, DayStatus.Leave)),
        new("sickDays", "Sick", "Sakit", l => Count(l, DayStatus.Sick)),
        new("dutyTravelDays", "Duty travel", "Perjalanan dinas", l => Count(l, DayStatus.DutyTravel)),
        new("trainingDays", "Training", "Pelatihan", l => Count(l, DayStatus.Training)),
        new("permissionDays", "Permission", "Izin", l => Count(l, DayStatus.Permission)),
        new("noCalendarDays", "Days without a calendar", "Tanpa kalender", l => Count(l, DayStatus.NoCalendar)),
        new("flaggedDays", "Flagged days", "Hari bertanda", l => l.Days?.Count(d => d.Flagged)),
        new("lateMinutes", "Minutes late", "Menit terlambat", l => Sum(l, s => s.LateMinutes)),
        new("earlyMinutes", "Minutes left early", "Menit pulang awal", l => Sum(l, s => s.EarlyMinutes)),
        new("workedMinutes", "Minutes worked", "Menit kerja", l => l.Days?.Sum(d => d.WorkedMinutes ?? 0)),
    ];

    internal static IReadOnlyList<SheetColumn<AttendanceLine>> Of(YearMonth month) =>
        [.. Sums, .. month.ToDateInterval().Select(DayColumn)];

    private static SheetColumn<AttendanceLine> DayColumn(LocalDate date)
    {
        var number = date.Day.ToString("D2", CultureInfo.InvariantCulture);
        return new($"day{number}", number, number, l =>
            l.Days?.FirstOrDefault(d => d.Date == date) is { } day ? ExportTexts.Of(day.Status) : default);
    }

    private static SheetCell Sum(AttendanceLine line, Func<AttendanceSummary, int> of) =>
        line.Days is null ? default(SheetCell) : of(line.Summary);

    private static SheetCell Count(AttendanceLine line, DayStatus status) =>
        line.Days?.Count(d => d.Status == status);
}
