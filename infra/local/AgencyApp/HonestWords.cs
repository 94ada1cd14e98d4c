namespace Kinerja.AgencyApp;

/// <summary>
/// What people say to each other in feedback: one list for each subject, in Indonesian as agencies write it.
/// </summary>
internal static class HonestWords
{
    internal static IReadOnlyList<string> Subjects { get; } =
    [
        "result", "serviceOriented", "accountable", "competent", "harmonious", "loyal", "adaptive", "collaborative",
    ];

    internal static IReadOnlyList<string> About(string subject, string level) => (subject, level) switch
    {
        ("result", "below") =>
            [
                "Dua target bulan ini belum selesai; mari kita bagi ulang tugasnya.",
                "Laporan terlambat tanpa pemberitahuan."
            ],
        ("result", _) => ["Target triwulan berjalan sesuai rencana.", "Hasil verifikasi berkas rapi dan tepat waktu."],
        ("serviceOriented", "below") => ["Tamu menunggu lama tanpa penjelasan; tolong disapa lebih dulu."],
        ("serviceOriented", _) => ["Sabar menjelaskan prosedur kepada pemohon.", "Antrean pagi dilayani dengan baik."],
        ("accountable", "below") => ["Catatan persediaan belum sesuai dengan kondisi di lapangan."],
        ("accountable", _) =>
            ["Setiap perubahan data dicatat alasannya.", "Jujur melaporkan kesalahan dan memperbaikinya."],
        ("competent", "below") => ["Perlu pendampingan memakai aplikasi yang baru."],
        ("competent", _) =>
            ["Menguasai aturan baru dan mau mengajarkannya.", "Pertanyaan teknis dijawab dengan jelas."],
        ("harmonious", "below") => ["Nada bicara di rapat perlu dijaga."],
        ("harmonious", _) =>
            ["Membuat suasana tim tenang saat pekerjaan menumpuk.", "Mendengarkan pendapat yang berbeda."],
        ("loyal", "below") => ["Keputusan rapat belum dijalankan sepenuhnya."],
        ("loyal", _) => ["Menjaga nama baik kantor di depan masyarakat.", "Keputusan bersama dijalankan dengan setia."],
        ("adaptive", "below") => ["Masih ragu memakai cara kerja yang baru."],
        ("adaptive", _) => ["Cepat menyesuaikan diri saat jadwal berubah.", "Mengusulkan cara yang lebih sederhana."],
        ("collaborative", "below") => ["Informasi sering terlambat dibagikan kepada tim."],
        ("collaborative", _) => ["Ringan tangan membantu bidang lain.", "Berkas bersama selalu siap dipakai rekan."],
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "No words for this."),
    };
}
