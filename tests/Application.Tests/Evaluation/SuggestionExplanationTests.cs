using Kinerja.Application.Evaluation;
using Kinerja.Application.Explanations;
using Kinerja.Application.Tests.Explanations;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.Tests.Evaluation;

/// <summary>How a suggestion is told: each branch by its code, its parameters and what it rests on.</summary>
public sealed class SuggestionExplanationTests
{
    private static readonly EvaluationPolicy Matrix = EvaluationPolicy.Default;
    private static readonly EvaluationPolicy Pp30 = EvaluationPolicy.Default with { Rule = PredicateRule.Pp30 };

    private static readonly FeedbackNote Leader = Note(GiverRole.Leader);

    private static readonly FeedbackNote Peer = Note(GiverRole.Peer);

    [Fact]
    public void With_the_leader_alone_the_whole_is_told_from_the_plan_to_the_raters_word() => Assert.Equal(
        [
            ("skpNotCounted", "work-plan-shipped-2026.1"),
            ("skpFromElsewhere; score 110.00", "skpScore"),
            ("roleOfOneValue; role leader; weight 60; points 100.00", "feedback-2026.1"),
            ("behaviourOfOneRole; role leader; value 100.00", "feedback-2026.1"),
            ("weightsLeaderAlone; skp 70; behaviour 30", "PP 30/2019 art. 41; feedback-2026.1"),
            (
                "scoreWeighed; skp 110.00; skpPercent 70; behaviour 100.00; behaviourPercent 30; score 107.00",
                "PP 30/2019 art. 41"),
            ("resultByBands; skp 110.00; result above; above 110.00; meets 90.00", "feedback-2026.1"),
            ("behaviourByBands; score 100.00; behaviour meets; above 110.00; meets 90.00", "feedback-2026.1"),
            (
                "predicateByMatrix; result above; behaviour meets; predicate good",
                "PermenPANRB 6/2022; permenpanrb-6-2022"),
            ("raterDecides", "evaluation-2026.1"),
        ],
        Told(Explained(Matrix, 110, [Leader])));

    [Theory]
    [InlineData(GiverRole.Peer, "weightsOthersHeard; skp 60; behaviour 40")]
    [InlineData(GiverRole.Subordinate, "weightsOthersHeard; skp 60; behaviour 40")]
    [InlineData(GiverRole.Served, "weightsLeaderAlone; skp 70; behaviour 30")]
    public void Pp30_art_41_weighs_60_and_40_where_peers_or_subordinates_are_heard(GiverRole role, string step) =>
        Assert.Contains(step, Codes(Explained(Matrix, 110, [Leader, Note(role)])));

    [Fact]
    public void The_score_of_60_and_40_stands_in_both_languages()
    {
        var score = Explained(Matrix, 110, [Leader, Peer]).Single(step => step.Code == "scoreWeighed");
        Assert.Equal(
            ("Score: 110.00 × 60% + 100.00 × 40% = 106.00.", "Nilai: 110,00 × 60% + 100,00 × 40% = 106,00."),
            (score.En, score.Id));
    }

    [Fact]
    public void A_missing_SKP_is_told_at_each_step_that_lacks_it() => Assert.Equal(
        [
            "skpNotCounted", "skpMissing", "roleOfOneValue", "behaviourOfOneRole", "weightsLeaderAlone", "scoreMissing",
            "resultMissing", "behaviourByBands", "matrixLacksLevel", "raterDecides",
        ],
        Names(Explained(Matrix, null, [Leader])));

    [Fact]
    public void Missing_behaviour_is_told_at_each_step_that_lacks_it() => Assert.Equal(
        [
            "skpNotCounted", "skpFromElsewhere", "behaviourNotHeard", "weightsLeaderAlone", "scoreMissing",
            "resultByBands", "behaviourMissing", "matrixLacksLevel", "raterDecides",
        ],
        Names(Explained(Matrix, 95, [])));

    [Fact]
    public void The_plans_own_figure_is_told_as_such_with_its_steps()
    {
        var statement = new SkpStatement(Score.FromHundredths(9500), null, []);
        var told = Explained(Matrix, 95, [Leader], statement: statement);
        Assert.Equal(("skpFromPlan; score 95.00", "work-plan-shipped-2026.1"), Told(told)[1]);
    }

    [Fact]
    public void SE_3_2023_a_units_head_is_told_that_the_unit_gives_the_result()
    {
        var told = Explained(Matrix, 95, [Leader], heads: true, OrganisationLevel.Outstanding);
        Assert.Contains(
            ("resultByUnit; level outstanding; result above", "SE MenPANRB 3/2023; evaluation-2026.1"),
            Told(told));
        Assert.Equal(
            "Hasil kerja: di atas ekspektasi, dari kinerja unit istimewa, karena pegawai memimpin unit itu.",
            told.Single(step => step.Code == "resultByUnit").Id);
        Assert.DoesNotContain(told, step => step.Code == "resultByBands");
    }

    [Fact]
    public void A_head_whose_unit_has_no_performance_is_told_so() => Assert.Equal(
        [
            "skpNotCounted", "skpFromElsewhere", "roleOfOneValue", "behaviourOfOneRole", "weightsLeaderAlone",
            "scoreWeighed", "unitPerformanceMissing", "behaviourByBands", "matrixLacksLevel", "raterDecides",
        ],
        Names(Explained(Matrix, 95, [Leader], heads: true)));

    /// <summary>0.7 × 115 + 0.3 × 120 = 116.5: very good needs a new idea.</summary>
    [Fact]
    public void By_the_bands_of_PP_30_a_new_idea_is_told_where_it_would_change_the_predicate()
    {
        var told = Explained(Pp30, 115, [Note(GiverRole.Leader, ExpectationLevel.Above)]);
        Assert.Equal(
            (
                "predicateByScoreOrIdea; score 116.50; predicate good; withIdea veryGood",
                "PP 30/2019 art. 41; evaluation-2026.1"),
            Told(told)[^2]);
        Assert.Equal(
            "A score of 116.50 suggests good without a new idea, very good with one.", told[^2].En);
    }

    [Fact]
    public void By_the_bands_of_PP_30_a_new_idea_that_changes_nothing_is_told_so() => Assert.Equal(
        "predicateByScore; score 72.00; predicate needsImprovement", Codes(Explained(Pp30, 60, [Leader]))[^2]);

    [Fact]
    public void By_the_bands_of_PP_30_no_score_suggests_no_predicate() =>
        Assert.Equal("noScoreNoPredicate", Codes(Explained(Pp30, null, [Leader]))[^2]);

    private static IEnumerable<string> Names(IReadOnlyList<ExplanationStep> told) => told.Select(step => step.Code);

    private static IReadOnlyList<string> Codes(IReadOnlyList<ExplanationStep> told) => Steps.Of(told);

    private static List<(string Step, string Source)> Told(IReadOnlyList<ExplanationStep> told) =>
        [.. Steps.Of(told).Zip(told.Select(step => step.Source.En))];

    private static IReadOnlyList<ExplanationStep> Explained(
        EvaluationPolicy policy, int? skp, FeedbackNote[] notes, bool heads = false, OrganisationLevel? unit = null,
        SkpStatement? statement = null)
    {
        Score? score = skp is { } figure ? Score.FromHundredths(figure * 100) : null;
        var read = new ReadSkp(
            Some.Person(),
            Some.Quarter,
            WorkPlanPolicy.Default,
            statement ?? new SkpStatement(null, NotCounted.NothingCounted, []));
        var suggestion = SuggestionRules.Suggest(new(score, notes, heads, unit), FeedbackPolicy.Default, policy);
        return SuggestionExplanation.Of(
            new(Some.Person(), Some.Quarter, read, suggestion, FeedbackPolicy.Default, policy));
    }

    private static FeedbackNote Note(GiverRole role, ExpectationLevel level = ExpectationLevel.Meets) => new(
        Some.Feedback() with { Role = role, Subject = FeedbackSubject.Loyal, Level = level },
        Some.Quarter,
        Some.Morning);
}
