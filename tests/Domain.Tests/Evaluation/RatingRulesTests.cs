using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Tests.Evaluation;

public sealed class RatingRulesTests
{
    [Fact]
    public void The_rater_of_record_may_rate() =>
        Assert.Equal(Some.Rating(), RatingRules.Accept(Some.Rating(), null, Some.Employee(), [], Some.Agency()).Value);

    [Fact]
    public void Anybody_else_may_not()
    {
        var rating = Some.Rating() with { RaterId = Some.Person("peg-other") };
        var refusal = RatingRules.Accept(rating, null, Some.Employee(), [], Some.Agency()).Refusal!;
        Assert.Equal((RefusalKind.NotAllowed, RefusalCodes.NotTheRater), (refusal.Kind, refusal.Code));
        Assert.Equal("/raterId", Assert.Single(refusal.Faults).Pointer);
    }

    [Fact]
    public void Nobody_rates_themselves_even_when_the_register_says_so()
    {
        var rating = Some.Rating() with { RaterId = Some.Person() };
        var refusal = RatingRules.Accept(rating, null, Some.Employee(rater: "peg-0001"), [], Some.Agency()).Refusal!;
        Assert.Equal(RefusalCodes.NotTheRater, refusal.Code);
    }

    [Fact]
    public void A_person_without_a_rater_cannot_be_rated() =>
        Assert.Equal(
            RefusalCodes.NotTheRater,
            RatingRules.Accept(Some.Rating(), null, Some.Employee(rater: null), [], Some.Agency()).Refusal!.Code);

    // 2026-Q2 begins on 1 April: 17:00 UTC the day before in Jakarta, 15:00 UTC in Jayapura.
    [Theory]
    [InlineData("Asia/Jakarta", "2026-03-31T16:59:59Z", false)]
    [InlineData("Asia/Jakarta", "2026-03-31T17:00:00Z", true)]
    [InlineData("Asia/Jayapura", "2026-03-31T14:59:59Z", false)]
    [InlineData("Asia/Jayapura", "2026-03-31T15:00:00Z", true)]
    public void A_quarter_is_rated_from_its_first_moment_in_the_agencys_zone(string zone, string at, bool taken)
    {
        var agency = Some.Agency(NodaTime.DateTimeZoneProviders.Tzdb[zone]);
        var refusal = RatingRules.Accept(
            Some.Rating() with { RatedAt = Some.At(at) }, null, Some.Employee(), [], agency).Refusal;
        Assert.Equal(taken ? null : RefusalCodes.PeriodNotStarted, refusal?.Code);
    }

    [Fact]
    public void A_past_quarter_may_still_be_rated() =>
        Assert.Null(RatingRules.HasBegun(new Quarter(2025, 4), Some.Agency(), Some.Morning));
}
