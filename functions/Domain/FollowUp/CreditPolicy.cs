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
    IReadOnlyDictionary<FunctionalLevel, Coefficient> Coefficients);
