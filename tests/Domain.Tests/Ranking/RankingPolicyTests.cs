using Kinerja.Domain.Ranking;

namespace Kinerja.Domain.Tests.Ranking;

public sealed class RankingPolicyTests
{
    [Theory]
    [InlineData("2026-Q1", false, true)]
    [InlineData("2026", false, true)]
    [InlineData("2026-03", false, false)]
    [InlineData("2026-03", true, true)]
    [InlineData("2026-Q1", true, true)]
    public void Months_are_ranked_only_where_the_policy_says_so(string text, bool months, bool ranked)
    {
        var period = AppraisalPeriod.Parse(text).Value;
        var policy = RankingPolicy.Default with { Months = months };

        Assert.Equal(ranked, policy.Ranks(period));
        Assert.Equal(ranked ? null : RefusalCodes.PeriodNotRanked, policy.WhyNotRanked(period)?.Code);
        Assert.Equal(ranked ? policy : policy with { TopPercent = 0 }, policy.For(period));
    }
}
