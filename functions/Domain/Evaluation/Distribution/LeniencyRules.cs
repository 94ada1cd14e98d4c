namespace Kinerja.Domain.Evaluation.Distribution;

/// <summary>A judgement as the statistics see it.</summary>
public readonly record struct RatedPerson(EmployeeId RaterId, UnitId UnitId, FigureSums Score, FigureSums Predicate);

/// <summary>
/// Leniency of raters: mean and spread of what each gave, against what the peers gave. It shows leaders where to ask;
/// nobody's rating is changed. In order of the raters' ids, whatever the order of the people.
/// </summary>
public static class LeniencyRules
{
    public static IReadOnlyList<RaterStatistics> Of(IReadOnlyCollection<RatedPerson> rated, LeniencyPolicy policy)
    {
        var everybody = Add(rated);
        var units = rated.GroupBy(r => r.UnitId).ToDictionary(unit => unit.Key, Add);
        return [.. rated.GroupBy(r => r.RaterId).OrderBy(own => own.Key)
            .Select(own => Compare(own.Key, Add(own), AroundOf(own)))];

        Sums AroundOf(IEnumerable<RatedPerson> own) => policy.Peers == LeniencyPeers.Agency
            ? everybody
            : own.Select(r => r.UnitId).Distinct().Aggregate(default(Sums), (sums, unit) => sums.Plus(units[unit]));

        RaterStatistics Compare(EmployeeId rater, Sums own, Sums around)
        {
            var (scores, predicates) = (around.Scores - own.Scores, around.Predicates - own.Predicates);
            return new(rater, own.Scores, own.Predicates, scores, predicates, policy.Measure == LeniencyMeasure.Score
                ? Judge(own.Scores, scores, policy)
                : Judge(own.Predicates, predicates, policy));
        }
    }

    private static LeniencyStanding Judge(FigureSums own, FigureSums peers, LeniencyPolicy policy) =>
        own.Count < policy.FewestRated ? LeniencyStanding.TooFew
        : peers.Count < Math.Max(2, policy.FewestRated) ? LeniencyStanding.NoPeers
        : own.IsFurtherThan(policy.StandardErrorsHundredths, peers) ? LeniencyStanding.Outlier
        : LeniencyStanding.Within;

    private static Sums Add(IEnumerable<RatedPerson> rated) =>
        rated.Aggregate(default(Sums), (sums, person) => sums.Plus(new(person.Score, person.Predicate)));

    private readonly record struct Sums(FigureSums Scores, FigureSums Predicates)
    {
        internal Sums Plus(Sums other) => new(Scores + other.Scores, Predicates + other.Predicates);
    }
}
