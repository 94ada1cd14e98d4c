using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;
using Kinerja.Host.Tests.Runs;

namespace Kinerja.Host.Tests.Events;

/// <summary>A ministry that missed messages reads them over HTTP.</summary>
[Collection(nameof(LaterCloud))]
public sealed class EventReplayTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_ministry_reads_a_ranking_again_with_a_token_of_its_own()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.RateAsync("ani-1", "head-1", "above", "above", 110, 115);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        await quarter.PublishedAsync(agency.Id);
        var path = $"/api/v1/agencies/{agency.Id}/events";
        var ministry = Of("events.read", "events.of.rankings");

        var all = (await agency.Api.GetAsync(path)).Json!;
        var read = (await ministry.GetAsync(path)).Json!;
        var rest = (await ministry.GetAsync($"{path}?after={read["last"]}")).Json!;

        Assert.Equal(TypesOf(all), TypesOf(read));
        Assert.Equal(
            ["id.go.kinerja.ranking.page.v1", "id.go.kinerja.ranking.published.v1"], TypesOf(read).Distinct().Order());
        var manifest = DataOf(read, "id.go.kinerja.ranking.published.v1");
        var page = DataOf(read, "id.go.kinerja.ranking.page.v1");
        Assert.Equal(
            (string?)manifest["pages"]![0]!["sha256"],
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(page.ToJsonString()))));
        Assert.Empty(rest["events"]!.AsArray());
        Assert.False((bool)rest["more"]!);

        Refused.Check(await Of("events.read").GetAsync(path), path, 403, "wrong-agency");
        Refused.Check(await Of("events.of.rankings").GetAsync(path), path, 403, "missing-scope");
        Refused.Check(await ministry.GetAsync($"{path}?after=-1"), path, 400, "invalid-field");
        Refused.Check(
            await ministry.GetAsync("/api/v1/agencies/tidak-ada/events"),
            "/api/v1/agencies/tidak-ada/events",
            404,
            "unknown-agency");
    }

    private static IEnumerable<string> TypesOf(JsonNode read) =>
        read["events"]!.AsArray().Select(one => (string)one!["type"]!);

    private static JsonNode DataOf(JsonNode read, string type) =>
        read["events"]!.AsArray().Single(one => (string?)one!["type"] == type)!["data"]!;

    private Api Of(params string[] scopes) => cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("kementerian-contoh", scopes));
}
