using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;

namespace Kinerja.Application.FlexibleWork;

/// <summary>Each "no" to flexible work in words, for the person who asked.</summary>
internal static class FlexibleTexts
{
    /// <summary>Code and words, where one line is all there is room for.</summary>
    internal static Sentence Sentence(FlexibleReason reason)
    {
        var text = Of(reason);
        return Domain.Sentence.Both($"{text.Code}: {text.En}", $"{text.Code}: {text.Id}");
    }

    internal static ReasonResponse Of(FlexibleReason reason)
    {
        var (english, indonesian) = Words(reason);
        return new(JsonFormat.Name(reason), english, indonesian);
    }

    private static (string English, string Indonesian) Words(FlexibleReason reason) => reason switch
    {
        FlexibleReason.PostDenied =>
            (
                "The post's kind of work is never done from elsewhere.",
                "Jenis pekerjaan ini tidak dapat dilakukan dari luar kantor."),
        FlexibleReason.DirectServiceUnit =>
            (
                "The unit serves the public directly and works from the office.",
                "Unit kerja memberikan pelayanan langsung di kantor."),
        FlexibleReason.NoPost => ("No post is registered for the person.", "Jabatan pegawai belum terdaftar."),
        FlexibleReason.PostNotListed =>
            (
                "The agency has not listed the post for flexible work.",
                "Jabatan tidak masuk daftar kerja fleksibel instansi."),
        FlexibleReason.NotActive => ("The person is not in service.", "Pegawai tidak aktif."),
        FlexibleReason.DisciplineCase =>
            (
                "A discipline case is open or a punishment is being served.",
                "Dalam proses atau menjalani hukuman disiplin."),
        FlexibleReason.NewStaff =>
            ("The person has not been in service long enough.", "Masa kerja pegawai belum mencukupi."),
        FlexibleReason.NotAdopted =>
            (
                "The agency has no flexible-work policy for this date.",
                "Belum ada kebijakan kerja fleksibel untuk tanggal ini."),
        FlexibleReason.OutsidePilot =>
            ("The unit or the post is not part of the trial.", "Unit kerja atau jabatan tidak termasuk uji coba."),
        FlexibleReason.WaveNotBegun => ("The unit's turn has not come yet.", "Giliran unit kerja belum dimulai."),
        FlexibleReason.DayNotAllowed =>
            ("This day of the week is not open to flexible work.", "Hari ini tidak dibuka untuk kerja fleksibel."),
        FlexibleReason.NoEntitlement =>
            (
                "It is a reward, and no entitlement holds on this date.",
                "Kerja fleksibel adalah penghargaan; belum ada hak yang berlaku."),
        FlexibleReason.WeeklyQuotaUsed => ("The week's days are used up.", "Kuota minggu ini sudah habis."),
        FlexibleReason.TooManyInARow =>
            ("Too many working days elsewhere in a row.", "Terlalu banyak hari berturut-turut di luar kantor."),
        FlexibleReason.UnitShareReached =>
            (
                "As many of the unit as may already work elsewhere that day.",
                "Batas pegawai unit di luar kantor hari itu sudah tercapai."),
        FlexibleReason.NotPlanned => ("The day had not been planned.", "Hari ini tidak direncanakan."),
        FlexibleReason.OtherPlace =>
            ("The day was planned for another place.", "Hari ini direncanakan di tempat lain."),
    };
}
