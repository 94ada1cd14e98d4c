namespace Kinerja.Local.Ministry;

/// <summary>A person's row; who has no predicate has the reason, and no place.</summary>
internal sealed record ResultRow(
    string EmployeeId, int? Place, string? Predicate, double? Score, string? TopShare, string? NotAssessed);

/// <summary>An agency's period as it counts now.</summary>
/// <param name="Agency">Whose.</param>
/// <param name="Period">Such as <c>2026-Q1</c>.</param>
/// <param name="Revision">The newest that came whole and is right; null while none is.</param>
/// <param name="State"><c>waiting</c> for all of a first one, <c>open</c>, <c>final</c> or <c>reopened</c>.</param>
/// <param name="NotAssessed">How many people have no predicate.</param>
/// <param name="ManifestSha256">Of the revision's manifest.</param>
/// <param name="Waits">What lacks, or came with bytes that are not right.</param>
/// <param name="Rows">Everybody of the ranking, best first; once final also who is not assessed.</param>
internal sealed record PeriodResult(
    string Agency, string Period, int? Revision, string State, int NotAssessed, string? ManifestSha256,
    IReadOnlyList<string> Waits, IReadOnlyList<ResultRow> Rows)
{
    internal int Assessed => Rows.Count(row => row.Predicate is not null);

    internal int InTopShare => Rows.Count(row => row.TopShare == "in");
}
