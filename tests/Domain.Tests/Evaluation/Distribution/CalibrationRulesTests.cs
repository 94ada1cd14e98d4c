using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Workforce;
using static Kinerja.Domain.Tests.Evaluation.Distribution.Patterns;

namespace Kinerja.Domain.Tests.Evaluation.Distribution;

public sealed class CalibrationRulesTests
{
    private static readonly Dictionary<UnitId, OrganisationLevel> Levels = new()
    {
        [Unit("tu")] = OrganisationLevel.Good
    };

    [Fact]
    public void Each_unit_stands_under_its_own_performance_and_in_order_of_ids()
    {
        var calibration = CalibrationRules.Of(
            [.. Staff("tu", Predicate.Good, Predicate.Good, Predicate.Poor), .. Staff("humas", Predicate.Good)], Levels,
            Circular);
        Assert.Equal(
            [
                ("humas", null, DistributionStanding.NoUnitPerformance),
                ("tu", OrganisationLevel.Good, DistributionStanding.Kept)
            ],
            calibration.Findings.Select(f => (f.UnitId.ToString(), f.Level, f.Standing)));
        Assert.Equal((4, 0), (calibration.Assessed, calibration.Breaches));
    }

    [Fact]
    public void SE_3_2023_is_silent_on_the_head_so_the_policy_says_whether_he_counts()
    {
        CalibratedPerson[] people = [
            .. Staff("tu", Predicate.Good, Predicate.Good, Predicate.Poor),
            Person("peg-head", "tu", Predicate.Good, heads: true)
        ];
        Assert.Equal(4, CalibrationRules.Of(people, Levels, Circular).Findings[0].Found.Assessed);
        Assert.Equal(
            3, CalibrationRules.Of(people, Levels, Circular with { HeadCounts = false }).Findings[0].Found.Assessed);
    }

    [Fact]
    public void A_raters_statistics_hold_everybody_he_rated_the_head_and_the_PPPK_too()
    {
        CalibratedPerson[] people =
            [
                .. Staff("tu", Predicate.Good, Predicate.Good),
                Person("peg-head", "tu", Predicate.Good, EmploymentKind.Pppk, heads: true)
            ];
        Assert.All([Circular with { HeadCounts = false }, Government], policy =>
            Assert.Equal(3, Assert.Single(CalibrationRules.Of(people, Levels, policy).Raters).Rated));
    }

    [Fact]
    public void PP_30_2019_is_about_the_agencys_PNS_and_counts_no_PPPK()
    {
        CalibratedPerson[] people =
            [
                .. Staff("tu", Predicate.Good, Predicate.Good, Predicate.Poor),
                .. Staff("humas", Predicate.VeryGood),
                Person("peg-pppk", "tu", Predicate.Good, EmploymentKind.Pppk)
            ];
        var finding = Assert.Single(CalibrationRules.Of(people, Levels, Government).Findings);
        Assert.Equal((null, null, Counts("1 2 0 1 0")), (finding.UnitId, finding.Level, finding.Found));
    }

    [Fact]
    public void Who_is_not_assessed_is_listed_with_the_reason_and_counted_nowhere_else()
    {
        var missing = new CalibratedPerson(
            Input("peg-zzzz", "tu", null), Some.NotAssessed("peg-zzzz"), EmploymentKind.Pns);
        var calibration = CalibrationRules.Of(
            [.. Staff("tu", Predicate.Good, Predicate.Good, Predicate.Poor), missing], Levels, Circular);
        Assert.Equal(
            new UnassessedPerson(Some.Person("peg-zzzz"), Unit("tu"), NotAssessedReason.NoRating),
            Assert.Single(calibration.NotAssessed));
        Assert.Equal((3, 1), (calibration.Findings[0].Found.Assessed, calibration.Findings[0].NotAssessed));
        Assert.Equal(3, Assert.Single(calibration.Raters).Rated);
    }

    [Fact]
    public void Breaches_of_all_units_are_counted_and_the_unassessed_stand_in_order_of_ids()
    {
        var missing = new[] { "peg-b", "peg-a" }.Select(id => new CalibratedPerson(
            Input(id, "tu", null), Some.NotAssessed(id), EmploymentKind.Pns));
        var levels = new Dictionary<UnitId, OrganisationLevel>(Levels) { [Unit("humas")] = OrganisationLevel.Good };
        var calibration = CalibrationRules.Of(
            [
                .. Staff("tu", Predicate.Good, Predicate.Good, Predicate.Good, Predicate.Good),
                .. Staff("humas", Predicate.Good, Predicate.Good, Predicate.Good),
                .. missing,
            ],
            levels,
            Circular);
        Assert.Equal([2, 2], calibration.Findings.Select(f => f.Breaches.Count()));
        Assert.Equal(4, calibration.Breaches);
        Assert.Equal(["peg-a", "peg-b"], calibration.NotAssessed.Select(p => $"{p.EmployeeId}"));
    }

    [Fact]
    public void The_nine_boxes_of_a_unit_hold_the_people_whom_the_pattern_counts_and_no_others()
    {
        CalibratedPerson[] people = [
            .. Staff("tu", Predicate.Good, Predicate.Good, Predicate.Poor), .. Staff("humas", Predicate.Good),
            Person("peg-head", "tu", Predicate.Good, heads: true),
            new(Input("peg-zzzz", "tu", null), Some.NotAssessed("peg-zzzz"), EmploymentKind.Pns)
        ];
        Assert.All([Circular, Circular with { HeadCounts = false }, Government], policy => Assert.All(
            CalibrationRules.Of(people, Levels, policy).Findings,
            finding => Assert.Equal(finding.Found.Assessed, finding.Boxes.Values.Sum())));
        var withoutHeads = CalibrationRules.Of(people, Levels, Circular with { HeadCounts = false });
        Assert.Equal(3, withoutHeads.Findings[1].Boxes.Values.Sum());
    }

    [Fact]
    public void A_leader_sees_the_units_answered_for_the_own_line_and_whoever_is_below()
    {
        var whole = CalibrationRules.Of(
            [
                .. Staff("tu", Predicate.Good, Predicate.Good, Predicate.Poor), .. Staff("humas", Predicate.Good),
                new(Input("peg-yyyy", "tu", null), Some.NotAssessed("peg-yyyy"), EmploymentKind.Pns),
                new(Input("peg-zzzz", "humas", null), Some.NotAssessed("peg-zzzz"), EmploymentKind.Pns)
            ],
            Levels, Circular);
        var rater = Assert.Single(whole.Raters).RaterId;
        var (below, units) = (new HashSet<EmployeeId> { Some.Person("peg-yyyy") }, new HashSet<UnitId> { Unit("tu") });

        var own = whole.SeenBy(rater, below, units);
        Assert.Equal(Unit("tu"), Assert.Single(own.Findings).UnitId);
        Assert.Equal(rater, Assert.Single(own.Raters).RaterId);
        Assert.Equal(Some.Person("peg-yyyy"), Assert.Single(own.NotAssessed).EmployeeId);
        Assert.Empty(whole.SeenBy(Some.Person("peg-yyyy"), new HashSet<EmployeeId>(), units).Raters);
        Assert.Equal(
            whole.Findings, whole.SeenBy(rater, below, new HashSet<UnitId> { Unit("tu"), Unit("humas") }).Findings);
    }

    [Fact]
    public void The_order_of_the_people_changes_nothing() =>
        Always.HoldsFor(random =>
        {
            var people = Enumerable.Range(0, random.Next(1, 40)).Select(i => Person(
                $"peg-{i:D4}", $"unit-{random.Next(4)}", (Predicate)random.Next(1, 6), (EmploymentKind)random.Next(2),
                random.Next(8) == 0)).ToArray();
            var policy = random.Next(2) == 0 ? Circular : Government;
            var before = CalibrationRules.Of(people, Levels, policy);
            random.Shuffle(people);
            var after = CalibrationRules.Of(people, Levels, policy);
            Assert.Equal(before.Raters, after.Raters);
            Assert.Equal(before.NotAssessed, after.NotAssessed);
            Assert.Equal(
                before.Findings.Select(f => (f.UnitId, f.Found, f.Standing, f.Breaches.Count())),
                after.Findings.Select(f => (f.UnitId, f.Found, f.Standing, f.Breaches.Count())));
        });

    private static IEnumerable<CalibratedPerson> Staff(string unit, params Predicate[] predicates) =>
        predicates.Select((predicate, i) => Person($"peg-{unit}-{i}", unit, predicate));

    private static CalibratedPerson Person(
        string id, string unit, Predicate predicate, EmploymentKind kind = EmploymentKind.Pns, bool heads = false) =>
        new(Input(id, unit, Some.Rating()) with { HeadsUnit = heads }, Some.Evaluation(id, predicate, 100), kind);

    private static EvaluationInput Input(string id, string unit, Rating? rating) =>
        new(Some.Person(id), Unit(unit), false, null, rating, default, 0);

    private static UnitId Unit(string id) => UnitId.Parse(id).Value;
}
