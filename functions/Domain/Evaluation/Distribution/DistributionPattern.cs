using static Kinerja.Domain.Evaluation.Predicate;

namespace Kinerja.Domain.Evaluation.Distribution;

/// <summary>Whose people a pattern is about.</summary>
public enum DistributionScope
{
    /// <summary>Each unit by its own performance.</summary>
    Unit,

    /// <summary>The agency as a whole, whatever its units' performance.</summary>
    Agency,
}

/// <summary>
/// A distribution pattern (pola distribusi predikat) as data. The two that are known conflict (70% Sangat Baik in an
/// Istimewa unit against 20% in an agency) and are never mixed: a policy names one.
/// </summary>
public sealed class DistributionPattern
{
    private readonly IReadOnlyDictionary<OrganisationLevel, IReadOnlyList<DistributionLimit>> _byLevel;

    private DistributionPattern(
        string name,
        DistributionScope scope,
        bool pnsOnly,
        IReadOnlyDictionary<OrganisationLevel, IReadOnlyList<DistributionLimit>> byLevel)
    {
        Name = name;
        Scope = scope;
        PnsOnly = pnsOnly;
        _byLevel = byLevel;
    }

    /// <summary>
    /// SE MenPANRB 3/2023: the unit's own performance shapes what its people may have. Cells that say "may" are no
    /// limit. In a Baik unit and in a Sangat Kurang one, Butuh Perbaikan and Kurang are counted together.
    /// </summary>
    public static DistributionPattern SeMenPanrb3Of2023 { get; } = new(
        "se-menpanrb-3-2023",
        DistributionScope.Unit,
        pnsOnly: false,
        new Dictionary<OrganisationLevel, IReadOnlyList<DistributionLimit>>
        {
            [OrganisationLevel.Outstanding] = [Most(VeryGood), AtMost(70, VeryGood)],
            [OrganisationLevel.Good] = [Most(Good), AtMost(70, Good), Some(NeedsImprovement, Poor)],
            [OrganisationLevel.NeedsImprovement] = [AtMost(10, VeryGood), AtLeast(60, NeedsImprovement)],
            [OrganisationLevel.Poor] = [AtMost(10, VeryGood), AtLeast(10, NeedsImprovement), AtLeast(60, Poor)],
            [OrganisationLevel.VeryPoor] =
                [AtMost(0, VeryGood), AtLeast(10, NeedsImprovement, Poor), AtLeast(60, VeryPoor)],
        });

    /// <summary>
    /// PP 30/2019 art. 41: of all PNS of the agency at most 20% above expectation (Sangat Baik), 60% to 70% meet it
    /// (Baik), at most 20% below (Cukup, Kurang, Sangat Kurang). PPPK are not counted: the regulation is about PNS.
    /// </summary>
    public static DistributionPattern Pp30Of2019 { get; } = new(
        "pp-30-2019",
        DistributionScope.Agency,
        pnsOnly: true,
        Enum.GetValues<OrganisationLevel>().ToDictionary(
            level => level,
            IReadOnlyList<DistributionLimit> (_) =>
                [
                    AtMost(20, VeryGood),
                    AtLeast(60, Good),
                    AtMost(70, Good),
                    AtMost(20, NeedsImprovement, Poor, VeryPoor)
                ]));

    public static IReadOnlyList<DistributionPattern> All { get; } = [SeMenPanrb3Of2023, Pp30Of2019];

    /// <summary>Stands in policies and results and never changes.</summary>
    public string Name { get; }

    public DistributionScope Scope { get; }

    public bool PnsOnly { get; }

    /// <summary>The cells for units of that performance; a pattern for agencies has the same for all.</summary>
    public IReadOnlyList<DistributionLimit> LimitsOf(OrganisationLevel level) => _byLevel[level];

    private static DistributionLimit AtMost(int percent, params Predicate[] predicates) =>
        new(LimitKind.AtMost, percent, predicates);

    private static DistributionLimit AtLeast(int percent, params Predicate[] predicates) =>
        new(LimitKind.AtLeast, percent, predicates);

    private static DistributionLimit Some(params Predicate[] predicates) => new(LimitKind.Some, 0, predicates);

    private static DistributionLimit Most(Predicate predicate) => new(LimitKind.Most, 0, [predicate]);
}
