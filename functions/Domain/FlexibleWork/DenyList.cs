namespace Kinerja.Domain.FlexibleWork;

/// <summary>Who ruled a kind of work out.</summary>
public enum DenySource
{
    /// <summary>Named by BKN on 12 May 2022 as never working from anywhere.</summary>
    NamedByBkn,

    /// <summary>
    /// A sector of SE MenPANRB 1/2024, which keeps direct service at the office; an agency may lift these.
    /// </summary>
    CircularOf2024,
}

/// <summary>
/// A kind of work (a post's category) that is not done from anywhere, by its name in English and Indonesian.
/// </summary>
public sealed record DeniedWork(string Category, string English, string Indonesian, DenySource Source);

/// <summary>
/// The kinds of work that are ruled out wherever they are. An agency adds its own; it can never take away those that
/// BKN named.
/// </summary>
public static class DenyList
{
    public static IReadOnlyList<DeniedWork> Shipped { get; } =
    [
        new("medical-staff", "Medical staff", "Tenaga medis", DenySource.NamedByBkn),
        new("firefighter", "Firefighters", "Pemadam kebakaran", DenySource.NamedByBkn),
        new("municipal-police", "Municipal police", "Satpol PP", DenySource.NamedByBkn),
        new("sea-patrol-crew", "Crew of Bakamla patrol vessels", "Awak kapal patroli Bakamla", DenySource.NamedByBkn),
        new("fisheries-surveillance", "Fisheries surveillance", "Pengawas perikanan KKP", DenySource.NamedByBkn),
        new("traffic-warden", "Traffic wardens", "Petugas lalu lintas (traffic warden)", DenySource.NamedByBkn),
        new("forest-police", "Forest police", "Polisi hutan", DenySource.NamedByBkn),
        new("correctional-officer", "Correctional officers", "Petugas pemasyarakatan", DenySource.NamedByBkn),
        new("health", "Health", "Kesehatan", DenySource.CircularOf2024),
        new("security", "Security and order", "Keamanan dan ketertiban", DenySource.CircularOf2024),
        new("disaster-management", "Disaster management", "Penanganan bencana", DenySource.CircularOf2024),
        new("energy", "Energy", "Energi", DenySource.CircularOf2024),
        new("logistics", "Logistics", "Logistik", DenySource.CircularOf2024),
        new("postal", "Post", "Pos", DenySource.CircularOf2024),
        new(
            "transport-distribution",
            "Transport and distribution",
            "Transportasi dan distribusi",
            DenySource.CircularOf2024),
        new("vital-object", "Vital national objects", "Obyek vital nasional", DenySource.CircularOf2024),
        new("strategic-project", "National strategic projects", "Proyek strategis nasional", DenySource.CircularOf2024),
        new("construction", "Construction", "Konstruksi", DenySource.CircularOf2024),
        new("basic-utility", "Basic utilities", "Utilitas dasar", DenySource.CircularOf2024),
    ];

    /// <summary>
    /// Whether a shipped entry rules the category out; <paramref name="circularSectors"/> says whether SE 1/2024's
    /// count.
    /// </summary>
    public static bool Denies(string? category, bool circularSectors) => category is not null && Shipped.Any(denied =>
        denied.Category == category && (circularSectors || denied.Source == DenySource.NamedByBkn));
}
