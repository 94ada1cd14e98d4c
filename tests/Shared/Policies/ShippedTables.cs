using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Shared;

/// <summary>The allowance tables that are shipped, written out by hand once more.</summary>
public static class ShippedTables
{
    /// <summary>
    /// Foreign Affairs, Permen 3/2025 art. 15: the quarter's predicate sets the next quarter's allowance.
    /// </summary>
    public static AllowanceTable ForeignAffairs { get; } = new(
        "allowance-luar-negeri-3-2025",
        "Permenlu 3/2025 pasal 15",
        AllowanceCycle.Quarter,
        Of(veryGood: 100, good: 100, needsImprovement: 80, poor: 70, veryPoor: 60));

    /// <summary>
    /// Environment and Forestry, Permen 6/2024 art. 19: the year's predicate sets the next year's. The rule names what
    /// is cut for Cukup, Kurang and Sangat Kurang; the two above them stay whole.
    /// </summary>
    public static AllowanceTable EnvironmentAndForestry { get; } = new(
        "allowance-lhk-6-2024",
        "Permen LHK 6/2024 pasal 19",
        AllowanceCycle.Year,
        Of(veryGood: 100, good: 100, needsImprovement: 90, poor: 85, veryPoor: 80));

    public static IReadOnlyList<AllowanceTable> All { get; } = [ForeignAffairs, EnvironmentAndForestry];

    private static Dictionary<Predicate, decimal> Of(
        decimal veryGood, decimal good, decimal needsImprovement, decimal poor, decimal veryPoor) => new()
        {
            [Predicate.VeryGood] = veryGood,
            [Predicate.Good] = good,
            [Predicate.NeedsImprovement] = needsImprovement,
            [Predicate.Poor] = poor,
            [Predicate.VeryPoor] = veryPoor,
        };
}
