using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Domain.Tests.Evaluation.Distribution;

public sealed class DistributionOracleTests
{
    [Fact]
    public void Breaches_agree_with_a_slow_second_reading_of_both_patterns() =>
        Always.HoldsFor(
            random =>
            {
                var people = AnyPeople(random, random.Next(1, random.Next(2) == 0 ? 12 : 400));
                var (level, policy) = (AnyLevel(random), AnyPolicy(random));
                Assert.Equal(PlainDistribution.Broken(people, level, policy), Broken(people, level, policy));
            },
            runs: 10_000);

    [Fact]
    public void A_pattern_can_hold_of_so_many_people_when_some_predicates_of_theirs_keep_it() =>
        Always.HoldsFor(
            random =>
            {
                var (count, level, policy) = (random.Next(1, 7), AnyLevel(random), AnyPolicy(random));
                var some = Words(count).Any(people => PlainDistribution.Broken(people, level, policy).Length == 0);
                Assert.Equal(some, DistributionRules.CanHold(level, count, policy));
            },
            runs: 150);

    /// <summary>The rule searches up to twenty people and takes it for granted beyond.</summary>
    [Fact]
    public void Of_more_than_twenty_people_every_pattern_can_hold_however_read()
    {
        var policies =
            from pattern in DistributionPattern.All
            from rounding in Enum.GetValues<PeopleRounding>()
            from most in Enum.GetValues<MostReading>()
            select DistributionPolicy.Default with { Pattern = pattern, Rounding = rounding, Most = most };
        var cases =
            from policy in policies
            from level in Enum.GetValues<OrganisationLevel>()
            from people in Enumerable.Range(21, 400)
            select (policy, level, people);
        Assert.All(cases, c => Assert.Contains(
            Likely(c.people), found => DistributionRules.Limits(c.level, found, c.policy).All(l => l.Kept)));
    }

    [Fact]
    public void The_order_of_the_people_changes_no_breach() =>
        Always.HoldsFor(random =>
        {
            var people = AnyPeople(random, random.Next(1, 60));
            var (level, policy) = (AnyLevel(random), AnyPolicy(random));
            var before = Broken(people, level, policy);
            random.Shuffle(people);
            Assert.Equal(before, Broken(people, level, policy));
        });

    /// <summary>Distributions near each pattern's own shape; one of them keeps it.</summary>
    private static IEnumerable<PredicateCounts> Likely(int people)
    {
        var (tenth, fifth, most) = ((people + 9) / 10, people / 5, people * 7 / 10);
        yield return new(0, 0, 0, people - most, most);
        yield return new(0, 0, people - most, most, 0);
        yield return new(0, 0, most, people - most, 0);
        yield return new(0, most, people - most, 0, 0);
        yield return new(people - tenth, 0, tenth, 0, 0);
        yield return new(0, 0, fifth, people - fifth - fifth, fifth);
        yield return new(0, 0, people - most - fifth, most, fifth);
        yield return new(0, 0, Math.Min(fifth, people - most), most, people - most - Math.Min(fifth, people - most));
    }

    private static string Broken(IEnumerable<Predicate> people, OrganisationLevel level, DistributionPolicy policy)
    {
        var counts = people.Aggregate(default(PredicateCounts), (sum, p) => sum.With(p));
        var limits = DistributionRules.Limits(level, counts, policy);
        return string.Concat(limits.Select((l, i) => l.Kept ? "" : ((char)('a' + i)).ToString()));
    }

    /// <summary>Every list of that many predicates.</summary>
    private static IEnumerable<Predicate[]> Words(int count) => count == 0
        ? [[]]
        : Words(count - 1).SelectMany(
            word => Enum.GetValues<Predicate>(), (word, last) => (Predicate[])[.. word, last]);

    /// <summary>Mostly one predicate, as units are, so that limits are met and missed about equally often.</summary>
    private static Predicate[] AnyPeople(Random random, int count)
    {
        var (main, share) = ((Predicate)random.Next(1, 6), random.Next(30, 100));
        return [
            .. Enumerable.Range(0, count).Select(_ => random.Next(100) < share ? main : (Predicate)random.Next(1, 6))
        ];
    }

    private static OrganisationLevel AnyLevel(Random random) => (OrganisationLevel)random.Next(1, 6);

    private static DistributionPolicy AnyPolicy(Random random) => DistributionPolicy.Default with
    {
        Pattern = DistributionPattern.All[random.Next(2)],
        Rounding = (PeopleRounding)random.Next(3),
        Most = (MostReading)random.Next(2),
    };
}
