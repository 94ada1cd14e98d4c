using Kinerja.Domain;

namespace Kinerja.Application.Contracts;

/// <summary>Each problem's title in English and Indonesian.</summary>
internal static class ProblemTitles
{
    private static readonly Dictionary<string, (string English, string Indonesian)> Titles = new()
    {
        [RefusalCodes.InvalidBody] = ("The body cannot be read", "Isi permintaan tidak dapat dibaca"),
        [RefusalCodes.InvalidField] = ("A field is not valid", "Ada isian yang tidak sah"),
        [RefusalCodes.BodyTooLarge] = ("The body is too large", "Isi permintaan terlalu besar"),
        [RefusalCodes.BatchTooLarge] = ("The batch has too many items", "Jumlah data dalam satu kiriman terlalu banyak"),
        [RefusalCodes.Unauthenticated] = ("A valid token is needed", "Diperlukan token yang sah"),
        [RefusalCodes.MissingScope] = ("The token lacks the scope", "Token tidak memiliki izin ini"),
        [RefusalCodes.WrongAgency] = ("The token is another agency's", "Token milik instansi lain"),
        [RefusalCodes.UnknownAgency] = ("Unknown agency", "Instansi tidak dikenal"),
        [RefusalCodes.UnknownUnit] = ("Unknown unit", "Unit kerja tidak dikenal"),
        [RefusalCodes.UnknownPost] = ("Unknown post", "Jabatan tidak dikenal"),
        [RefusalCodes.UnknownEmployee] = ("Unknown employee", "Pegawai tidak dikenal"),
        [RefusalCodes.UnknownEntitlement] = ("No such entitlement", "Hak kerja fleksibel belum ada"),
        [RefusalCodes.UnknownSurvey] = ("Unknown questionnaire", "Survei tidak dikenal"),
        [RefusalCodes.UnknownFlexibleDay] = ("No such planned day", "Hari kerja fleksibel belum direncanakan"),
        [RefusalCodes.UnknownGeofence] = ("Unknown geofence", "Area tidak dikenal"),
        [RefusalCodes.UnknownCorrection] = ("Unknown correction", "Koreksi tidak dikenal"),
        [RefusalCodes.UnknownOutage] = ("Unknown outage window", "Masa gangguan tidak dikenal"),
        [RefusalCodes.UnknownPolicy] = ("Unknown policy", "Kebijakan tidak dikenal"),
        [RefusalCodes.PolicyNotTestable] = ("No dry run for this kind", "Jenis kebijakan ini tidak dapat diuji coba"),
        [RefusalCodes.UnknownReview] = ("No such review", "Pemeriksaan ini tidak ada"),
        [RefusalCodes.UnknownRun] = ("No such evaluation run", "Evaluasi periode ini belum ada"),
        [RefusalCodes.UnknownEvaluation] = ("No such evaluation", "Evaluasi pegawai ini belum ada"),
        [RefusalCodes.UnknownRating] = ("No such rating", "Penilaian belum ada"),
        [RefusalCodes.InvalidGeofence] = ("The geofence is not valid", "Area tidak sah"),
        [RefusalCodes.StaleVersion] = ("Somebody changed it meanwhile", "Data telah berubah sementara itu"),
        [RefusalCodes.ReusedId] = ("The id was used for something else", "Id telah dipakai untuk data lain"),
        [RefusalCodes.NipTaken] = ("The NIP is another person's", "NIP milik pegawai lain"),
        [RefusalCodes.EntitlementRevoked] = ("The entitlement was revoked", "Hak kerja fleksibel telah dicabut"),
        [RefusalCodes.NotEligible] = ("Not eligible for flexible work", "Tidak memenuhi syarat kerja fleksibel"),
        [RefusalCodes.PlaceNotFlexible] = ("Not a place of flexible work", "Bukan tempat kerja fleksibel"),
        [RefusalCodes.SurveyOpen] = ("The questionnaire is open", "Survei masih dibuka"),
        [RefusalCodes.SurveyNotOpen] = ("The questionnaire is not open", "Survei tidak sedang dibuka"),
        [RefusalCodes.NotAsked] = ("The questionnaire is for others", "Survei bukan untuk pegawai ini"),
        [RefusalCodes.DayPast] = ("The day is past", "Hari sudah lewat"),
        [RefusalCodes.CapturedInFuture] = ("Captured in the future", "Waktu perekaman di masa depan"),
        [RefusalCodes.CapturedTooLongAgo] = ("Captured too long ago", "Waktu perekaman terlalu lama"),
        [RefusalCodes.DayNotBegun] = ("The day has not begun", "Hari itu belum dimulai"),
        [RefusalCodes.CorrectionDecided] = ("The correction was decided", "Koreksi telah diputuskan"),
        [RefusalCodes.SelfFeedback] = ("Feedback on oneself", "Umpan balik untuk diri sendiri"),
        [RefusalCodes.FeedbackRoleMismatch] = ("The role does not fit", "Peran pemberi umpan balik tidak sesuai"),
        [RefusalCodes.NotTheRater] = ("Not the rater of record", "Bukan pejabat penilai"),
        [RefusalCodes.OwnUnit] = ("Set by the unit's own head", "Ditetapkan oleh pimpinan unit itu sendiri"),
        [RefusalCodes.PeriodNotStarted] = ("The period has not begun", "Periode belum dimulai"),
        [RefusalCodes.PeriodNotOver] = ("The period is not over", "Periode belum berakhir"),
        [RefusalCodes.PeriodFrozen] = ("The period's inputs are frozen", "Data periode ini telah dibekukan"),
        [RefusalCodes.RankingNotReady] = ("The ranking is not ready", "Peringkat belum siap"),
        [RefusalCodes.NotEvaluatedYet] = ("The run has not evaluated yet", "Evaluasi belum selesai"),
        [RefusalCodes.UnknownReason] = ("No such reason", "Alasan belum ditulis"),
        [RefusalCodes.NothingRated] = ("Rated nobody in this run", "Tidak menilai siapa pun pada periode ini"),
        [RefusalCodes.UnknownWorkPlan] = ("No such work plan", "SKP tidak ditemukan"),
        [RefusalCodes.UnknownResult] = ("No such result in the plan", "Hasil kerja tidak ada dalam SKP"),
        [RefusalCodes.ReasonRequired] = ("A reason is required", "Alasan wajib diisi"),
        [RefusalCodes.RouteNotFound] = ("There is nothing here", "Alamat tidak ditemukan"),
        [RefusalCodes.Unexpected] = ("Something went wrong here", "Terjadi kesalahan pada sistem"),
    };

    internal static string Of(string code, bool indonesian) => indonesian ? Titles[code].Indonesian : Titles[code].English;
}
