using System.Globalization;
using Kinerja.Application.Explanations;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Runs;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.Files.Prints;

/// <summary>Dates and values as papers write them, in both languages.</summary>
internal static class PrintTexts
{
    private static readonly Words[] Months =
    [
        ("January", "Januari"), ("February", "Februari"), ("March", "Maret"), ("April", "April"), ("May", "Mei"),
        ("June", "Juni"), ("July", "Juli"), ("August", "Agustus"), ("September", "September"),
        ("October", "Oktober"), ("November", "November"), ("December", "Desember"),
    ];

    private static readonly Words[] Weekdays =
    [
        ("Mon", "Sen"), ("Tue", "Sel"), ("Wed", "Rab"), ("Thu", "Kam"), ("Fri", "Jum"), ("Sat", "Sab"), ("Sun", "Min"),
    ];

    private static readonly string[] Quarters = ["I", "II", "III", "IV"];

    internal static Words Of(LocalDate date) => Both(id => $"{date.Day} {In(Month(date.Month), id)} {date.Year}");

    internal static Words Of(YearMonth month) => Both(id => $"{In(Month(month.Month), id)} {month.Year}");

    internal static Words Of(AppraisalPeriod period) => period.Kind switch
    {
        PeriodKind.Month => Of(period.FirstDay.ToYearMonth()),
        PeriodKind.Quarter => Both(
            id => $"{(id ? "Triwulan" : "Quarter")} {Quarters[period.Quarters[0].Number - 1]} {period.Year}"),
        PeriodKind.Year => Both(id => $"{(id ? "Tahun" : "Year")} {period.Year}"),
    };

    /// <summary>From the first to the last day of it.</summary>
    internal static Words Span(LocalDate first, LocalDate last) =>
        Both(id => $"{In(Of(first), id)} – {In(Of(last), id)}");

    internal static Words Weekday(LocalDate date) => Weekdays[(int)date.DayOfWeek - 1];

    /// <summary>Indonesian writes a full stop between hours and minutes.</summary>
    internal static Words Of(LocalTime time)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{time.Hour:D2}:{time.Minute:D2}");
        return (text, text.Replace(':', '.'));
    }

    internal static Words Of(Predicate predicate) => Capital(Told.Of(predicate));

    internal static Words Of(ExpectationLevel level) => Capital(Told.Of(level));

    internal static Words Of(OrganisationLevel level) => Capital(Told.Of(level));

    internal static Words Of(Domain.Ranking.TopShare share) => Capital(Told.Of(share));

    internal static Words Of(NotAssessedReason reason) => reason switch
    {
        NotAssessedReason.NoRating => ("Not assessed: no rating", "Tidak dinilai: belum ada penilaian"),
        NotAssessedReason.NoUnitPerformance => (
            "Not assessed: the unit's performance was not set", "Tidak dinilai: kinerja unit belum ditetapkan"),
    };

    internal static Words Of(RunState state) => state switch
    {
        RunState.Final => ("Final", "Final"),
        RunState.Published => ("Published, not final yet", "Terbit, belum final"),
        RunState.Held or RunState.Planned or RunState.Gathered or RunState.Evaluated or RunState.Ranked => (
            "Not published yet", "Belum terbit"),
    };

    internal static Words Of(WorkPlanState state) => state switch
    {
        WorkPlanState.Drafted => ("Drafted; it does not count yet", "Rancangan; belum berlaku"),
        WorkPlanState.Agreed => ("Agreed", "Disepakati"),
    };

    internal static Words Of(ResultKind kind) => kind switch
    {
        ResultKind.Main => ("Main", "Utama"),
        ResultKind.Additional => ("Additional", "Tambahan"),
    };

    internal static Words Of(IndicatorAspect aspect) => aspect switch
    {
        IndicatorAspect.Quantity => ("Quantity", "Kuantitas"),
        IndicatorAspect.Quality => ("Quality", "Kualitas"),
        IndicatorAspect.Time => ("Time", "Waktu"),
        IndicatorAspect.Cost => ("Cost", "Biaya"),
    };

    /// <summary>The BerAKHLAK values as SE MenPANRB 20/2021 names them.</summary>
    internal static Words Of(FeedbackSubject value) => value switch
    {
        FeedbackSubject.Result => ("Result of work", "Hasil kerja"),
        FeedbackSubject.ServiceOriented => ("Service-oriented", "Berorientasi pelayanan"),
        FeedbackSubject.Accountable => ("Accountable", "Akuntabel"),
        FeedbackSubject.Competent => ("Competent", "Kompeten"),
        FeedbackSubject.Harmonious => ("Harmonious", "Harmonis"),
        FeedbackSubject.Loyal => ("Loyal", "Loyal"),
        FeedbackSubject.Adaptive => ("Adaptive", "Adaptif"),
        FeedbackSubject.Collaborative => ("Collaborative", "Kolaboratif"),
    };

    internal static Words Of(DayStatus status) => status switch
    {
        DayStatus.DayOff => ("Day off", "Libur"),
        DayStatus.Present => ("Present", "Hadir"),
        DayStatus.NeedsReview => ("For the superior to look at", "Perlu dilihat atasan"),
        DayStatus.NoRecord => ("No record", "Tanpa catatan"),
        DayStatus.NotYet => ("Not over yet", "Belum berakhir"),
        DayStatus.HalfDay => ("Half a day", "Setengah hari"),
        DayStatus.Uncertain => ("Uncertain", "Belum pasti"),
        DayStatus.NoCalendar => ("No calendar", "Tanpa kalender"),
        DayStatus.NotInService => ("Not in service", "Tidak bertugas"),
        DayStatus.Leave => ("Leave", "Cuti"),
        DayStatus.Sick => ("Sick", "Sakit"),
        DayStatus.DutyTravel => ("Duty travel", "Perjalanan dinas"),
        DayStatus.Training => ("Training", "Pelatihan"),
        DayStatus.Permission => ("Permission", "Izin"),
        DayStatus.Absent => ("Ruled absent", "Diputus tidak hadir"),
    };

    internal static Words Of(ObjectionState state) => state switch
    {
        ObjectionState.Filed => ("Filed", "Diajukan"),
        ObjectionState.Kept => ("The result is kept", "Hasil tetap"),
        ObjectionState.Changed => (
            "The objection is upheld; the result is changed", "Keberatan dikabulkan; hasil diubah"),
        ObjectionState.Withdrawn => ("Withdrawn", "Dicabut"),
    };

    internal static Words Of(EntitlementKind kind) => kind switch
    {
        EntitlementKind.FlexiblePlace => ("Work at another place", "Bekerja dari tempat lain"),
        EntitlementKind.FlexibleStart => ("A later start of the day", "Jam masuk lebih siang"),
        EntitlementKind.DayOff => ("Days of leave", "Hari libur"),
    };

    private static Words Month(int number) => Months[number - 1];

    private static Words Capital(Told told) => (Capital(told.English), Capital(told.Indonesian));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string In(Words words, bool indonesian) => words.In(indonesian);

    private static Words Both(Func<bool, string> of) => (of(false), of(true));
}
