using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Exchange;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.Exchange;

/// <summary>What is written to SIASN, and whether.</summary>
public sealed class SiasnRulesTests
{
    private static readonly SiasnPerson Sari = new("pns-1", "199009132025242014", "Sari", null, null, null);
    private static readonly SiasnPerson Rudi = new("pns-2", "198804122010012003", "Rudi", "Kepala", "TU", "41");
    private static readonly AppraisalPeriod Q2 = new Quarter(2026, 2);

    private static readonly SiasnRecord Wanted = Of(Predicate.Good, ExpectationLevel.Above, ExpectationLevel.Meets);

    [Theory]
    [InlineData(Predicate.VeryGood, ExpectationLevel.Above, ExpectationLevel.Above, "1 1 1")]
    [InlineData(Predicate.Good, ExpectationLevel.Meets, ExpectationLevel.Above, "2 1 2")]
    [InlineData(Predicate.NeedsImprovement, ExpectationLevel.Below, ExpectationLevel.Meets, "3 2 3")]
    [InlineData(Predicate.Poor, ExpectationLevel.Meets, ExpectationLevel.Below, "2 3 4")]
    [InlineData(Predicate.VeryPoor, ExpectationLevel.Below, ExpectationLevel.Below, "3 3 5")]
    public void A_result_goes_by_the_numbers_of_public_clients_unless_others_are_set(
        Predicate predicate, ExpectationLevel result, ExpectationLevel behaviour, string numbers)
    {
        var record = Of(predicate, result, behaviour);
        Assert.Equal(numbers, $"{record.Result} {record.Behaviour} {record.Predicate}");
        Assert.Equal(("pns-1", Rudi.Nip, null), (record.PersonId, record.RaterNip, record.Id));
        var other = SiasnMapping.Default with { Result = new(7, 8, 9) };
        Assert.Equal(7, other.Result.Of(ExpectationLevel.Above));
        Assert.Equal(9, other.Result.Of(ExpectationLevel.Below));
    }

    [Theory]
    [InlineData("2026-Q2", 4, 6)]
    [InlineData("2026", 1, 12)]
    [InlineData("2026-02", 2, 2)]
    public void A_period_is_its_months(string period, int first, int last) =>
        Assert.Equal(new SiasnMonths(2026, first, last), SiasnMonths.Of(AppraisalPeriod.Parse(period).Value));

    [Fact]
    public void Months_are_sent_where_the_agency_says_so_alone()
    {
        Assert.Equal(
            [false, true, true], Enum.GetValues<PeriodKind>().Select(SiasnMapping.Default.Sends));
        Assert.True((SiasnMapping.Default with { Months = true }).Sends(PeriodKind.Month));
    }

    [Fact]
    public void A_posts_own_coefficient_comes_before_everybodys()
    {
        var (muda, other) = (PostId.Parse("ahli-muda").Value, PostId.Parse("lain").Value);
        var mapping = SiasnMapping.Default with { Coefficients = [new(muda, "25")] };
        Assert.Equal(("25", null, null), (
            mapping.CoefficientOf(muda), mapping.CoefficientOf(other), mapping.CoefficientOf(null)));
        Assert.Equal("1", (mapping with { CoefficientId = "1" }).CoefficientOf(other));
    }

    [Fact]
    public void Records_of_other_months_say_nothing_and_one_that_differs_is_replaced()
    {
        var other = Wanted with { Id = "a", Months = new(2026, 1, 3) };
        Assert.Equal(SiasnFinding.Absent, SiasnRules.Compare(Wanted, [other]));
        Assert.Equal(SiasnFinding.Same, SiasnRules.Compare(Wanted, [other, Wanted with { Id = "b" }]));
        var standing = Wanted with { Id = "b", Predicate = 3 };
        Assert.Equal(SiasnFinding.Differs, SiasnRules.Compare(Wanted, [other, standing]));
        Assert.Equal("b", SiasnRules.Over(Wanted, [other, standing]).Id);
        Assert.Null(SiasnRules.Over(Wanted, [other]).Id);
        var rated = Wanted with { Id = "b", RaterNip = "197001011990011001" };
        Assert.Equal(SiasnFinding.Differs, SiasnRules.Compare(Wanted, [rated]));
        Assert.Equal(SiasnFinding.Same, SiasnRules.Compare(Wanted, [rated with { RaterNip = null }]));
    }

    /// <summary>Against counting: whose, of those months, and saying the same or not.</summary>
    [Fact]
    public void What_is_found_is_compared_as_counting_would() => Always.HoldsFor(random =>
    {
        var found = Enumerable.Range(0, random.Next(5)).Select(i => Wanted with
        {
            Id = $"rw-{i}",
            PersonId = random.Next(12) == 0 ? "pns-9" : random.Next(3) == 0 ? null : "pns-1",
            Months = random.Next(2) == 0 ? Wanted.Months : new(2025, 4, 6),
            Result = random.Next(3) == 0 ? 3 : Wanted.Result,
        }).ToList();
        var standing = found.Where(r => r.Months.Year == 2026).ToList();
        var (same, others) = (
            standing.Count(r => r.Result == Wanted.Result), standing.Count(r => r.Result != Wanted.Result));
        var expected = found.Any(r => r.PersonId == "pns-9") ? SiasnFinding.WrongPerson
            : same + others == 0 ? SiasnFinding.Absent
            : others == 0 ? SiasnFinding.Same
            : same + others == 1 ? SiasnFinding.Differs
            : SiasnFinding.Several;
        var finding = SiasnRules.Compare(Wanted, found);
        Assert.Equal(expected, finding);

        // Whatever may be written is the same once it is written, and is then left alone.
        if (finding is SiasnFinding.Absent or SiasnFinding.Differs)
        {
            var over = SiasnRules.Over(Wanted, found);
            var after = found.Where(r => r.Id != over.Id).Append(over with { Id = over.Id ?? "rw-new" });
            Assert.Equal(SiasnFinding.Same, SiasnRules.Compare(Wanted, after));
        }
    });

    [Fact]
    public void Whoever_is_answered_of_must_be_whoever_was_asked_for()
    {
        Assert.True(SiasnRules.Is(Sari, NipOf(Sari.Nip)));
        Assert.False(SiasnRules.Is(Sari, NipOf(Rudi.Nip)));
    }

    [Fact]
    public void Nothing_that_names_people_or_opens_doors_is_printed()
    {
        var credentials = new SiasnCredentials("app", "rahasia", "sso");
        var printed = $"{Sari} {Wanted} {credentials}";
        Assert.DoesNotContain("1990", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("1988", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_comes_again_takes_up_its_shard_and_another_waits_until_nobody_can_be_alive()
    {
        var now = Instant.FromUtc(2026, 4, 23, 1, 0);
        var shard = new SiasnShard(AgencyId.Parse("menpanrb").Value, Q2, 0, 1, null);
        Assert.False(shard.IsHeldFrom("a", now));
        var held = shard.Held("a", now);
        Assert.False(held.IsHeldFrom("a", now));
        Assert.True(held.IsHeldFrom("b", now + SiasnShard.MostHeld - Duration.Epsilon));
        Assert.False(held.IsHeldFrom("b", now + SiasnShard.MostHeld));
        Assert.False(held.Left(default).IsHeldFrom("b", now));
    }

    [Fact]
    public void A_shard_is_done_when_everybody_is_there_or_refused()
    {
        var counts = SiasnCounts.Of(4, [SiasnState.Sent, SiasnState.AlreadyThere, SiasnState.Refused]);
        var shard = new SiasnShard(AgencyId.Parse("menpanrb").Value, Q2, 0, 1, null);
        Assert.Equal((new SiasnCounts(4, 1, 1, 1, 0), 1), (counts, counts.Waiting));
        Assert.False(shard.Done);
        Assert.False(shard.Left(counts).Done);
        Assert.False(shard.Left(counts with { Failed = 1 }).Done);
        Assert.True(shard.Left(counts with { People = 3 }).Done);
        Assert.Equal(new SiasnCounts(8, 2, 2, 2, 0), counts + counts);
    }

    private static Nip NipOf(string digits) =>
        Nip.Parse(digits).Value;

    private static SiasnRecord Of(Predicate predicate, ExpectationLevel result, ExpectationLevel behaviour) =>
        SiasnRules.Wanted(
            Q2, new(predicate, result, behaviour, Some.Score(100), Some.Score(90)), SiasnMapping.Default, Sari, Rudi);
}
