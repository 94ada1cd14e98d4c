using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;
using Kinerja.Host.Tests.Runs;

namespace Kinerja.Host.Tests.Objections;

/// <summary>
/// Two people, of whom one is in the top share, and objections that displace the other in turn: whose objection was
/// decided before objects to that change, once, until nothing changes any more.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class RepeatedObjectionTests(CloudFixture cloud)
{
    [Fact]
    public async Task Whose_objection_was_decided_objects_to_what_anothers_changed_and_to_nothing_else()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var (api, root) = (agency.Api, $"/api/v1/agencies/{agency.Id}");
        await OkAsync(api.PutAsync(root, """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2025-10-01"}"""));
        await OkAsync(api.PutAsync(
            $"{root}/policies/ranking/2025-10-01", """{"topPercent":50,"minimumCohort":2}"""));
        foreach (var (person, skp) in new[] { ("ani-1", 80), ("budi", 90) })
        {
            await OkAsync(api.PutAsync($"{root}/ratings/2025-Q4/{person}", $$"""
                {"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":{{skp}},"behaviourScore":90}
                """));
        }

        await using var worker = await LaterApp.OpenAsync(cloud, CloudFixture.Monday);
        await api.PostAsync($"{root}/runs", """{"period":"2025-Q4"}""");
        await WaitedRun.ReachedAsync(api, $"{root}/runs/2025-Q4", 1);
        await DecideAsync("budi", "satu", skp: null, revision: 1);
        await Refused.PostAsync(api, Of("budi"), Claim("budi", "lagi"), 409, "objection-filed");
        Assert.Empty(await ActsAsync("budi"));

        await DecideAsync("ani-1", "satu", skp: 100, revision: 2);
        Assert.Equal(["object"], await ActsAsync("budi"));
        Assert.Equal(200, (await api.PostAsync(Of("budi"), Claim("budi", "satu"))).Status);
        await DecideAsync("budi", "dua", skp: 110, revision: 3);
        await Refused.PostAsync(api, Of("budi"), Claim("budi", "tiga"), 409, "objection-filed");

        // Nothing of a decided objection is lost, and its id stays taken.
        await Refused.PostAsync(
            api, Of("budi"), Claim("budi", "satu", "Lain."), 422, "reused-id", "/id");
        var all = (await api.GetAsync($"{root}/objections/2025-Q4")).Json!["objections"]!.AsArray();
        Assert.Equal(
            ["keberatan-ani-1-satu changed 2", "keberatan-budi-dua changed 3", "keberatan-budi-satu kept "],
            all.Select(one => $"{one!["id"]} {one["state"]} {one["appliedInRevision"]}").Order());

        // Displaced in turn; but her rating is the chief's since the first decision, and nobody stands above the chief.
        await Refused.PostAsync(api, Of("ani-1"), Claim("ani-1", "dua"), 422, "no-superior");
        Assert.Equal(3, (int?)(await api.GetAsync($"{root}/runs/2025-Q4")).Json!["revision"]);

        async Task DecideAsync(string person, string name, int? skp, int revision)
        {
            var filed = await api.PostAsync(Of(person), Claim(person, name));
            Assert.True(filed.Status == 201, $"{filed.Status} {filed.Json}");
            foreach (var side in new[] { person, "head-1" })
            {
                await OkAsync(api.PostAsync(
                    Of(person) + "/statements", $$"""{"byId":"{{side}}","words":"Sudah."}"""));
            }

            var decision = new JsonObject { ["decidedById"] = "chief", ["reason"] = "Bukti." };
            if (skp is { } raised)
            {
                decision["revised"] = JsonNode.Parse(
                    $$"""{"result":"meets","behaviour":"meets","skpScore":{{raised}},"behaviourScore":90}""");
            }

            await OkAsync(api.PostAsync(Of(person) + "/decision", decision.ToJsonString()));
            await WaitedRun.ReachedAsync(api, $"{root}/runs/2025-Q4", revision);
        }

        async Task<IEnumerable<string?>> ActsAsync(string person) =>
            (await api.GetAsync($"/api/v1/employees/{person}/open-acts")).Json!["acts"]!.AsArray()
            .Where(act => (string?)act!["period"] == "2025-Q4").Select(act => (string?)act!["act"]);
    }

    private static string Of(string person) => $"/api/v1/employees/{person}/objections/2025-Q4";

    private static string Claim(string person, string name, string reason = "Belum dihitung.") =>
        $$"""{"id":"keberatan-{{person}}-{{name}}","reason":"{{reason}}","evidence":[]}""";

    private static async Task OkAsync(Task<Answer> call)
    {
        var answer = await call;
        Assert.True(answer.Status is 200 or 201, $"{answer.Status} {answer.Json}");
    }
}
