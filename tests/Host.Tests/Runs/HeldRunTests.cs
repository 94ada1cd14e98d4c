using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Runs;

/// <summary>A quarter in which nobody is rated, and what the first rating makes of it.</summary>
[Collection(nameof(LaterCloud))]
public sealed class HeldRunTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_quarter_with_nobody_rated_is_held_and_told_and_planned_by_its_first_rating()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        var (api, root) = (quarter.ApiOf(agency.Id), $"/api/v1/agencies/{agency.Id}");

        Assert.Equal((202, "held"), StateOf(await quarter.StartRunAsync(agency.Id)));
        Assert.Equal((202, "held"), StateOf(await quarter.StartRunAsync(agency.Id)));
        Assert.Equal((200, "held"), StateOf(await api.GetAsync($"{root}/runs/2026-Q1")));
        await Refused.GetAsync(api, $"{root}/runs/2026-Q1/ranking", 409, "ranking-not-ready");
        await Refused.GetAsync(api, $"{root}/runs/2026-Q1/evaluations/budi", 404, "unknown-evaluation");
        Assert.Equal(["ani-1", "budi", "chief", "head-1"], await MissingAsync(api, $"{root}/missing-ratings/2026-Q1"));
        Assert.Equal(
            ["ani-1", "budi"], await MissingAsync(api, $"{root}/missing-ratings/2026-Q1?raterId=head-1"));
        await Refused.GetAsync(
            api, $"{root}/missing-ratings/2026-Q1?raterId=siapa", 404, "unknown-employee", "/raterId");
        var inbox = (await api.GetAsync("/api/v1/employees/head-1/inbox")).Json!["items"]!.AsArray();
        Assert.Equal(("runHeld", 2), ((string?)inbox.Single()!["code"], (int?)inbox.Single()!["about"]!["count"]));

        var rated = await api.PutAsync(
            $"{root}/ratings/2026-Q1/budi",
            """{"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":90,"behaviourScore":90}""");
        Assert.Equal((200, null), (rated.Status, (bool?)rated.Json!["late"]));
        await quarter.StartRunAsync(agency.Id);
        var run = await quarter.PublishedAsync(agency.Id);
        Assert.Equal((1, 1), ((int?)run.Json!["revision"], (int?)run.Json["attempt"]));
        var asked = (await api.GetAsync("/api/v1/employees/head-1/inbox")).Json!["items"]!.AsArray()
            .Single(item => (string?)item!["code"] == "runHeld")!;
        Assert.Equal(run.Json["publishedAt"]!.GetValue<string>(), (string?)asked["endedAt"]);
        var budi = (await api.GetAsync($"{root}/runs/2026-Q1/evaluations/budi")).Json!;
        Assert.Equal(("good", 1), ((string?)budi["predicate"], (int?)budi["place"]));
        Assert.False((await api.GetAsync($"{root}/runs/2026-Q1/ranking")).Headers.Contains("Link"));
        await Refused.GetAsync(api, $"{root}/runs/2026-Q1/ranking?cursor=p2", 400, "invalid-field", "/cursor");
    }

    private static (int, string?) StateOf(Answer run) => (run.Status, (string?)run.Json!["state"]);

    private static async Task<IEnumerable<string?>> MissingAsync(Api api, string path) =>
        (await api.GetAsync(path)).Json!["people"]!.AsArray().Select(one => (string?)one!["employeeId"]);
}
