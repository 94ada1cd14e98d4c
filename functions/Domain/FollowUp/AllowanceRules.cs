using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.FollowUp;

/// <summary>Why there is no factor: the payroll people decide then, and nobody reads it as zero.</summary>
public enum NoFactorReason
{
    /// <summary>The person has no predicate of that period.</summary>
    NotAssessed,

    /// <summary>The agency's table reads another kind of period, such as quarters where a year was asked.</summary>
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
/// 6/2024), a month's the next month's.
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
                period, period.Next, predicate, null, NoFactorReason.NoPolicy, null, null);
        }

        var none = new AllowanceFactor(period, period.Next, predicate, null, null, table.Version, table.Basis);
        if (period.Kind != KindOf(table.Cycle))
        {
            return none with { Why = NoFactorReason.OtherCycle };
        }

        return predicate is { } known
            ? none with { Percent = table.Percents[known] }
            : none with { Why = NoFactorReason.NotAssessed };
    }

    private static PeriodKind KindOf(AllowanceCycle cycle) => cycle switch
    {
        AllowanceCycle.Quarter => PeriodKind.Quarter,
        AllowanceCycle.Year => PeriodKind.Year,
        AllowanceCycle.Month => PeriodKind.Month,
    };
}
