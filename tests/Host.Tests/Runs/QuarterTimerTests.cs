using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Runs;

[Collection(nameof(TimerCloud))]
public sealed class QuarterTimerTests(CloudFixture cloud)
{
    [Fact]
    public async Task The_timer_starts_what_is_due_by_each_agencys_grace_and_a_second_firing_changes_nothing()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.RateAsync("ani-1", "head-1", "meets", "meets", 100, 100);
        var patient = await SmallAgency.RegisterAsync(cloud);
        var policy = await patient.Api.PutAsync(
            $"/api/v1/agencies/{patient.Id}/policies/evaluation/2026-01-01", """{"graceDays":30}""");
        Assert.True(policy.Status is 200 or 201, $"{policy.Json}");
        await Refused.PutAsync(
            patient.Api, $"/api/v1/agencies/{patient.Id}/policies/evaluation/2026-01-01", """{"graceDays":61}""",
            400, "invalid-field", "/graceDays");
        var silent = await SmallAgency.RegisterAsync(cloud);
        await using var quarter = await PastQuarter.OpenAsync(cloud);

        await quarter.FireTimerAsync();
        await quarter.ReachedAsync(silent.Id, "held");
        await silent.RateAsync("ani-1", "head-1", "meets", "meets", 100, 100);
        await quarter.FireTimerAsync();
        var ranking = await quarter.RankingOfAsync(agency.Id);
        var run = await quarter.PublishedAsync(agency.Id);
        await quarter.PublishedAsync(silent.Id);

        Assert.Empty(ranking.Faults());
        Assert.Equal(1, (int?)run.Json!["attempt"]);
        await Refused.GetAsync(
            quarter.ApiOf(patient.Id), $"/api/v1/agencies/{patient.Id}/runs/2026-Q1", 404, "unknown-run");
    }
}
