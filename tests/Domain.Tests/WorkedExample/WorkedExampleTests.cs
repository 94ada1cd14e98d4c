using System.Globalization;
using System.Text.Json;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Ranking;

namespace Kinerja.Domain.Tests.WorkedExample;

/// <summary>
/// The agency that <c>functions/Domain/Evaluation/README.md</c> walks through, by the real rules. What must come out
/// was worked out apart from them.
/// </summary>
public sealed class WorkedExampleTests
{
    private static readonly ExampleAgency Agency = ExampleAgency.Read();

    private static readonly string[] Named = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026"];

    public static TheoryData<string> Periods => [.. Named];

    [Fact]
    public void The_agency_has_forty_people_and_what_comes_out_names_each_of_them() =>
        Assert.All(Named, period =>
        {
            var named = Names("people").Concat(Names("notAssessed")).Order();
            Assert.Equal(Agency.People.Select(p => ExampleAgency.Text(p, "id")).Order(), named);
            Assert.Equal(40, named.Count());

            IEnumerable<string> Names(string list) =>
                Agency.Expected(period).GetProperty(list).EnumerateObject().Select(p => p.Name);
        });

    [Theory]
    [MemberData(nameof(Periods))]
    public void Everybody_has_the_place_predicate_score_and_share_that_were_worked_out(string period)
    {
        var ranking = RankingOf(period);
        Assert.Equal(
            Lines(Agency.Expected(period).GetProperty("people")),
            ranking.Lines.Select(l => $"{l.EmployeeId}: {l.Place} {Camel(l.Predicate)} {l.Score} {Camel(l.Top)}"));
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void The_cut_and_those_who_are_left_out_of_it_are_as_worked_out(string period)
    {
        var (ranking, expected) = (RankingOf(period), Agency.Expected(period));
        Assert.Equal(
            (Int("assessed"), Int("cap"), Int("inTopShare"), Int("tiedAtCap")),
            (ranking.Assessed, ranking.Cap, ranking.InTopShare, ranking.TiedAtCap));
        Assert.Equal(
            Lines(expected.GetProperty("notAssessed")),
            ranking.NotAssessed.Select(p => $"{p.EmployeeId}: {Camel(p.Reason)}"));
        Assert.Equal(
            Lines(expected.GetProperty("excluded")),
            ranking.ExcludedFromReward.Select(p => $"{p.EmployeeId}: {Camel(p.Reasons)}"));

        int Int(string member) => expected.GetProperty(member).GetInt32();
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void Units_keep_or_breach_their_pattern_as_worked_out(string period) =>
        Assert.Equal(
            Lines(Agency.Expected(period).GetProperty("units")), CalibrationOf(period).Findings.Select(Written));

    [Theory]
    [MemberData(nameof(Periods))]
    public void Raters_stand_beside_their_peers_as_worked_out(string period) => Assert.Equal(
        Lines(Agency.Expected(period).GetProperty("raters")),
        CalibrationOf(period).Raters.Select(r => string.Create(
            CultureInfo.InvariantCulture,
            $"{r.RaterId}: {r.Rated} rated, mean {decimal.Round(r.Scores.Mean!.Value / 100, 2, MidpointRounding.AwayFromZero):F2}, {Camel(r.Standing)}")));

    /// <summary>
    /// PP 30/2019 art. 41: 110 with a new idea is Sangat Baik and without one Baik; 109.99 with one is Baik.
    /// </summary>
    [Theory]
    [InlineData("peg-13", Predicate.VeryGood)]
    [InlineData("peg-14", Predicate.Good)]
    [InlineData("peg-28", Predicate.Good)]
    public void PP_30_2019_art_41_asks_for_a_new_idea_at_110(string person, Predicate predicate) =>
        Assert.Equal(predicate, RankingOf("2026").Lines.Single(l => l.EmployeeId == Some.Person(person)).Predicate);

    private static AgencyRanking RankingOf(string period) => Ranker.Rank(EvaluationsOf(period), RankingPolicy.Default);

    private static Calibration CalibrationOf(string period)
    {
        var evaluations = EvaluationsOf(period).ToDictionary(e => e.EmployeeId);
        var people = Agency.Inputs(period).Select(
            i => new CalibratedPerson(i, evaluations[i.EmployeeId], Agency.KindOf(i.EmployeeId)));
        return CalibrationRules.Of([.. people], Agency.Levels(period), PoliciesOf(period).Distribution);
    }

    private static List<EmployeeEvaluation> EvaluationsOf(string period) =>
        [.. Agency.Inputs(period).Select(i => Evaluator.Evaluate(i, PoliciesOf(period).Evaluation))];

    private static (EvaluationPolicy Evaluation, DistributionPolicy Distribution) PoliciesOf(string period) =>
        ExampleAgency.PoliciesOf(ExampleAgency.Text(Agency.Expected(period), "rule"));

    /// <summary>
    /// Such as <c>tu: 1 3 6 0 0, kept</c>: predicates from Sangat Baik down, and what there is to say.
    /// </summary>
    private static string Written(DistributionFinding finding)
    {
        var (found, breaches) = (finding.Found, string.Join("; ", finding.Breaches.Select(l =>
            $"{Camel(l.Limit.Kind)} {string.Join('+', l.Limit.Predicates.Select(Camel))} {l.Wanted} found {l.Found}")));
        return $"{finding.UnitId?.ToString() ?? "agency"}: {found.VeryGood} {found.Good} {found.NeedsImprovement} {found.Poor} {found.VeryPoor}, "
            + Camel(finding.Standing) + (breaches.Length > 0 ? $": {breaches}" : "");
    }

    private static IEnumerable<string> Lines(JsonElement list) =>
        list.EnumerateObject().Select(p => $"{p.Name}: {p.Value.GetString()}");

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
