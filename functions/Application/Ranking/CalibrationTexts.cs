namespace Kinerja.Application.Ranking;

/// <summary>The calibration page's words, English and Indonesian. Names of values are the wire's.</summary>
internal static class CalibrationTexts
{
    private static readonly Dictionary<string, (string English, string Indonesian)> Words = new()
    {
        ["title"] = ("Calibration", "Kalibrasi kinerja"),
        ["agency"] = ("Agency", "Instansi"),
        ["period"] = ("Period", "Periode"),
        ["revision"] = ("Revision", "Revisi"),
        ["state"] = ("State", "Tahap"),
        ["policy"] = ("Policy", "Kebijakan"),
        ["note"] = (
            "What stands here is for leaders to weigh. Nobody's predicate is changed by it.",
            "Isi halaman ini bahan pertimbangan pimpinan. Tidak ada predikat pegawai yang diubah karenanya."),
        ["units"] = ("Predicates by unit", "Predikat per unit kerja"),
        ["unit"] = ("Unit", "Unit kerja"),
        ["wholeAgency"] = ("The whole agency", "Seluruh instansi"),
        ["level"] = ("Unit's performance", "Kinerja unit"),
        ["assessed"] = ("Assessed", "Dinilai"),
        ["notAssessedCount"] = ("Not assessed", "Belum dinilai"),
        ["standing"] = ("Finding", "Temuan"),
        ["limits"] = ("Wanted against found", "Pola dan kenyataan"),
        ["who"] = ("Predicates", "Predikat"),
        ["wanted"] = ("Wanted", "Seharusnya"),
        ["exact"] = ("Exactly", "Tepatnya"),
        ["found"] = ("Found", "Kenyataan"),
        ["raters"] = ("Raters", "Pejabat penilai"),
        ["rater"] = ("Rater", "Pejabat penilai"),
        ["rated"] = ("Rated", "Menilai"),
        ["meanScore"] = ("Mean score", "Rata-rata nilai"),
        ["spread"] = ("Spread", "Simpangan"),
        ["meanPredicate"] = ("Mean predicate (1–5)", "Rata-rata predikat (1–5)"),
        ["peers"] = ("Peers' mean score", "Rata-rata nilai penilai lain"),
        ["reason"] = ("Reason", "Alasan"),
        ["reasonMissing"] = ("Not written yet", "Belum ditulis"),
        ["notAssessed"] = ("Not assessed", "Belum dinilai"),
        ["person"] = ("Person", "Pegawai"),
        ["why"] = ("Why", "Sebab"),
        ["nobody"] = ("Nobody.", "Tidak ada."),
        ["cannotHold"] = (
            "So few people cannot keep this pattern.",
            "Pola ini mustahil dipenuhi oleh pegawai sesedikit itu."),
        ["breach"] = ("Breach", "Tidak sesuai"),
        ["evaluated"] = ("evaluated", "selesai dinilai"),
        ["ranked"] = ("ranked", "sudah diperingkat"),
        ["published"] = ("published", "diumumkan"),
        ["final"] = ("final", "bersifat final"),
        ["kept"] = ("Kept", "Sesuai"),
        ["breached"] = ("Breached", "Tidak sesuai"),
        ["tooSmall"] = ("Too small for a pattern", "Terlalu kecil untuk pola"),
        ["noUnitPerformance"] = ("The unit's performance was not set", "Kinerja unit belum ditetapkan"),
        ["nobodyAssessed"] = ("Nobody assessed", "Belum ada yang dinilai"),
        ["noRating"] = ("No rating", "Belum ada penilaian"),
        ["within"] = ("Like the peers", "Sejalan dengan penilai lain"),
        ["outlier"] = ("Stands apart", "Menyimpang dari penilai lain"),
        ["tooFew"] = ("Too few rated to compare", "Terlalu sedikit untuk dibandingkan"),
        ["noPeers"] = ("Nobody to compare with", "Tidak ada pembanding"),
        ["veryGood"] = ("Sangat Baik", "Sangat Baik"),
        ["good"] = ("Baik", "Baik"),
        ["needsImprovement"] = ("Butuh Perbaikan", "Butuh Perbaikan"),
        ["poor"] = ("Kurang", "Kurang"),
        ["veryPoor"] = ("Sangat Kurang", "Sangat Kurang"),
        ["outstanding"] = ("Istimewa", "Istimewa"),
        ["atMost"] = ("at most", "paling banyak"),
        ["atLeast"] = ("at least", "paling sedikit"),
        ["some"] = ("somebody", "harus ada"),
        ["most"] = ("most", "sebagian besar"),
        ["down"] = ("rounded down", "dibulatkan ke bawah"),
        ["up"] = ("rounded up", "dibulatkan ke atas"),
        ["whole"] = ("", ""),
    };

    /// <summary>
    /// A word that has no translation stands as it is: new states of a run are no reason for no page.
    /// </summary>
    internal static string Of(string key, bool indonesian) =>
        !Words.TryGetValue(key, out var word) ? key : indonesian ? word.Indonesian : word.English;
}
