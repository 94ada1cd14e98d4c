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
    [InlineData("meets x below is Baik", ExpectationLevel.Meets, ExpectationLevel.Below, Predicate.Good)]
    [InlineData("above x meets is Sangat Baik", ExpectationLevel.Above, ExpectationLevel.Meets, Predicate.VeryGood)]
    [InlineData("above x below is Baik", ExpectationLevel.Above, ExpectationLevel.Below, Predicate.Good)]
    [InlineData("always true", ExpectationLevel.Below, ExpectationLevel.Below, Predicate.NeedsImprovement)]
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
        foreach (var other in Enum.GetValues<ExpectationLevel>())
        {
            foreach (var level in new[] { ExpectationLevel.Below, ExpectationLevel.Meets })
            {
                Assert.True(Matrix.PredicateOf(level, other) <= Matrix.PredicateOf(level + 1, other));
                Assert.True(Matrix.PredicateOf(other, level) <= Matrix.PredicateOf(other, level + 1));
            }
        }
    }

    /// <summary>One cell is made worse than its neighbours: by the result, by the behaviour, at any place.</summary>
    [Fact]
    public void A_matrix_with_one_cell_that_falls_is_known_as_such()
    {
        Assert.True(Matrix.NeverFalls);
        foreach (var result in Enum.GetValues<ExpectationLevel>())
        {
            foreach (var behaviour in Enum.GetValues<ExpectationLevel>())
            {
                var falls = result > 0 || behaviour > 0;
                var matrix = PredicateMatrix.Of("any", (r, b) =>
                    (r, b) == (result, behaviour) ? Predicate.VeryPoor : Predicate.Good);
                Assert.Equal(!falls, matrix.NeverFalls);
            }
        }
    }

    [Fact]
    public void Counts_of_predicates_add_up_one_by_one() => Assert.Equal(
        new PredicateCounts(11, 22, 33, 44, 55),
        new PredicateCounts(1, 2, 3, 4, 5) + new PredicateCounts(10, 20, 30, 40, 50));

    [Fact]
    public void Predicates_are_ordered_worst_first() =>
        Assert.True(Predicate.VeryPoor < Predicate.Poor && Predicate.Poor < Predicate.NeedsImprovement
            && Predicate.NeedsImprovement < Predicate.Good && Predicate.Good < Predicate.VeryGood);
}
