using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.Presence.CheckIns;

/// <summary>An agency's check-ins of a day with positions, for those with the right.</summary>
[Collection(nameof(CloudFixture))]
public sealed class DayCheckInTests(CloudFixture cloud)
{
    private const string Path = "/api/v1/check-ins";

    [Fact]
    public async Task A_day_is_listed_with_positions_and_narrowed_by_unit_and_helper()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/units", """
            {"units":[{"id":"gudang","name":"Gudang","zone":"Asia/Jayapura"}]}
            """);
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/employees", """
            {"employees":[{"id":"cici","unitId":"gudang","kind":"pns","raterId":"head-1"}]}
            """);
        await agency.Api.PostAsync(Path, agency.CheckIn("day-00001"));
        await agency.Api.PostAsync(
            Path, agency.CheckIn("day-00002", captured: "2026-01-05T09:00:00+09:00", position: null, kind: "midDay"));
        await agency.Api.PostAsync(Path, agency.CheckIn("day-00003", captured: "2026-01-04T07:30:00+09:00"));
        await agency.Api.PostAsync(Path, agency.CheckIn("day-00004", employee: "cici").Replace(
            "\"kind\"", "\"assistedById\":\"head-1\",\"kind\"", StringComparison.Ordinal));

        var all = await ListAsync("");
        Assert.Equal(["day-00001", "day-00002", "day-00004"], Ids(all).Order());
        var withFix = all.Single(c => (string?)c!["checkIn"]!["id"] == "day-00001")!;
        Assert.Equal(
            ("tu", 140.715), ((string?)withFix["unitId"], (double?)withFix["position"]!["longitude"]));
        Assert.Null(all.Single(c => (string?)c!["checkIn"]!["id"] == "day-00002")!["position"]);
        Assert.Equal(["day-00004"], Ids(await ListAsync("&unitId=gudang")));
        Assert.Equal(["day-00004"], Ids(await ListAsync("&assistedById=head-1")));
        Assert.Empty(await ListAsync("&unitId=tu&assistedById=head-1"));

        async Task<JsonArray> ListAsync(string filter)
        {
            var answer = await agency.Api.GetAsync(
                $"/api/v1/agencies/{agency.Id}/check-ins?date=2026-01-05{filter}");
            Assert.Equal(200, answer.Status);
            return answer.Json!["checkIns"]!.AsArray();
        }
    }

    [Fact]
    public async Task What_no_list_can_answer_is_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/check-ins";
        foreach (var (query, status, pointer) in new[]
        {
            ("", 400, "/date"), ("?date=2026-02-29", 400, "/date"), ("?date=2026-01-05&unitId=TU", 400, "/unitId"),
            ("?date=2026-01-05&cursor=x", 400, "/cursor"), ("?date=2026-01-05&unitId=nowhere", 404, null),
        })
        {
            var answer = await agency.Api.GetAsync(path + query);
            Assert.Equal((query, status), (query, answer.Status));
            Assert.Equal(pointer, answer.Pointers.SingleOrDefault());
        }

        var nowhere = await cloud.ApiOf("contoh-nowhere").GetAsync(
            "/api/v1/agencies/contoh-nowhere/check-ins?date=2026-01-05");
        var noRuns = await cloud.ApiOf("contoh-nowhere").GetAsync("/api/v1/agencies/contoh-nowhere/runs");
        Assert.All([nowhere, noRuns], a => Assert.Equal(
            (404, "urn:kinerja:problem:unknown-agency"), (a.Status, a.ProblemType)));
    }

    private static IEnumerable<string?> Ids(JsonArray list) => list.Select(c => (string?)c!["checkIn"]!["id"]);
}
