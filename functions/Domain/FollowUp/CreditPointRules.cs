using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.FollowUp;

/// <summary>
/// Credit points with what they were made of; a statement for the personnel people, booked by nobody here.
/// </summary>
public sealed record CreditPoints(
    Predicate Predicate, FunctionalLevel Level, int Months, decimal Percent, Coefficient Coefficient, decimal Points);

/// <summary>
/// Predicate → credit points (PermenPANRB 1/2023, BKN 3/2023): months/12 × percent × coefficient of the level, rounded
/// once, at the end, to two decimals and half up: 5.625 becomes 5.63, where half to even would give 5.62.
/// </summary>
public static class CreditPointRules
{
    public const int MonthsOfYear = 12;

    /// <param name="predicate">Whoever has none has no points: the caller says why.</param>
    /// <param name="level">Its coefficient is the policy's.</param>
    /// <param name="months">Months of the year that the predicate covers at that level, 1 to 12.</param>
    /// <param name="policy">Percents and coefficients.</param>
    /// <returns>Null when the policy has no coefficient for the level.</returns>
    public static CreditPoints? Of(Predicate predicate, FunctionalLevel level, int months, CreditPolicy policy)
    {
        if (months is < 1 or > MonthsOfYear)
        {
            throw new ArgumentOutOfRangeException(nameof(months), $"{months} months");
        }

        if (!policy.Coefficients.TryGetValue(level, out var coefficient))
        {
            return null;
        }

        var percent = policy.Percents[predicate];
        return new CreditPoints(
            predicate, level, months, percent, coefficient,
            Hundredths.HalfUp(months * percent * coefficient.PerYear / (MonthsOfYear * 100)));
    }
}
