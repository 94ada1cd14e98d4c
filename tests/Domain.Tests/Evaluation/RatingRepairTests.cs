using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Evaluation;

/// <summary>Delegates, and what happens when the wrong one rated.</summary>
public sealed class RatingRepairTests
{
    private static readonly RatingVoid Repair = new(
        Some.Person("peg-right"), Some.Person("peg-sdm"), "Salah pilih.", Some.Morning);

    private static readonly Delegation InJuly = Some.Delegation("peg-wakil") with
    {
        From = new LocalDate(2026, 7, 1),
        To = new LocalDate(2026, 7, 3),
    };

    // Some.Rating() is given on 2 July.
    [Theory]
    [InlineData("2026-06-30T16:59:59Z", false)]
    [InlineData("2026-06-30T17:00:00Z", true)]
    [InlineData("2026-07-02T16:59:59Z", true)]
    [InlineData("2026-07-02T17:00:00Z", false)]
    public void A_delegate_rates_within_the_span_by_the_agencys_zone(string at, bool taken)
    {
        var rating = Some.Rating() with { RaterId = Some.Person("peg-wakil"), RatedAt = Some.At(at) };
        var refusal = RatingRules.Accept(rating, null, Some.Employee(), [InJuly], Some.Agency()).Refusal;
        Assert.Equal(taken ? null : RefusalCodes.NotTheRater, refusal?.Code);
    }

    [Fact]
    public void The_wrong_raters_rating_becomes_a_void_next_version()
    {
        var repaired = RatingRules.Repair(Some.Rating(), Repair, [], Some.Agency());
        Assert.Equal((2, Repair), (repaired.Version, repaired.Voided));
        Assert.Equal(Some.Rating(), repaired with { Version = 1, Voided = null });
    }

    [Fact]
    public void A_repair_that_was_made_changes_nothing_more()
    {
        var repaired = RatingRules.Repair(Some.Rating(), Repair, [], Some.Agency());
        Assert.Same(repaired, RatingRules.Repair(repaired, Repair with { Reason = "Lagi." }, [], Some.Agency()));
    }

    [Fact]
    public void The_right_raters_own_rating_stands()
    {
        var rating = Some.Rating();
        Assert.Same(
            rating,
            RatingRules.Repair(rating, Repair with { RightRaterId = Some.Person("peg-head") }, [], Some.Agency()));
    }

    [Fact]
    public void A_rating_of_the_right_raters_delegate_of_that_day_stands()
    {
        var rating = Some.Rating() with { RaterId = Some.Person("peg-wakil") };
        var right = Repair with { RightRaterId = Some.Person("peg-head") };
        Assert.Same(rating, RatingRules.Repair(rating, right, [InJuly], Some.Agency()));
        Assert.NotNull(
            RatingRules.Repair(rating, right, [InJuly with { To = new LocalDate(2026, 7, 2) }], Some.Agency()).Voided);
        Assert.NotNull(
            RatingRules.Repair(
                rating, right, [InJuly with { RaterId = Some.Person("peg-other") }], Some.Agency()).Voided);
    }

    /// <summary>Another instance may remember the old register for a while.</summary>
    [Fact]
    public void Whoever_rated_wrongly_does_not_rate_again_by_an_older_register()
    {
        var repaired = RatingRules.Repair(Some.Rating(), Repair, [], Some.Agency());
        var again = Some.Rating() with { Version = 3 };
        Assert.Equal(
            RefusalCodes.NotTheRater,
            RatingRules.Accept(again, repaired, Some.Employee(), [], Some.Agency()).Refusal?.Code);
        var right = again with { RaterId = Repair.RightRaterId };
        Assert.Equal(
            right, RatingRules.Accept(right, repaired, Some.Employee(rater: "peg-right"), [], Some.Agency()).Value);
    }

    [Fact]
    public void A_correction_of_the_correction_lets_the_first_one_rate_again()
    {
        var back = RatingRules.Repair(
            RatingRules.Repair(Some.Rating(), Repair, [], Some.Agency()),
            Repair with { RightRaterId = Some.Person("peg-head") },
            [],
            Some.Agency());
        var again = Some.Rating() with { Version = 4 };
        Assert.Equal(3, back.Version);
        Assert.Equal(again, RatingRules.Accept(again, back, Some.Employee(), [], Some.Agency()).Value);
    }
}
