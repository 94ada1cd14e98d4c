namespace Kinerja.AgencyApp;

/// <summary>
/// Names of the sample's people, put together from common words: nobody's. Each stands by the person's place in the
/// agency, so that no two of an agency share one.
/// </summary>
internal static class SampleNames
{
    private static readonly string[] First =
    [
        "Adi", "Bayu", "Citra", "Dewi", "Eka", "Fitri", "Galih", "Hana", "Indra", "Joko", "Kartika", "Lestari",
        "Maya", "Nanda", "Okta", "Putri", "Ratna", "Surya", "Tirta", "Wulan",
    ];

    private static readonly string[] Last =
    [
        "Anggara", "Basuki", "Cahyadi", "Dirgantara", "Erlangga", "Firmansyah", "Gunadi", "Hartono", "Iskandar",
    ];

    /// <summary>As many as there are pairs, then with a third word.</summary>
    internal static string Of(int place)
    {
        var (round, pair) = Math.DivRem(place, First.Length * Last.Length);
        var name = $"{First[pair % First.Length]} {Last[(pair / First.Length + pair % First.Length) % Last.Length]}";
        return round == 0 ? name : $"{name} {round + 1}";
    }
}
