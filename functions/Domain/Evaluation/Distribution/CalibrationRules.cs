using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Evaluation.Distribution;

/// <summary>
/// A run's evaluations → calibration. A head counts in the unit that he heads. A unit without anybody in the run is
/// left out. Everything is in order of ids, so that the order of the people changes nothing.
/// </summary>
public static class CalibrationRules
{
    public static Calibration Of(
        IReadOnlyCollection<CalibratedPerson> people,
        IReadOnlyDictionary<UnitId, OrganisationLevel> levels,
        DistributionPolicy policy)
    {
        var counted = people.Where(p => Counts(p, policy)).ToList();
        return new Calibration(
            policy,
            people.Count(p => p.Evaluation.Assessment is not null),
            policy.Pattern.Scope == DistributionScope.Agency
                ? [DistributionRules.CheckAgency(CountsOf(counted), Unassessed(counted), policy)
                    with { Boxes = BoxesOf(counted) }]
                : [.. counted.GroupBy(p => p.Input.UnitId).OrderBy(u => u.Key.ToString(), StringComparer.Ordinal)
                    .Select(UnitOf)],
            LeniencyRules.Of(
                [.. people.Where(p => p.Evaluation.Assessment is not null && p.Input.Rating is not null)
                    .Select(RatedOf)],
                policy.Leniency),
            [.. people.Where(p => p.Evaluation.Assessment is null).OrderBy(p => p.Input.EmployeeId)
                .Select(UnassessedOf)]);

        DistributionFinding UnitOf(IGrouping<UnitId, CalibratedPerson> unit) => DistributionRules.CheckUnit(
            unit.Key,
            levels.TryGetValue(unit.Key, out var level) ? level : null,
            CountsOf(unit),
            Unassessed(unit),
            policy) with
        { Boxes = BoxesOf(unit) };
    }

    private static bool Counts(CalibratedPerson person, DistributionPolicy policy) =>
        (policy.HeadCounts || !person.Input.HeadsUnit)
        && (!policy.Pattern.PnsOnly || person.Kind == EmploymentKind.Pns);

    private static PredicateCounts CountsOf(IEnumerable<CalibratedPerson> people) => people.Aggregate(
        default(PredicateCounts),
        (counts, person) => person.Evaluation.Assessment is { } assessment
            ? counts.With(assessment.Predicate)
            : counts);

    /// <summary>By the ratings that made the predicates: a head's result is the unit's.</summary>
    private static Dictionary<(ExpectationLevel Result, ExpectationLevel Behaviour), int> BoxesOf(
        IEnumerable<CalibratedPerson> people) =>
        people.Select(p => p.Evaluation.Assessment).OfType<Assessment>()
            .GroupBy(a => (a.Result, a.Behaviour)).ToDictionary(box => box.Key, box => box.Count());

    private static int Unassessed(IEnumerable<CalibratedPerson> people) =>
        people.Count(p => p.Evaluation.Assessment is null);

    private static RatedPerson RatedOf(CalibratedPerson person) => new(
        person.Input.Rating!.RaterId,
        person.Input.UnitId,
        FigureSums.Of(person.Evaluation.Assessment!.Value.Score.Hundredths),
        FigureSums.Of((int)person.Evaluation.Assessment.Value.Predicate));

    private static UnassessedPerson UnassessedOf(CalibratedPerson person) => new(
        person.Input.EmployeeId, person.Input.UnitId, person.Evaluation.NotAssessed!.Value);
}
