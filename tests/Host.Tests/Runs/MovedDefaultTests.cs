using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Application.Policies;
using Kinerja.Host.Tests.Objections;
using NodaTime;

namespace Kinerja.Host.Tests.Runs;

/// <summary>A run that one release made, in the hands of the next, whose defaults are others.</summary>
[Collection(nameof(LaterCloud))]
public sealed class MovedDefaultTests(CloudFixture cloud)
{
    [Fact]
    public async Task The_next_release_explains_repeats_and_revises_a_run_by_the_versions_it_names()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var run = $"/api/v1/agencies/{agency.Id}/runs/2026-Q1";
        await agency.RateAsync("ani-1", "head-1", "meets", "meets", 80, 80);
        await agency.RateAsync("budi", "head-1", "meets", "meets", 90, 90);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        await quarter.PublishedAsync(agency.Id);

        // Either app may have published it, and January is within the term that either has set.
        await using var next = await LaterApp.OpenAsync(cloud, CloudFixture.Monday, Next());
        var api = next.ApiOf(agency.Id);
        var explained = await api.GetAsync($"{run}/evaluations/ani-1");
        Assert.True(explained.Status == 200, $"{explained.Json}");
        await RepeatsAsync(api, run);
        var decided = await SupersededTests.ObjectAsync(api);
        Assert.True(decided.Status == 200, $"{decided.Json}");
        Assert.Equal(2, (int?)decided.Json!["appliedInRevision"]);

        await quarter.PublishedAsync(agency.Id);
        var revised = (await api.GetAsync(run)).Json!;
        Assert.Equal(
            (2, "evaluation-2026.1", "ranking-2026.1"),
            ((int?)revised["revision"], (string?)revised["evaluationPolicy"], (string?)revised["rankingPolicy"]));
        await RepeatsAsync(api, run);
        await RepeatsAsync(api, run, "?revision=1");
    }

    private static async Task RepeatsAsync(Api api, string run, string query = "")
    {
        var again = await api.SendAsync(HttpMethod.Post, $"{run}/rerun{query}", null);
        Assert.True((bool?)again.Json!["equal"], $"{again.Json}");
    }

    /// <summary>One version more of each kind that a run names; it holds from the day after the quarter.</summary>
    private static ShippedPolicies Next() => new(
    [
        .. ShippedFiles.Policies.All,
        Newer("evaluation", "skpPercent", 60),
        Newer("ranking", "topPercent", 50),
        Newer("objection", "toObject", JsonNode.Parse("""{"days":30,"count":"calendar"}""")!),
        Newer("distribution", "smallestUnit", 2),
    ]);

    private static ShippedPolicy Newer(string kind, string member, JsonNode value)
    {
        var old = ShippedFiles.Policies.All.Single(p => p.Name == $"{kind}-2026.1");
        var body = JsonNode.Parse(old.Json.Span)!.AsObject();
        body[member] = value;
        return old with
        {
            Name = $"{kind}-2099.1",
            From = new LocalDate(2026, 4, 1),
            Json = Encoding.UTF8.GetBytes(body.ToJsonString()),
        };
    }
}
