using Kinerja.Domain.Notices;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Notices;

/// <summary>
/// What a notice says to its person. People stand in it by surrogate id, which the person's app turns into names.
/// </summary>
internal static class NoticeTexts
{
    private static readonly InstantPattern Clock = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm 'UTC'");

    internal static string Of(Notice notice, bool indonesian)
    {
        var (english, local) = Both(notice.Code, notice.About);
        return indonesian ? local : english;
    }

    private static (string English, string Indonesian) Both(NoticeCode code, NoticeSubject about)
    {
        var (who, period) = (about.EmployeeId?.ToString() ?? "", about.Period?.ToString() ?? "");
        var (day, due) = (Day(about.Date), Day(about.DueOn));
        var (outcome, hasil) = (Outcomes.English(about.Outcome), Outcomes.Indonesian(about.Outcome));
        return code switch
        {
            NoticeCode.ObjectionFiled => (
                $"{who} objects to the result of {period}. It is to be decided by {due}.",
                $"{who} mengajukan keberatan atas hasil {period}. Keputusan ditunggu sampai {due}."),
            NoticeCode.ObjectionDecided => (
                $"The objection to the result of {period} was decided: {outcome}.",
                $"Keberatan atas hasil {period} telah diputus: {hasil}."),
            NoticeCode.ObjectionOverdue => (
                $"The objection of {who} to {period} is open past its term of {due} ({outcome}). Nothing is decided by "
                + $"that.{(day.Length > 0 ? $" From {day} the next superior up may decide too." : "")}",
                $"Keberatan {who} atas {period} melewati batas waktu {due} ({hasil}). Hal itu tidak memutuskan "
                + $"apa pun.{(day.Length > 0 ? $" Mulai {day} atasan berikutnya juga dapat memutus." : "")}"),
            NoticeCode.ReviewOpened => (
                $"Check-ins of {who} in the month of {day} are to be looked at. It is a question, not a finding.",
                $"Presensi {who} pada bulan {day} perlu ditinjau. Ini pertanyaan, bukan temuan."),
            NoticeCode.ReviewDecided => (
                $"The review of your check-ins was decided: {outcome}.",
                $"Tinjauan atas presensi Anda telah diputus: {hasil}."),
            NoticeCode.CorrectionRequested => (
                $"{who} asks to correct {day}. Your decision is awaited.",
                $"{who} meminta koreksi untuk {day}. Keputusan Anda ditunggu."),
            NoticeCode.CorrectionDecided => (
                $"Your correction of {day} was decided: {outcome}.",
                $"Koreksi Anda untuk {day} telah diputus: {hasil}."),
            NoticeCode.ShiftSwapRequested => (
                $"{who} asks to swap shifts from {day} on. Your answer is awaited.",
                $"{who} meminta tukar sif mulai {day}. Jawaban Anda ditunggu."),
            NoticeCode.ShiftSwapDecided => (
                $"The swap of shifts from {day} on was decided: {outcome}.",
                $"Tukar sif mulai {day} telah diputus: {hasil}."),
            NoticeCode.SpotCheckAsked => (
                $"Please show now that you are present, by {Time(about.Until)}.",
                $"Mohon tunjukkan kehadiran Anda sekarang, paling lambat {Time(about.Until)}."),
            NoticeCode.ResultPublished => (
                $"The ranking of {period} was published. Your own result can be read.",
                $"Peringkat {period} telah diumumkan. Hasil Anda dapat dibaca."),
            NoticeCode.RatingsMissing => (
                $"{about.Count} people wait for your rating of {period}, by {due}.",
                $"{about.Count} pegawai menunggu penilaian Anda untuk {period}, paling lambat {due}."),
            NoticeCode.RulingMade => (
                $"{day} was ruled on: {outcome}. You can object until {due}.",
                $"Putusan atas {day}: {hasil}. Anda dapat mengajukan keberatan sampai {due}."),
            NoticeCode.RulingPassed => (
                $"{day} of {who} waits for a ruling past its term. You can rule too; nothing is decided by that.",
                $"{day} dari {who} menunggu putusan melewati batas waktu. Anda juga dapat memutus; hal itu tidak memutuskan apa pun."),
            NoticeCode.RulingObjected => (
                $"{who} objects to the ruling on {day}. Your decision is awaited.",
                $"{who} mengajukan keberatan atas putusan {day}. Keputusan Anda ditunggu."),
            NoticeCode.RulingDecided => (
                $"The objection to the ruling on {day} was decided: {outcome}. It is final.",
                $"Keberatan atas putusan {day} telah diputus: {hasil}. Putusan ini final."),
            NoticeCode.RunHeld => (
                $"{period} is held: nobody can be ranked yet. {about.Count} people wait for your rating.",
                $"{period} ditahan: belum ada yang dapat diperingkat. {about.Count} pegawai menunggu penilaian Anda."),
            NoticeCode.MoveRecorded => (
                $"Your move from {about.Reference} to here was recorded: the first day here is {day}.",
                $"Mutasi Anda dari {about.Reference} ke sini telah dicatat: hari pertama di sini {day}."),
            NoticeCode.PersonMovesAway => (
                $"{about.Reference} has recorded that {who} comes there on {day}. End the service here before it.",
                $"{about.Reference} mencatat bahwa {who} pindah ke sana pada {day}. Mohon akhiri masa tugas di sini."),
            NoticeCode.MoveWithdrawn => (
                $"The move of {who} on {day}, to or from {about.Reference}, was taken back.",
                $"Mutasi {who} pada {day}, ke atau dari {about.Reference}, telah dicabut."),
            NoticeCode.RatingCameLate => (
                $"{(who.Length > 0 ? $"The rating of {who}" : "Your rating")} for {period} came after the run began. "
                + "It counts from the next revision on.",
                $"Penilaian {(who.Length > 0 ? who : "atas Anda")} untuk {period} masuk setelah evaluasi berjalan. "
                + "Penilaian itu berlaku mulai revisi berikutnya."),
            NoticeCode.RatingVoided => (
                $"{(who.Length > 0 ? $"The rating of {who}" : "Your rating")} for {period} counts no longer: the wrong "
                + $"person gave it. {about.Reference} is to rate.",
                $"Penilaian {(who.Length > 0 ? who : "atas Anda")} untuk {period} tidak berlaku lagi: penilainya bukan "
                + $"yang berwenang. {about.Reference} yang menilai."),
            NoticeCode.RatingMissing => (
                $"Nobody has rated you for {period} yet; it is due by {due}. Who is not rated is not assessed.",
                $"Belum ada penilaian atas Anda untuk {period}; batasnya {due}. Tanpa itu Anda tidak dievaluasi."),
            NoticeCode.DailyEntriesWaiting => (
                $"{about.Count} daily entries waited for your approval on {day}.",
                $"{about.Count} progres harian menunggu persetujuan Anda per {day}."),
            NoticeCode.DailyEntriesReturned => (
                $"{about.Count} of your daily entries were sent back and waited for you on {day}.",
                $"{about.Count} progres harian Anda dikembalikan dan menunggu perbaikan per {day}."),
            NoticeCode.DailyEntrySubmitted => (
                $"A daily entry of {who} of {day} waits for your approval.",
                $"Progres harian {who} tanggal {day} menunggu persetujuan Anda."),
            NoticeCode.DailyEntryDecided => (
                $"Your daily entry of {day}: {Outcomes.English(about.Outcome)}.",
                $"Progres harian Anda tanggal {day}: {Outcomes.Indonesian(about.Outcome)}."),
        };
    }

    private static string Day(LocalDate? day) => day is { } given ? LocalDatePattern.Iso.Format(given) : "";

    private static string Time(Instant? at) => at is { } given ? Clock.Format(given) : "";

    /// <summary>The words of decisions, by their wire names; a name that has no words stands as it is.</summary>
    private static class Outcomes
    {
        private static readonly Dictionary<string, (string English, string Indonesian)> Words = new()
        {
            ["kept"] = ("the result stays", "hasil tetap"),
            ["changed"] = ("the result changes", "hasil berubah"),
            ["withdrawn"] = ("withdrawn", "dicabut"),
            ["hearing"] = ("to be heard", "untuk didengar"),
            ["decision"] = ("to decide", "untuk diputus"),
            ["accepted"] = ("accepted", "diterima"),
            ["approved"] = ("approved", "disetujui"),
            ["returned"] = ("sent back", "dikembalikan"),
            ["presentOffice"] = ("present at the office", "hadir di kantor"),
            ["presentField"] = ("present in the field", "hadir di lapangan"),
            ["presentFlexible"] = ("present, flexible work", "hadir, kerja fleksibel"),
            ["presentDuty"] = ("present on duty elsewhere", "hadir, dinas luar"),
            ["halfDay"] = ("half a day", "setengah hari"),
            ["absent"] = ("absent", "tidak hadir"),
            ["rejected"] = ("rejected", "ditolak"),
            ["declined"] = ("declined", "ditolak"),
        };

        internal static string English(string? name) => Find(name).English;

        internal static string Indonesian(string? name) => Find(name).Indonesian;

        private static (string English, string Indonesian) Find(string? name) =>
            Words.GetValueOrDefault(name ?? "", (name ?? "", name ?? ""));
    }
}
