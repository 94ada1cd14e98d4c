using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A day's reasons in words, for the person whose day it is.</summary>
internal static class DayReasonTexts
{
    internal static DayFindingResponse Of(DayFinding finding)
    {
        var (english, indonesian) = Texts(finding.Reason);
        return new DayFindingResponse(JsonFormat.Name(finding.Reason), english, indonesian, finding.Reference);
    }

    private static (string English, string Indonesian) Texts(DayReason reason) => reason switch
    {
        DayReason.PublicHoliday => ("A public holiday.", "Hari libur nasional."),
        DayReason.CollectiveLeave => ("Collective leave.", "Cuti bersama."),
        DayReason.NotAWorkingWeekday => ("Not worked on this day of the week.", "Bukan hari kerja dalam minggu."),
        DayReason.OffByRoster => ("Off by roster.", "Lepas tugas menurut jadwal sif."),
        DayReason.NoCalendar => (
            "No calendar of this year was loaded; whether it is worked is not known.",
            "Kalender tahun ini belum dimuat; hari kerja tidak dapat ditentukan."),
        DayReason.NotYet => ("The day is not over.", "Hari ini belum berakhir."),
        DayReason.NoCheckIn => ("No check-in and no known reason.", "Tidak ada presensi dan tanpa keterangan."),
        DayReason.ArrivedInside => ("Arrived inside an area.", "Datang di dalam area."),
        DayReason.OutsideEveryArea => (
            "Arrived outside every area; a superior looks at it.",
            "Presensi di luar semua area; atasan akan memeriksanya."),
        DayReason.PositionUncertain => (
            "The position was too inaccurate to tell.",
            "Posisi kurang akurat untuk ditentukan."),
        DayReason.PositionUnknown => (
            "No position, or no area to judge it by.",
            "Tidak ada posisi, atau belum ada area."),
        DayReason.NoArrival => ("Check-ins, but no arrival.", "Ada presensi, tetapi tidak ada presensi datang."),
        DayReason.Late => ("Late.", "Terlambat."),
        DayReason.LeftEarly => ("Left early.", "Pulang sebelum waktunya."),
        DayReason.NoLeaving => ("No check-out.", "Tidak ada presensi pulang."),
        DayReason.WithinGrace => ("Within the grace: not late.", "Dalam batas toleransi: tidak terlambat."),
        DayReason.GraceTakenOff => (
            "The grace was taken off the lateness.",
            "Toleransi telah dikurangkan dari keterlambatan."),
        DayReason.PersonalStart => (
            "A start of one's own holds; the day ends when its hours are done.",
            "Jam masuk pribadi berlaku; hari kerja berakhir setelah jam kerja terpenuhi."),
        DayReason.HalfDay => ("Counts as half a day.", "Dihitung setengah hari."),
        DayReason.AwayMidDay => (
            "Away in the middle of the day beyond the break.",
            "Meninggalkan tempat kerja melebihi waktu istirahat."),
        DayReason.MidDayMissing => ("No mid-day check-in.", "Tidak ada presensi tengah hari."),
        DayReason.RequiredMinutesShort => (
            "Less than the required minutes.",
            "Kurang dari jumlah menit yang diwajibkan."),
        DayReason.OnLeave => ("Accounted for by the leave system.", "Tercatat pada sistem cuti."),
        DayReason.CheckInsOnLeave => ("Checked in while on leave.", "Ada presensi saat cuti."),
        DayReason.OutageForgaveLateness => (
            "An outage took minutes off the lateness.",
            "Gangguan sistem mengurangi keterlambatan."),
        DayReason.OutageCoversArrival => (
            "An outage stood in the way of checking in.",
            "Gangguan sistem menghalangi presensi datang."),
        DayReason.OutageCoversLeaving => (
            "An outage stood in the way of checking out.",
            "Gangguan sistem menghalangi presensi pulang."),
        DayReason.OutageAllDay => (
            "Outages stood in the way; a superior looks at it.",
            "Gangguan sistem menghalangi presensi; atasan akan memeriksanya."),
        DayReason.CorrectedArrival => ("The arrival was corrected.", "Presensi datang telah dikoreksi."),
        DayReason.CorrectedLeaving => ("The leaving was corrected.", "Presensi pulang telah dikoreksi."),
        DayReason.RejectedLeftOut => (
            "A check-in was rejected by the superior and left out.",
            "Ada presensi yang ditolak atasan dan tidak dihitung."),
        DayReason.FlexibleNotCovered => (
            "Flexible work that was not covered; present all the same, a superior looks at it.",
            "Kerja fleksibel belum tercakup; tetap hadir, atasan akan memeriksanya."),
        DayReason.CheckInFlagged => (
            "A check-in is flagged; a superior looks at it.",
            "Ada presensi yang ditandai; atasan akan memeriksanya."),
        DayReason.OverMidnight => (
            "A shift that ends on the next date.",
            "Sif yang berakhir pada tanggal berikutnya."),
        DayReason.NotInService => (
            "Not in service of this agency on that day.",
            "Belum atau tidak lagi bertugas di instansi ini pada hari itu."),
        DayReason.LeavingNotPlaced => (
            "A check-out came that could not be placed inside an area; a superior looks at it.",
            "Ada presensi pulang yang tidak dapat ditempatkan di dalam area; atasan akan memeriksanya."),
        DayReason.RuledPresentOffice => (
            "The superior ruled: present at the office.", "Putusan atasan: hadir di kantor."),
        DayReason.RuledPresentField => (
            "The superior ruled: present in the field.", "Putusan atasan: hadir di lapangan."),
        DayReason.RuledPresentFlexible => (
            "The superior ruled: present, flexible work.", "Putusan atasan: hadir, kerja fleksibel."),
        DayReason.RuledPresentDuty => (
            "The superior ruled: present on duty elsewhere.", "Putusan atasan: hadir, dinas luar."),
        DayReason.RuledHalfDay => ("The superior ruled: half a day.", "Putusan atasan: setengah hari."),
        DayReason.RuledAbsent => (
            "The superior ruled: absent without a valid reason.", "Putusan atasan: tidak hadir tanpa keterangan."),
        DayReason.RecordedAfterRuling => (
            "A check-in came after the ruling; a superior looks at it again.",
            "Ada presensi yang masuk setelah putusan; atasan akan memeriksanya kembali."),
        DayReason.OutsideMargins => (
            "A check-in outside the margins of every shift; a superior looks at it.",
            "Ada presensi di luar batas waktu semua sif; atasan akan memeriksanya."),
        DayReason.ShiftUnclear => (
            "A check-in may be of this shift or of another; a superior looks at it.",
            "Ada presensi yang mungkin untuk sif ini atau sif lain; atasan akan memeriksanya."),
        DayReason.OnLeaveInPart => (
            "Excused for a part of the day by the leave system; the rest stays owed.",
            "Izin untuk sebagian hari tercatat pada sistem cuti; sisa jam kerja tetap wajib."),
        DayReason.PunchesPaired => (
            "Punches without a direction: the first counts as the arrival, the last as the leaving.",
            "Presensi tanpa arah: yang pertama dihitung datang, yang terakhir dihitung pulang."),
        DayReason.ShiftSwapped => (
            "The shift was swapped with another's, and the superiors approved it.",
            "Sif ditukar dengan pegawai lain dan disetujui atasan."),
    };
}
