using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain.Presence.Attendance;
using NodaTime.Text;

namespace Kinerja.Application.Files.Prints;

/// <summary>One person's month (daftar hadir), a row a day, with its sums.</summary>
internal static class AttendanceSheet
{
    internal static Paper Of(ShownMonth shown, PrintParty? person, PrintParty? superior)
    {
        var month = shown.Month;
        var sum = AttendanceSummary.Of([month]);
        IReadOnlyList<(string Key, Words Label, int Value)> sums =
        [
            ("workingDays", ("Working days", "Hari kerja"), sum.WorkingDays),
            ("presentDays", ("Present", "Hadir"), sum.PresentDays),
            ("excusedDays", ("Excused", "Dengan keterangan"), sum.ExcusedDays),
            ("noRecordDays", ("Without a record", "Tanpa catatan"), sum.NoRecordDays),
            ("reviewDays", ("For the superior", "Menunggu atasan"), sum.ReviewDays),
            ("lateMinutes", ("Minutes late", "Menit terlambat"), sum.LateMinutes),
            ("earlyMinutes", ("Minutes left early", "Menit pulang awal"), sum.EarlyMinutes),
        ];
        return new Paper(
            PrintKind.Attendance,
            YearMonthPattern.Iso.Format(month.Month),
            ("Attendance sheet", "Daftar hadir pegawai"),
            [PrintTexts.Of(month.Month)],
            [
                new(("Employee", "Pegawai"), person),
                new(("Superior", "Atasan langsung"), superior),
            ],
            [
                .. month.Days is [.., var last]
                    ? [new PrintFigure("through", ("through", "sampai dengan"), LocalDatePattern.Iso.Format(last.Date))]
                    : Array.Empty<PrintFigure>(),
                .. sums.Select(one => new PrintFigure(one.Key, Lower(one.Label), $"{one.Value}")),
            ],
            [.. month.HoursVersions, .. month.CalendarVersion is { } calendar ? [calendar] : Array.Empty<string>()],
            page => Write(page, shown, sums));
    }

    private static void Write(
        PrintPage page, ShownMonth shown, IReadOnlyList<(string, Words Label, int Value)> sums)
    {
        var month = shown.Month;
        foreach (var gap in shown.Missing)
        {
            page.Line(Of(gap));
        }

        page.Section(("Sums", "Rekapitulasi"));
        page.Table([.. sums.Select(one => one.Label)], [new([.. sums.Select(one => (object?)one.Value)])], "days");
        page.Section((
            "Days (late, early and worked in minutes)", "Hari demi hari (telat, awal, dan kerja dalam menit)"));
        if (month.Days.Count == 0)
        {
            page.Line(("The month has not begun.", "Bulan ini belum dimulai."));
            return;
        }

        page.Table(
            [
                ("Day", "Tanggal"), ("Status", "Status"), ("In", "Datang"), ("Out", "Pulang"), ("Late", "Telat"),
                ("Early", "Awal"), ("Worked", "Kerja"), ("Remarks", "Keterangan"),
            ],
            month.Days.Select(day => Row(page, day)),
            "days");
    }

    /// <summary>What nobody has given, since the days above it may come to something else by it.</summary>
    private static Words Of(TimeGap gap)
    {
        var span = PrintTexts.Span(gap.From, gap.To);
        return gap.Kind == TimeGapKind.Ramadan
            ? (
                $"Nobody has given hours of Ramadan ({span.English}): the usual hours count.",
                $"Jam kerja Ramadan ({span.Indonesian}) belum ditetapkan: jam kerja biasa dipakai.")
            : (
                $"Nobody has given a calendar ({span.English}): which days are off is not known.",
                $"Kalender ({span.Indonesian}) belum ditetapkan: hari libur belum diketahui.");
    }

    private static HtmlRow Row(PrintPage page, AttendanceDay day) => new(
        [
            $"{day.Date.Day:D2} {page.Say(PrintTexts.Weekday(day.Date))}",
            page.Say(PrintTexts.Of(day.Status)),
            day.FirstIn is { } first ? page.Say(PrintTexts.Of(first)) : "",
            day.LastOut is { } last ? page.Say(PrintTexts.Of(last)) : "",
            Minutes(day.LateMinutes),
            Minutes(day.EarlyMinutes),
            Minutes(day.WorkedMinutes),
            string.Join(' ', day.Findings.Where(Tells).Select(DayReasonTexts.Of).Select(r => page.Say((r.En, r.Id)))),
        ],
        day.IsWorkingDay ? null : "off");

    /// <summary>What the day's status says already is not said twice.</summary>
    private static bool Tells(DayFinding finding) => finding.Reason is not (
        DayReason.ArrivedInside or DayReason.NotYet or DayReason.NotAWorkingWeekday or DayReason.NotInService
        or DayReason.NoCalendar or DayReason.HalfDay or DayReason.Late or DayReason.LeftEarly);

    /// <summary>No minute is no remark.</summary>
    private static object Minutes(int? minutes) => minutes is > 0 and var some ? some : "";

    private static Words Lower(Words words) => (
        char.ToLowerInvariant(words.English[0]) + words.English[1..],
        char.ToLowerInvariant(words.Indonesian[0]) + words.Indonesian[1..]);
}
