using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Runs;

/// <summary>
/// What a run came to for one assessed person. A period that is not ranked has neither place nor share.
/// </summary>
public sealed record OutcomeLine(Predicate Predicate, Score Score, int? Place, TopShare? TopShare)
{
    internal static OutcomeLine Of(RankingLine line) => new(line.Predicate, line.Score, line.Place, line.Top);

    /// <param name="ranking">What the run came to.</param>
    /// <param name="isRanked">Whether the agency ranks the period: <see cref="RankingPolicy.Ranks"/>.</param>
    internal static IReadOnlyDictionary<EmployeeId, OutcomeLine> Of(AgencyRanking ranking, bool isRanked) =>
        ranking.Lines.ToDictionary(
            line => line.EmployeeId,
            line => isRanked ? Of(line) : Of(line) with { Place = null, TopShare = null });
}

/// <summary>
/// A person whose predicate, score, place or top share is another, or would be; null: not assessed.
/// </summary>
public sealed record OutcomeChange(EmployeeId EmployeeId, OutcomeLine? Before, OutcomeLine? After)
{
    public bool ChangesPredicate() => Before?.Predicate != After?.Predicate;

    public bool ChangesPlace() => Before?.Place != After?.Place;

    public bool ChangesTopShare() => Before?.TopShare != After?.TopShare;

    /// <summary>Whether a term to object opens for the person: more changed than the number of the place.</summary>
    public bool OpensTerm() => Delivered(Before) != Delivered(After);

    /// <summary>One for each person, in the order of ids, changed or not.</summary>
    internal static IEnumerable<OutcomeChange> Between(
        IReadOnlyDictionary<EmployeeId, OutcomeLine> before, IReadOnlyDictionary<EmployeeId, OutcomeLine> after) =>
        before.Keys.Union(after.Keys).Order().Select(
            person => new OutcomeChange(person, before.GetValueOrDefault(person), after.GetValueOrDefault(person)));

    private static DeliveredOutcome Delivered(OutcomeLine? line) =>
        DeliveredOutcome.Of(line?.Predicate, line?.Score, line?.TopShare);
}
