namespace Kinerja.Domain.FlexibleWork;

/// <summary>
/// The kinds of work that a post's category may name. A name that nobody knows would slip past every deny list, as
/// "medical" for "medical-staff" would, so it is refused where it is written.
/// </summary>
public static class WorkCategories
{
    /// <summary>Known beside those of the deny list; none of them is ruled out by itself.</summary>
    private static readonly string[] Others =
    [
        "administration", "archives", "audit", "communication", "education", "engineering", "environment", "finance",
        "human-resources", "information-technology", "infrastructure", "inspection", "law", "leadership", "library",
        "management", "planning", "policy-analysis", "procurement", "public-service", "research", "social-work",
        "statistics", "training", "other",
    ];

    /// <summary>Shipped, by name; those of the deny list are among them.</summary>
    public static IReadOnlyList<string> Shipped { get; } =
        [.. DenyList.Shipped.Select(work => work.Category).Concat(Others).Order(StringComparer.Ordinal)];

    /// <summary>Shipped ones, and those that the agency's flexible-work policies name of their own.</summary>
    public static IReadOnlyList<string> Known(IEnumerable<FlexibleWorkPolicy> policies) =>
    [
        .. Shipped.Concat(policies.SelectMany(p => p.DeniedCategories.Concat(p.OtherCategories))).Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
