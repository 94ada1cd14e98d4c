using FsCheck.Fluent;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Domain.Tests.Evaluation;

public sealed class EvaluatorTests
{
    private static readonly EvaluationPolicy Policy = EvaluationPolicy.Default;

    [Fact]
    public void A_rated_person_gets_the_predicate_of_the_matrix_and_the_weighed_score()
    {
        var rating = Some.Rating(ExpectationLevel.Above, ExpectationLevel.Above, 110.5m, 95.25m);
        var expected = new Assessment(
            Predicate.VeryGood,
            ExpectationLevel.Above,
            ExpectationLevel.Above,
            Some.Score(105.93m), // 0.7 × 110.5 + 0.3 × 95.25 = 105.925, half up
            Some.Score(95.25m));
        Assert.Equal(expected, Evaluator.Evaluate(Some.Input(rating), Policy).Assessment);
    }

    [Fact]
    public void A_person_without_a_rating_is_not_assessed_and_never_zero()
    {
        var evaluation = Evaluator.Evaluate(Some.Input(null), Policy);
        Assert.Null(evaluation.Assessment);
        Assert.Equal(NotAssessedReason.NoRating, evaluation.NotAssessed);
        Assert.Equal(Policy.Version, evaluation.PolicyVersion);
    }

    // SE MenPANRB 3/2023: the unit's performance is its head's result rating. How five levels become three is policy.
    [Theory]
    [InlineData(OrganisationLevel.Outstanding, ExpectationLevel.Above, Predicate.Good)]
    [InlineData(OrganisationLevel.Good, ExpectationLevel.Meets, Predicate.Good)]
    [InlineData(OrganisationLevel.NeedsImprovement, ExpectationLevel.Below, Predicate.NeedsImprovement)]
    [InlineData(OrganisationLevel.Poor, ExpectationLevel.Below, Predicate.NeedsImprovement)]
    [InlineData(OrganisationLevel.VeryPoor, ExpectationLevel.Below, Predicate.NeedsImprovement)]
    public void SE_3_2023_a_units_head_takes_the_units_result(
        OrganisationLevel unit, ExpectationLevel result, Predicate predicate)
    {
        foreach (var own in Enum.GetValues<ExpectationLevel>())
        {
            var input = Some.Input(Some.Rating(own), headsUnit: true, unit);
            var assessment = Evaluator.Evaluate(input, Policy).Assessment!.Value;
            Assert.Equal(result, assessment.Result);
            Assert.Equal(predicate, assessment.Predicate);
        }
    }

    [Fact]
    public void A_head_whose_unit_has_no_performance_yet_is_not_assessed()
    {
        var evaluation = Evaluator.Evaluate(Some.Input(Some.Rating(), headsUnit: true), Policy);
        Assert.Null(evaluation.Assessment);
        Assert.Equal(NotAssessedReason.NoUnitPerformance, evaluation.NotAssessed);
    }

    [Fact]
    public void A_head_without_a_rating_is_not_assessed_either()
    {
        var evaluation = Evaluator.Evaluate(Some.Input(null, headsUnit: true, OrganisationLevel.Good), Policy);
        Assert.Equal(NotAssessedReason.NoRating, evaluation.NotAssessed);
    }

    [Fact]
    public void The_units_result_is_nobody_elses()
    {
        var input = Some.Input(Some.Rating(ExpectationLevel.Below), headsUnit: false, OrganisationLevel.Outstanding);
        Assert.Equal(ExpectationLevel.Below, Evaluator.Evaluate(input, Policy).Assessment!.Value.Result);
    }

    [Fact]
    public void Weights_are_the_policys()
    {
        var heard = Policy with { SkpPercent = 60 };
        var evaluation = Evaluator.Evaluate(Some.Input(Some.Rating(skp: 110, behaviourScore: 80)), heard);
        Assert.Equal("98.00", evaluation.Assessment!.Value.Score.ToString());
    }

    // Neutrality and control: presence and the number of notes are shown beside the result and never enter it.
    [Fact]
    public void Neither_attendance_nor_the_number_of_notes_changes_the_evaluation() =>
        Always.Holds(
            from days in Gen.Choose(0, 64).ArrayOf(8)
            from notes in Gen.Choose(0, 500)
            from result in Gen.Elements(Enum.GetValues<ExpectationLevel>())
            from behaviour in Gen.Elements(Enum.GetValues<ExpectationLevel>())
            select (days, notes, rating: Some.Rating(result, behaviour)),
            x =>
            {
                var input = Some.Input(x.rating);
                var attendance = new AttendanceSummary(
                    x.days[0], x.days[1], x.days[2], x.days[3], x.days[4], x.days[5], x.days[6], x.days[7]);
                Assert.Equal(
                    Evaluator.Evaluate(input, Policy),
                    Evaluator.Evaluate(input with { Attendance = attendance, FeedbackNotes = x.notes }, Policy));
            });
}
