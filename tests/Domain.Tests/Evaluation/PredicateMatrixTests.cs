using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Tests.Evaluation;

public sealed class PredicateMatrixTests
{
    private static readonly PredicateMatrix Matrix = PredicateMatrix.PermenPanrb6Of2022;

    [Theory]
    [InlineData(ExpectationLevel.Above, ExpectationLevel.Below, Predicate.Poor)]
    [InlineData(ExpectationLevel.Above, ExpectationLevel.Meets, Predicate.Good)]
    [InlineData(ExpectationLevel.Above, ExpectationLevel.Above, Predicate.VeryGood)]
    [InlineData(ExpectationLevel.Meets, ExpectationLevel.Below, Predicate.Poor)]
    [InlineData(ExpectationLevel.Meets, ExpectationLevel.Meets, Predicate.Good)]
    [InlineData(ExpectationLevel.Meets, ExpectationLevel.Above, Predicate.Good)]
    [InlineData(ExpectationLevel.Below, ExpectationLevel.Below, Predicate.VeryPoor)]
    [InlineData(ExpectationLevel.Below, ExpectationLevel.Meets, Predicate.NeedsImprovement)]
    [InlineData(ExpectationLevel.Below, ExpectationLevel.Above, Predicate.NeedsImprovement)]
    public void PermenPANRB_6_2022_gives_the_predicate_of_each_of_nine_cells(
        ExpectationLevel result, ExpectationLevel behaviour, Predicate expected) =>
        Assert.Equal(expected, Matrix.PredicateOf(result, behaviour));

    // What public implementations got wrong, about four in seventeen: one line each, as they are written there.
    [Theory]
    [InlineData("meets x below comes out Baik", ExpectationLevel.Meets, ExpectationLevel.Below, Predicate.Good)]
    [InlineData("above x meets comes out Sangat Baik", ExpectationLevel.Above, ExpectationLevel.Meets, Predicate.VeryGood)]
    [InlineData("above x below comes out Baik", ExpectationLevel.Above, ExpectationLevel.Below, Predicate.Good)]
    [InlineData("an always-true condition: below x below", ExpectationLevel.Below, ExpectationLevel.Below, Predicate.NeedsImprovement)]
    public void PermenPANRB_6_2022_is_not_misread_as_others_did(
        string deviation, ExpectationLevel result, ExpectationLevel behaviour, Predicate wrong) =>
        Assert.True(Matrix.PredicateOf(result, behaviour) != wrong, deviation);

    [Fact]
    public void The_nine_cells_hold_each_predicate_as_often_as_the_annex()
    {
        var cells = from result in Enum.GetValues<ExpectationLevel>()
                    from behaviour in Enum.GetValues<ExpectationLevel>()
                    select Matrix.PredicateOf(result, behaviour);
        var counts = cells.CountBy(p => p).OrderBy(c => c.Key).Select(c => (c.Key, c.Value));
        Assert.Equal(
            [
                (Predicate.VeryPoor, 1), (Predicate.Poor, 2), (Predicate.NeedsImprovement, 2),
                (Predicate.Good, 3), (Predicate.VeryGood, 1),
            ],
            counts);
    }

    [Fact]
    public void A_better_rating_never_worsens_the_predicate()
    {
        foreach (var behaviour in Enum.GetValues<ExpectationLevel>())
        {
            Assert.True(Matrix.PredicateOf(ExpectationLevel.Below, behaviour) <= Matrix.PredicateOf(ExpectationLevel.Meets, behaviour));
            Assert.True(Matrix.PredicateOf(ExpectationLevel.Meets, behaviour) <= Matrix.PredicateOf(ExpectationLevel.Above, behaviour));
            Assert.True(Matrix.PredicateOf(behaviour, ExpectationLevel.Below) <= Matrix.PredicateOf(behaviour, ExpectationLevel.Meets));
            Assert.True(Matrix.PredicateOf(behaviour, ExpectationLevel.Meets) <= Matrix.PredicateOf(behaviour, ExpectationLevel.Above));
        }
    }

    [Fact]
    public void Predicates_are_ordered_worst_first() =>
        Assert.True(Predicate.VeryPoor < Predicate.Poor && Predicate.Poor < Predicate.NeedsImprovement
            && Predicate.NeedsImprovement < Predicate.Good && Predicate.Good < Predicate.VeryGood);
}
