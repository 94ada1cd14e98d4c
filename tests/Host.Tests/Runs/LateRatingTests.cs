using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Runs;

/// <summary>A rating a day late, and a person without one, once the run has published.</summary>
[Collection(nameof(LaterCloud))]
public sealed class LateRatingTests(CloudFixture cloud)
{
    private const string Rating =
        """{"raterId":"head-1","result":"above","behaviour":"above","skpScore":110,"behaviourScore":110""";

    [Fact]
    public async Task A_rating_a_day_late_with_a_reason_makes_a_revision_and_one_truth()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var quarter = await PublishedWithBudiAloneAsync(agency);
        var (api, root) = (quarter.ApiOf(agency.Id), $"/api/v1/agencies/{agency.Id}");
        var path = $"{root}/ratings/2026-Q1/ani-1";

        await Refused.PutAsync(api, path, Rating + "}", 400, "invalid-field", "/reason");
        var late = await api.PutAsync(path, Rating + ",\"reason\":\"Penilai sakit.\"}");
        Assert.Equal((200, 1, true), (late.Status, (int?)late.Json!["version"], (bool?)late.Json["late"]));
        Assert.Equal(1, (await quarter.RankingOfAsync(agency.Id, revision: 2)).Supersedes!.Revision);
        Assert.Contains("ratingCameLate", await ToldAsync(api, "ani-1"));
        Assert.DoesNotContain("ratingCameLate", await ToldAsync(api, "head-1"));
        var events = (await api.GetAsync($"{root}/events?after=0")).Json!["events"]!.AsArray();
        Assert.Equal(
            ("ani-1", "head-1"),
            events.Where(one => (string?)one!["type"] == "id.go.kinerja.rating.late.v1")
                .Select(one => one!["data"]!).Select(d => ((string?)d["employeeId"], (string?)d["raterId"])).Single());
        await quarter.PublishedAsync(agency.Id);

        var ani = (await api.GetAsync($"{root}/runs/2026-Q1/evaluations/ani-1")).Json!;
        Assert.Equal((2, "veryGood", 1), ((int?)ani["revision"], (string?)ani["predicate"], (int?)ani["place"]));
        var again = await api.PutAsync(path, Rating + ",\"reason\":\"Penilai sakit.\"}");
        Assert.Equal((200, 1), (again.Status, (int?)again.Json!["version"]));
        Assert.Equal(2, (int?)(await api.GetAsync($"{root}/runs/2026-Q1")).Json!["revision"]);

        // Who has no rating objects; the superior rates, and every reader names the same version.
        var objection = await ObjectAsync(api, "budi");
        Assert.Equal((200, 3), (objection.Status, (int?)objection.Json!["appliedInRevision"]));
        await quarter.RankingOfAsync(agency.Id, revision: 3);
        await quarter.PublishedAsync(agency.Id);
        var budi = await api.GetAsync($"{root}/ratings/2026-Q1/budi");
        var versions = (await api.GetAsync($"{root}/ratings/2026-Q1/budi/versions")).Json!["versions"]!.AsArray();
        var evaluation = (await api.GetAsync($"{root}/runs/2026-Q1/evaluations/budi")).Json!;
        Assert.Equal((2, "chief", "keberatan-budi"), Truth(budi.Json!));
        Assert.Equal(
            [(1, "head-1", null), (2, "chief", "keberatan-budi")], versions.Select(v => Truth(v!)));
        Assert.Contains(
            evaluation["explanation"]!.AsArray(), step => (string?)step!["source"]!["en"] == "rating version 2");
        Assert.Equal((3, "veryGood"), ((int?)evaluation["revision"], (string?)evaluation["predicate"]));
        await Refused.PutAsync(
            api, $"{root}/ratings/2026-Q1/budi", Rating + ",\"reason\":\"Turun.\"}", 409, "objection-decided");
    }

    [Fact]
    public async Task Who_is_not_assessed_objects_and_the_superior_rates()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var quarter = await PublishedWithBudiAloneAsync(agency);
        var (api, root) = (quarter.ApiOf(agency.Id), $"/api/v1/agencies/{agency.Id}");
        var before = (await api.GetAsync($"{root}/runs/2026-Q1/evaluations/ani-1")).Json!;
        Assert.Equal("noRating", (string?)before["notAssessed"]);

        var decided = await ObjectAsync(api, "ani-1");
        Assert.Equal((200, 2), (decided.Status, (int?)decided.Json!["appliedInRevision"]));
        await quarter.RankingOfAsync(agency.Id, revision: 2);
        await quarter.PublishedAsync(agency.Id);
        var after = (await api.GetAsync($"{root}/runs/2026-Q1/evaluations/ani-1")).Json!;
        Assert.Equal((2, "veryGood", 1), ((int?)after["revision"], (string?)after["predicate"], (int?)after["place"]));
        Assert.Equal(
            (1, "chief", "keberatan-ani-1"), Truth((await api.GetAsync($"{root}/ratings/2026-Q1/ani-1")).Json!));
    }

    private async Task<PastQuarter> PublishedWithBudiAloneAsync(SmallAgency agency)
    {
        await agency.RateAsync("budi", "head-1", "meets", "meets", 90, 90);
        var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        await quarter.PublishedAsync(agency.Id);
        return quarter;
    }

    private static (int?, string?, string?) Truth(JsonNode rating) =>
        ((int?)rating["version"], (string?)rating["raterId"], (string?)rating["objectionId"]);

    private static async Task<IEnumerable<string?>> ToldAsync(Api api, string person) =>
        (await api.GetAsync($"/api/v1/employees/{person}/inbox")).Json!["items"]!.AsArray()
        .Select(item => (string?)item!["code"]);

    private static async Task<Answer> ObjectAsync(Api api, string person)
    {
        var path = $"/api/v1/employees/{person}/objections/2026-Q1";
        var filed = await api.PostAsync(
            path, $$"""{"id":"keberatan-{{person}}","reason":"Belum dihitung.","evidence":[]}""");
        Assert.Equal(201, filed.Status);
        foreach (var side in new[] { person, "head-1" })
        {
            await api.PostAsync($"{path}/statements", $$"""{"byId":"{{side}}","words":"Sudah."}""");
        }

        return await api.PostAsync($"{path}/decision", """
            {"decidedById":"chief","reason":"Bukti lengkap.","revised":{"result":"above","behaviour":"above","skpScore":115,"behaviourScore":115}}
            """);
    }
}
