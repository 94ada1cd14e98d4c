using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Runs;

/// <summary>
/// What a run came to for one assessed person. A period that is not ranked has neither place nor share.
/// </summary>
public sealed record OutcomeLine(Predicate Predicate, Score Score, int? Place, TopShare? Top)
{
    /// <param name="ranking">What the run came to.</param>
    /// <param name="isRanked">Whether the agency ranks the period: <see cref="RankingPolicy.Ranks"/>.</param>
    internal static IReadOnlyDictionary<EmployeeId, OutcomeLine> Of(AgencyRanking ranking, bool isRanked) =>
        ranking.Lines.ToDictionary(line => line.EmployeeId, line => new OutcomeLine(
            line.Predicate, line.Score, isRanked ? line.Place : null, isRanked ? line.Top : null));
}

/// <summary>A person whose predicate, score, place or top share would be another; null: not assessed.</summary>
public sealed record OutcomeChange(EmployeeId EmployeeId, OutcomeLine? Before, OutcomeLine? After)
{
    public bool Predicate => Before?.Predicate != After?.Predicate;

    public bool Score => Before?.Score != After?.Score;

    public bool Place => Before?.Place != After?.Place;

    public bool Top => Before?.Top != After?.Top;

    /// <summary>One for each person, in the order of ids, changed or not.</summary>
    internal static IEnumerable<OutcomeChange> Between(
        IReadOnlyDictionary<EmployeeId, OutcomeLine> before, IReadOnlyDictionary<EmployeeId, OutcomeLine> after) =>
        before.Keys.Union(after.Keys).Order().Select(
            person => new OutcomeChange(person, before.GetValueOrDefault(person), after.GetValueOrDefault(person)));
}
