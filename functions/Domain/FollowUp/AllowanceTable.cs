using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.FollowUp;

/// <summary>
/// Which predicates a table reads: a quarter's for the next quarter, a year's for the next year, or a month's for the
/// next month.
/// </summary>
public enum AllowanceCycle
{
    Quarter,
    Year,
    Month,
}

/// <summary>
/// Percent of the performance allowance (tunjangan kinerja) by predicate, as an agency's rule has it. Every predicate
/// has its figure; whoever has no predicate has no factor, and none is never zero.
/// </summary>
public sealed record AllowanceTable(
    string Version, string Basis, AllowanceCycle Cycle, IReadOnlyDictionary<Predicate, decimal> Percents);
