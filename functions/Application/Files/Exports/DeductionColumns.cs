using System.Globalization;
using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain.Presence.Attendance;
using NodaTime.Text;

namespace Kinerja.Application.Files.Exports;

/// <summary>A row a person: what the scheme says of the month, as in the person's own statement.</summary>
internal static class DeductionColumns
{
    internal static readonly IReadOnlyList<SheetColumn<StatedMonth>> All =
    [
        new("employeeId", "Employee", "Pegawai", l => l.Person.Timeline.Id.ToString()),
        new("unitId", "Unit", "Unit kerja", l => l.Unit.Id.ToString()),
        new("unitName", "Name of the unit", "Nama unit kerja", l => l.Unit.Name),
        new("month", "Month", "Bulan", l => YearMonthPattern.Iso.Format(l.Month)),
        new("state", "State", "Status", l => ExportTexts.Of(l.State)),
        new("daysToWork", "Days to work", "Jumlah hari kerja", l => l.Statement?.DaysToWork),
        new(
            "percentOfMonth", "Deduction, % of the month", "Potongan, % sebulan", l => l.Statement?.PercentOfMonth),
        new("percentOfDay", "Deduction, % of a day", "Potongan, % sehari", l => l.Statement?.PercentOfDay),
        new("rupiah", "Deduction, rupiah", "Potongan, rupiah", l => l.Statement?.Rupiah),
        new(
            "presenceSharePercent", "Share of the allowance, %", "Bagian tunjangan, %",
            l => l.Statement?.PresenceSharePercent),
        new("openDays", "Open days", "Hari terbuka", l => l.Statement?.OpenDays.Count),
        new(
            "openDates", "Dates of open days", "Tanggal hari terbuka",
            l => Dates(l.Statement?.OpenDays.Select(d => d.Day))),
        Event("late", "Times late", "Kali terlambat", DeductionEvent.Late),
        Event("leftEarly", "Times left early", "Kali pulang awal", DeductionEvent.LeftEarly),
        Event("awayMidDay", "Times away mid-day", "Kali meninggalkan kerja", DeductionEvent.AwayMidDay),
        Event("noArrival", "Times without arrival", "Kali tanpa presensi datang", DeductionEvent.NoArrival),
        Event("noLeaving", "Times without leaving", "Kali tanpa presensi pulang", DeductionEvent.NoLeaving),
        Event(
            "midDayMissing", "Times without mid-day record", "Kali tanpa presensi siang", DeductionEvent.MidDayMissing),
        Event("absent", "Days absent", "Hari tanpa keterangan", DeductionEvent.Absent),
        new("scheme", "Scheme", "Aturan potongan", l => l.Statement?.SchemeVersion),
        new("basis", "Basis", "Dasar", l => l.Statement?.Basis),
    ];

    /// <summary>How often the scheme deducted for it.</summary>
    private static SheetColumn<StatedMonth> Event(
        string key, string english, string indonesian, DeductionEvent what) =>
        new(key, english, indonesian, l => l.Statement?.Lines.Where(d => d.Event == what).Select(d => d.Date)
            .Distinct().Count());

    private static string? Dates(IEnumerable<int>? days) =>
        days is null ? null : string.Join(' ', days.Select(d => d.ToString("D2", CultureInfo.InvariantCulture)));
}
