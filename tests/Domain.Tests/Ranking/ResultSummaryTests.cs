using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Ranking;

namespace Kinerja.Domain.Tests.Ranking;

public sealed class ResultSummaryTests
{
    [Fact]
    public void A_summary_counts_everybody_once() => Always.HoldsFor(random =>
    {
        var people = AnyAgency.Evaluated(AnyAgency.Of(random, random.Next(60)));
        var summary = people.Aggregate(Nobody, (sum, person) => sum.With(person));

        Assert.Equal(people.Length, summary.People);
        Assert.Equal(people.Count(p => p.Assessment is null), summary.NotAssessed);
        Assert.All(Enum.GetValues<Predicate>(), predicate => Assert.Equal(
            people.Count(p => p.Assessment?.Predicate == predicate), summary.Counts.Of(predicate)));
    });

    [Fact]
    public void Units_are_counted_by_how_they_stand_to_the_pattern()
    {
        var counts = DistributionCounts.Of(new(
            DistributionPolicy.Default,
            40,
            [
                Finding(DistributionStanding.Kept), Finding(DistributionStanding.Kept),
                Finding(DistributionStanding.Kept), Finding(DistributionStanding.Breached),
                Finding(DistributionStanding.TooSmall), Finding(DistributionStanding.NobodyAssessed),
            ],
            [],
            []));

        Assert.Equal(new DistributionCounts(DistributionPolicy.Default.Version, 4, 1, 2), counts);
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(8, 0, 0.0)]
    [InlineData(8, 1, 12.5)]
    [InlineData(2000, 1, 0.1)]
    [InlineData(3, 2, 66.7)]
    public void Punctuality_is_told_with_one_decimal_and_not_of_no_days(int days, int onTime, double? percent) =>
        Assert.Equal((decimal?)percent, new PresenceCounts(2, days, onTime).OnTimePercent);

    private static ResultSummary Nobody => new(Some.AgencyId, Some.Quarter, 1, default, 0, 0)
    {
        Distribution = new("distribution-2026.1", 1, 0, 0),
    };

    private static DistributionFinding Finding(DistributionStanding standing) =>
        new(null, null, default, 0, standing, [], true);
}
