using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.FollowUp;

/// <summary>Why there is no factor: the payroll people decide then, and nobody reads it as zero.</summary>
public enum NoFactorReason
{
    /// <summary>The person has no predicate of that period.</summary>
    NotAssessed,

    /// <summary>The agency's table reads quarters, and a year was asked, or the other way round.</summary>
    OtherCycle,

    /// <summary>The agency has no table of its own on the period's last day; no other's is taken.</summary>
    NoPolicy,
}

/// <summary>
/// A percentage for the period to which it applies, or why there is none; with the table that said so. What is paid is
/// computed by those who pay.
/// </summary>
public sealed record AllowanceFactor(
    AppraisalPeriod Period,
    AppraisalPeriod AppliesTo,
    Predicate? Predicate,
    decimal? Percent,
    NoFactorReason? Why,
    string? TableVersion,
    string? Basis);

/// <summary>
/// Predicate → factor of the next period's performance allowance, by the agency's own table: a quarter's sets the next
/// quarter's (the fourth the first of the next year), a year's the next year's (domain: Permenlu 3/2025, Permen LHK
/// 6/2024).
/// </summary>
public static class AllowanceRules
{
    /// <param name="period">Whose predicate it is.</param>
    /// <param name="predicate">Null: not assessed.</param>
    /// <param name="table">Null: the agency has none.</param>
    public static AllowanceFactor Of(AppraisalPeriod period, Predicate? predicate, AllowanceTable? table)
    {
        if (table is null)
        {
            return new AllowanceFactor(
                period, NextOf(period), predicate, null, NoFactorReason.NoPolicy, null, null);
        }

        var none = new AllowanceFactor(period, NextOf(period), predicate, null, null, table.Version, table.Basis);
        if (period.IsAnnual != (table.Cycle == AllowanceCycle.Year))
        {
            return none with { Why = NoFactorReason.OtherCycle };
        }

        return predicate is { } known
            ? none with { Percent = table.Percents[known] }
            : none with { Why = NoFactorReason.NotAssessed };
    }

    private static AppraisalPeriod NextOf(AppraisalPeriod period) =>
        period.IsAnnual ? AppraisalPeriod.OfYear(period.Year + 1) : Quarter.Of(period.EndDay);
}
