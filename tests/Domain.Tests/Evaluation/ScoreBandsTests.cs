using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Tests.Evaluation;

/// <summary>PP 30/2019 art. 41 as a predicate rule: score bands, the best one only with a new idea.</summary>
public sealed class ScoreBandsTests
{
    private static readonly EvaluationPolicy Pp30 = EvaluationPolicy.Default
        with
    { Version = "pp30", Rule = PredicateRule.Pp30 };

    [Theory]
    [InlineData(120, true, Predicate.VeryGood)]
    [InlineData(110, true, Predicate.VeryGood)]
    [InlineData(109.99, true, Predicate.Good)]
    [InlineData(120, false, Predicate.Good)]
    [InlineData(115, false, Predicate.Good)]
    [InlineData(90, true, Predicate.Good)]
    [InlineData(90, false, Predicate.Good)]
    [InlineData(89.99, true, Predicate.NeedsImprovement)]
    [InlineData(70, false, Predicate.NeedsImprovement)]
    [InlineData(69.99, false, Predicate.Poor)]
    [InlineData(50, false, Predicate.Poor)]
    [InlineData(49.99, true, Predicate.VeryPoor)]
    [InlineData(0, true, Predicate.VeryPoor)]
    public void PP_30_2019_art_41_the_score_gives_the_predicate(double score, bool newIdea, Predicate expected) =>
        Assert.Equal(expected, Evaluate((decimal)score, newIdea, Pp30));

    [Fact]
    public void PP_30_2019_art_41_a_score_of_115_without_a_new_idea_is_Baik_however_good_the_ratings()
    {
        var rating = Some.Rating(ExpectationLevel.Above, ExpectationLevel.Above, 115m, 115m);
        Assert.Equal(Predicate.Good, Evaluator.Evaluate(Some.Input(rating), Pp30).Assessment!.Value.Predicate);
        Assert.Equal(
            Predicate.VeryGood,
            Evaluator.Evaluate(Some.Input(rating), EvaluationPolicy.Default).Assessment!.Value.Predicate);
    }

    [Fact]
    public void PermenPANRB_6_2022_a_new_idea_moves_no_predicate_of_the_matrix() =>
        Assert.Equal(Predicate.Good, Evaluate(115m, newIdea: true, EvaluationPolicy.Default));

    [Theory]
    [InlineData(70, 100.25, 91.5, 97.63)] // 70.175 + 27.45 = 97.625, half up
    [InlineData(60, 100.25, 91.5, 96.75)] // 60.15 + 36.6
    public void PP_30_2019_art_41_weights_are_70_30_or_60_40_where_peers_are_heard(
        int percent, double skp, double behaviour, double score)
    {
        var rating = Some.Rating(skp: (decimal)skp, behaviourScore: (decimal)behaviour);
        var assessment = Evaluator.Evaluate(Some.Input(rating), Pp30 with { SkpPercent = percent }).Assessment!.Value;
        Assert.Equal(Some.Score((decimal)score), assessment.Score);
    }

    [Fact]
    public void Under_PP_30_2019_a_units_head_is_assessed_by_the_score_though_the_unit_has_no_performance()
    {
        var evaluation = Evaluator.Evaluate(
            Some.Input(Some.Rating(skp: 95m, behaviourScore: 95m), headsUnit: true), Pp30);
        Assert.Equal(Predicate.Good, evaluation.Assessment!.Value.Predicate);
    }

    [Fact]
    public void A_matrix_as_data_is_read_by_cell_and_one_that_falls_is_known()
    {
        var matrix = PredicateMatrix.Of("contoh", PredicateMatrix.PermenPanrb6Of2022.PredicateOf);
        Assert.True(matrix.NeverFalls);
        Assert.Equal(Predicate.Poor, matrix.PredicateOf(ExpectationLevel.Above, ExpectationLevel.Below));
        Assert.False(PredicateMatrix.Of("terbalik", (result, _) => Predicate.VeryGood - (byte)result).NeverFalls);
        Assert.False(PredicateMatrix.Of("terbalik", (_, behaviour) => Predicate.VeryGood - (byte)behaviour).NeverFalls);
    }

    [Theory]
    [InlineData(110, 90, 70, 50, true)]
    [InlineData(90, 90, 90, 90, true)]
    [InlineData(89.99, 90, 70, 50, false)]
    [InlineData(110, 69.99, 70, 50, false)]
    [InlineData(110, 90, 49.99, 50, false)]
    public void Bands_fall_from_the_best_predicate_to_the_worst(
        double veryGood, double good, double fair, double poor, bool fall) =>
        Assert.Equal(
            fall,
            new ScoreBands(
                Some.Score((decimal)veryGood),
                Some.Score((decimal)good),
                Some.Score((decimal)fair),
                Some.Score((decimal)poor)).Fall);

    private static Predicate Evaluate(decimal score, bool newIdea, EvaluationPolicy policy)
    {
        var rating = Some.Rating(skp: score, behaviourScore: score) with
        {
            NewIdea = newIdea ? new NewIdea("Antrean lewat ponsel.", "https://bukti.example/1") : null,
        };
        return Evaluator.Evaluate(Some.Input(rating), policy).Assessment!.Value.Predicate;
    }
}
