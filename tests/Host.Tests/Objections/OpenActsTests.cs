using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Runs;

namespace Kinerja.Host.Tests.Objections;

/// <summary>
/// What people can do about a result and until when, and what the revision changed. The clock stands on 5 January 2026.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class OpenActsTests(CloudFixture cloud)
{
    private const string OfAni = "/api/v1/employees/ani-1/objections/2025-Q4";

    [Fact]
    public async Task Everybody_learns_what_is_open_and_the_agency_what_a_revision_changed_and_for_whom()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var (api, root) = (agency.Api, $"/api/v1/agencies/{agency.Id}");
        await api.PutAsync(root, """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2025-10-01"}""");
        Assert.Equal(["rate until 2026-01-07 2"], await ActsAsync(api, "head-1"));
        foreach (var (person, skp) in new[] { ("ani-1", 80), ("budi", 90) })
        {
            var rated = await api.PutAsync($"{root}/ratings/2025-Q4/{person}", $$"""
                {"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":{{skp}},"behaviourScore":90}
                """);
            Assert.True(rated.Status == 200, $"{rated.Json}");
        }

        Assert.Empty(await ActsAsync(api, "head-1"));
        await using var worker = await LaterApp.OpenAsync(cloud, CloudFixture.Monday);
        await api.PostAsync($"{root}/runs", """{"period":"2025-Q4"}""");
        await WaitedRun.ReachedAsync(api, $"{root}/runs/2025-Q4", 1);
        Assert.Equal(["object until 2026-01-19"], await ActsAsync(api, "ani-1"));
        var me = (await api.GetAsync("/api/v1/me?employeeId=ani-1")).Json!;
        Assert.Equal(["object until 2026-01-19"], Shown(me["acts"]!.AsArray()));

        await api.PostAsync(OfAni, """{"id":"keberatan-ani","reason":"Belum dihitung.","evidence":[]}""");
        Assert.Equal(["beHeard until 2026-01-14", "withdraw"], await ActsAsync(api, "ani-1"));
        Assert.Contains("beHeard until 2026-01-14 ani-1", await ActsAsync(api, "head-1"));
        Assert.DoesNotContain(await ActsAsync(api, "chief"), act => act.StartsWith("decide", StringComparison.Ordinal));
        foreach (var side in new[] { "ani-1", "head-1" })
        {
            await api.PostAsync($"{OfAni}/statements", $$"""{"byId":"{{side}}","words":"Sudah."}""");
        }

        Assert.Contains("decide until 2026-01-26 ani-1", await ActsAsync(api, "chief"));
        await api.PostAsync($"{OfAni}/decision", """
            {"decidedById":"chief","reason":"Bukti.",
             "revised":{"result":"meets","behaviour":"meets","skpScore":110,"behaviourScore":90}}
            """);
        await WaitedRun.ReachedAsync(api, $"{root}/runs/2025-Q4", 2);
        Assert.Empty(await ActsAsync(api, "ani-1"));
        Assert.Equal(["object until 2026-01-19"], await ActsAsync(api, "budi"));

        var changes = (await api.GetAsync($"{root}/runs/2025-Q4/changes")).Json!;
        Assert.Equal(
            (2, 1, "keberatan-ani", 2, 0),
            ((int?)changes["revision"], (int?)changes["supersedes"], (string?)changes["cause"]!["objectionId"],
                (int?)changes["changed"], (int?)changes["predicateChanged"]));
        Assert.Equal(
            [("ani-1", 2, 1, true), ("budi", 1, 2, false)],
            changes["changes"]!.AsArray().Select(one => (
                (string?)one!["employeeId"], (int?)one["before"]!["place"], (int?)one["after"]!["place"],
                (bool)one["opensTerm"]!)));
        var first = (await api.GetAsync($"{root}/runs/2025-Q4/changes?revision=1")).Json!;
        Assert.Equal((0, null), ((int?)first["changed"], (int?)first["supersedes"]));
    }

    /// <summary>Of the quarter alone: what is open for the year is another matter.</summary>
    private static async Task<List<string>> ActsAsync(Api api, string person) =>
        Shown((await api.GetAsync($"/api/v1/employees/{person}/open-acts")).Json!["acts"]!.AsArray());

    private static List<string> Shown(JsonArray acts) => [.. acts
        .Where(act => (string?)act!["period"] == "2025-Q4")
        .Select(act => string.Join(' ', new[]
        {
            (string?)act!["act"], act["until"] is { } until ? $"until {until}" : null, (string?)act["employeeId"],
            act["count"]?.ToString(),
        }.OfType<string>()))];
}
