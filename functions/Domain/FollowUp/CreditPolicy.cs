using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.FollowUp;

/// <summary>Credit points (angka kredit) of a whole year at a level, and how sure that figure is.</summary>
public readonly record struct Coefficient(decimal PerYear, FigureSource Source);

/// <summary>
/// What credit points are made of: percent of the level's coefficient by predicate, and the coefficients by level
/// (PermenPANRB 1/2023, BKN 3/2023). A level without a coefficient has no points, which is not zero points.
/// </summary>
public sealed record CreditPolicy(
    IReadOnlyDictionary<Predicate, decimal> Percents,
    IReadOnlyDictionary<FunctionalLevel, Coefficient> Coefficients)
{
    public static CreditPolicy Shipped { get; } = new(
        new Dictionary<Predicate, decimal>
        {
            [Predicate.VeryGood] = 150,
            [Predicate.Good] = 100,
            [Predicate.NeedsImprovement] = 75,
            [Predicate.Poor] = 50,
            [Predicate.VeryPoor] = 25,
        },
        new Dictionary<FunctionalLevel, Coefficient>
        {
            [FunctionalLevel.Pemula] = new(3.75m, FigureSource.Confirmed),
            [FunctionalLevel.Terampil] = new(5, FigureSource.Confirmed),
            [FunctionalLevel.Mahir] = new(12.5m, FigureSource.Unconfirmed),
            [FunctionalLevel.Penyelia] = new(25, FigureSource.Unconfirmed),
            [FunctionalLevel.AhliPertama] = new(12.5m, FigureSource.Confirmed),
            [FunctionalLevel.AhliMuda] = new(25, FigureSource.Unconfirmed),
            [FunctionalLevel.AhliMadya] = new(37.5m, FigureSource.Unconfirmed),
            [FunctionalLevel.AhliUtama] = new(50, FigureSource.Unconfirmed),
        });
}
