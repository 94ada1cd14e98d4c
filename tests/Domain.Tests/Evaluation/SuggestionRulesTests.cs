using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;

namespace Kinerja.Domain.Tests.Evaluation;

public sealed class SuggestionRulesTests
{
    private static readonly FeedbackNote Leader = Some.Note(GiverRole.Leader).Saying(
        c => c with { Subject = FeedbackSubject.Loyal, Level = ExpectationLevel.Meets });

    private static readonly FeedbackNote Peer = Leader.Saying(
        c => c with { Role = GiverRole.Peer, GiverId = Some.Person("peg-peer") });

    [Fact]
    public void Pp30_art_41_weighs_70_30_where_only_the_leader_is_heard()
    {
        var suggestion = Suggest(Some.Score(110), Leader);
        Assert.Equal((70, Some.Score(107)), (suggestion.SkpPercent, suggestion.Score!.Value));
    }

    [Fact]
    public void Pp30_art_41_weighs_60_40_as_soon_as_a_peer_or_a_subordinate_is_heard()
    {
        Assert.Equal(
            (60, Some.Score(106)),
            (Suggest(Some.Score(110), Leader, Peer).SkpPercent, Suggest(Some.Score(110), Leader, Peer).Score!.Value));
        var subordinate = Peer.Saying(c => c with { Role = GiverRole.Subordinate });
        Assert.Equal(60, Suggest(Some.Score(110), Leader, subordinate).SkpPercent);
        var served = Peer.Saying(c => c with { Role = GiverRole.Served });
        Assert.Equal(70, Suggest(Some.Score(110), Leader, served).SkpPercent);
    }

    [Fact]
    public void A_missing_plan_gives_no_score_and_no_result_and_says_so()
    {
        var suggestion = Suggest(null, Leader);
        Assert.Equal((null, null, null), (suggestion.Score, suggestion.ResultLevel, suggestion.Predicate));
        Assert.Equal(ExpectationLevel.Meets, suggestion.BehaviourLevel);
        Assert.Equal([SuggestionGap.WorkPlan], suggestion.Missing);
    }

    [Fact]
    public void Missing_feedback_gives_no_score_and_says_so()
    {
        var suggestion = Suggest(Some.Score(95));
        Assert.Equal((null, null), (suggestion.Score, suggestion.BehaviourLevel));
        Assert.Equal(ExpectationLevel.Meets, suggestion.ResultLevel);
        Assert.Equal([SuggestionGap.Behaviour], suggestion.Missing);
    }

    [Fact]
    public void A_silent_leader_is_told_when_others_have_spoken()
    {
        Assert.Equal([SuggestionGap.LeaderFeedback], Suggest(Some.Score(95), Peer).Missing);
        Assert.Empty(Suggest(Some.Score(95), Leader, Peer).Missing);
    }

    [Theory]
    [InlineData(89.99, ExpectationLevel.Below)]
    [InlineData(90, ExpectationLevel.Meets)]
    [InlineData(109.99, ExpectationLevel.Meets)]
    [InlineData(110, ExpectationLevel.Above)]
    [InlineData(120, ExpectationLevel.Above)]
    public void The_shipped_bands_are_110_and_90(double skp, ExpectationLevel level) =>
        Assert.Equal(level, Suggest(Some.Score((decimal)skp), Leader).ResultLevel);

    [Theory]
    [InlineData(ExpectationLevel.Below, Predicate.Poor)]
    [InlineData(ExpectationLevel.Meets, Predicate.Good)]
    [InlineData(ExpectationLevel.Above, Predicate.VeryGood)]
    public void The_predicate_comes_from_the_matrix_of_permenpanrb_6_2022(
        ExpectationLevel behaviour, Predicate predicate)
    {
        var suggestion = Suggest(Some.Score(115), Leader.Saying(c => c with { Level = behaviour }));
        Assert.Equal((predicate, predicate), (suggestion.Predicate, suggestion.WithNewIdea));
    }

    // 0.7 × 115 + 0.3 × 120 = 116.5: Baik by the score as long as nobody flagged a new idea; the matrix would say
    // Sangat Baik.
    [Fact]
    public void Bug_pp30_art_41_the_score_suggests_the_predicate_where_the_policy_follows_it()
    {
        var pp30 = EvaluationPolicy.Default with { Rule = PredicateRule.Pp30 };
        var suggestion = SuggestionRules.Suggest(
            new(Some.Score(115), [Leader.Saying(c => c with { Level = ExpectationLevel.Above })], false, null),
            FeedbackPolicy.Default, pp30);
        Assert.Equal((Predicate.Good, Predicate.VeryGood), (suggestion.Predicate, suggestion.WithNewIdea));
        var poor = SuggestionRules.Suggest(new(Some.Score(60), [Leader], true, null), FeedbackPolicy.Default, pp30);
        Assert.Equal(
            (Predicate.NeedsImprovement, Predicate.NeedsImprovement), (poor.Predicate, poor.WithNewIdea));
        var none = SuggestionRules.Suggest(new(null, [Leader], false, null), FeedbackPolicy.Default, pp30);
        Assert.Equal((null, null), (none.Predicate, none.WithNewIdea));
    }

    [Theory]
    [InlineData(OrganisationLevel.Outstanding, ExpectationLevel.Above)]
    [InlineData(OrganisationLevel.Poor, ExpectationLevel.Below)]
    public void A_unit_heads_result_is_the_units_performance_se_3_2023(OrganisationLevel unit, ExpectationLevel result)
    {
        var suggestion = SuggestionRules.Suggest(
            new(Some.Score(95), [Leader], true, unit), FeedbackPolicy.Default, EvaluationPolicy.Default);
        Assert.Equal((result, true, unit), (suggestion.ResultLevel, suggestion.HeadsUnit, suggestion.UnitLevel));
        Assert.Empty(suggestion.Missing);
    }

    [Fact]
    public void A_unit_head_whose_unit_has_no_performance_has_no_result()
    {
        var suggestion = SuggestionRules.Suggest(
            new(Some.Score(95), [Leader], true, null), FeedbackPolicy.Default, EvaluationPolicy.Default);
        Assert.Equal((null, null), (suggestion.ResultLevel, suggestion.Predicate));
        Assert.Equal([SuggestionGap.UnitPerformance], suggestion.Missing);
    }

    private static RatingSuggestion Suggest(Score? skp, params FeedbackNote[] notes) =>
        SuggestionRules.Suggest(new(skp, notes, false, null), FeedbackPolicy.Default, EvaluationPolicy.Default);
}
