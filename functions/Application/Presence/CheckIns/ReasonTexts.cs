using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>Reasons in words, for the person whose check-in it is.</summary>
internal static class ReasonTexts
{
    internal static ReasonResponse Of(CheckInReason reason) => reason switch
    {
        CheckInReason.InsideFence => Answer(reason, "Inside the area.", "Di dalam area."),
        CheckInReason.OutsideEveryFence => Answer(
            reason,
            "Outside every area that is yours.",
            "Di luar semua area yang ditetapkan untuk Anda."),
        CheckInReason.TooCloseToTell => Answer(
            reason,
            "The position is too inaccurate to tell inside from outside.",
            "Posisi kurang akurat untuk menentukan di dalam atau di luar area."),
        CheckInReason.NoPosition => Answer(reason, "No position was sent.", "Posisi tidak dikirim."),
        CheckInReason.NoFenceForPerson => Answer(
            reason,
            "No area is set for you.",
            "Belum ada area yang ditetapkan untuk Anda."),
        CheckInReason.SentLate => Answer(
            reason,
            "Sent later than captured; the time of capture counts.",
            "Terlambat dikirim; waktu perekaman yang dihitung."),
        CheckInReason.DeviceClockWrong => Answer(
            reason,
            "The device's clock cannot be told; the server's time counts.",
            "Jam perangkat tidak dapat dipastikan; waktu server yang dihitung."),
        CheckInReason.DeviceClockCorrected => Answer(
            reason,
            "The device's clock was off; the time of capture counts, moved by how far it was off.",
            "Jam perangkat tidak tepat; waktu perekaman yang dihitung, digeser sebesar selisih jamnya."),
        CheckInReason.AccuracyUnusable => Answer(
            reason,
            "The position is too inaccurate to tell any place; it was kept and not judged.",
            "Posisi terlalu tidak akurat untuk menentukan tempat; disimpan dan tidak dinilai."),
        CheckInReason.Assisted => Answer(
            reason,
            "Recorded on another's device, with a superior's name to it.",
            "Direkam dengan perangkat orang lain, atas nama seorang atasan."),
        CheckInReason.MockLocationReported => Answer(
            reason,
            "The device reported a mock location; that lowers the trust in this check-in.",
            "Perangkat melaporkan lokasi tiruan; hal itu menurunkan kepercayaan pada presensi ini."),
        CheckInReason.AccuracyTooGood => Answer(
            reason,
            "The accuracy is better than a phone can know; the day is not changed by it.",
            "Akurasi lebih baik daripada kemampuan ponsel; hari kerja tidak berubah karenanya."),
        CheckInReason.AttestationFailed => Answer(
            reason,
            "The phone's integrity check failed; that lowers the trust in this check-in.",
            "Pemeriksaan integritas ponsel gagal; hal itu menurunkan kepercayaan pada presensi ini."),
    };

    private static ReasonResponse Answer(CheckInReason reason, string english, string indonesian) =>
        new(JsonFormat.Name(reason), english, indonesian);
}
