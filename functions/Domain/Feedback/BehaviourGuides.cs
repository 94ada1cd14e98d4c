namespace Kinerja.Domain.Feedback;

/// <summary>One guide of conduct (panduan perilaku): of which value, which of its three, its words.</summary>
public sealed record BehaviourGuide(FeedbackSubject Value, int Guide, string Words);

/// <summary>
/// The seven BerAKHLAK values of civil servants with three guides each, 21 in all (SE MenPANRB 20/2021; PermenPANRB
/// 6/2022 rates behaviour by them, without levels per grade). The words are the circular's own, so Indonesian.
/// </summary>
public static class BehaviourGuides
{
    /// <summary>Guides of each value.</summary>
    public const int PerValue = 3;

    public static IReadOnlyList<BehaviourGuide> All { get; } =
    [
        .. Of(
            FeedbackSubject.ServiceOriented,
            "Memahami dan memenuhi kebutuhan masyarakat",
            "Ramah, cekatan, solutif, dan dapat diandalkan",
            "Melakukan perbaikan tiada henti"),
        .. Of(
            FeedbackSubject.Accountable,
            "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi",
            "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien",
            "Tidak menyalahgunakan kewenangan jabatan"),
        .. Of(
            FeedbackSubject.Competent,
            "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
            "Membantu orang lain belajar",
            "Melaksanakan tugas dengan kualitas terbaik"),
        .. Of(
            FeedbackSubject.Harmonious,
            "Menghargai setiap orang apa pun latar belakangnya",
            "Suka menolong orang lain",
            "Membangun lingkungan kerja yang kondusif"),
        .. Of(
            FeedbackSubject.Loyal,
            "Memegang teguh ideologi Pancasila, UUD 1945, setia kepada NKRI serta pemerintahan yang sah",
            "Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara",
            "Menjaga rahasia jabatan dan negara"),
        .. Of(
            FeedbackSubject.Adaptive,
            "Cepat menyesuaikan diri menghadapi perubahan",
            "Terus berinovasi dan mengembangkan kreativitas",
            "Bertindak proaktif"),
        .. Of(
            FeedbackSubject.Collaborative,
            "Memberi kesempatan kepada berbagai pihak untuk berkontribusi",
            "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
            "Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama"),
    ];

    private static IEnumerable<BehaviourGuide> Of(FeedbackSubject value, string first, string second, string third) =>
        [new(value, 1, first), new(value, 2, second), new(value, 3, third)];
}
