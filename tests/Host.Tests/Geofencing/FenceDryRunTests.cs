using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Geofencing;

/// <summary>Fences by the collection, and dry runs of positions and fences, over HTTP.</summary>
[Collection(nameof(CloudFixture))]
public sealed class FenceDryRunTests(CloudFixture cloud)
{
    private const string Square = "[[140.72,-2.54],[140.721,-2.54],[140.721,-2.539],[140.72,-2.539],[140.72,-2.54]]";
    private const string Bowtie = "[[140.72,-2.54],[140.721,-2.539],[140.721,-2.54],[140.72,-2.539],[140.72,-2.54]]";

    [Fact]
    public async Task A_bad_feature_of_an_import_is_told_in_its_place_and_spoils_nothing_else()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}/geofences";
        var body = Collection(
            Feature("aula", Square), Feature("silang", Bowtie), Feature("", Square), Feature("aula", Square), "7");

        var first = await agency.Api.PostAsync(root + "/import", body);
        var again = await agency.Api.SendAsync(HttpMethod.Post, root + "/import", body, ("Accept-Language", "id"));

        Assert.Equal((207, 207), (first.Status, again.Status));
        Assert.Equal([201, 400, 400, 400, 400], Items(first).Select(i => (int)i["status"]!));
        Assert.Equal([200, 400, 400, 400, 400], Items(again).Select(i => (int)i["status"]!));
        Assert.Equal(
            ["/features/1/geometry", "/features/2/id", "/features/3/id", "/features/4/id"],
            Items(first).Skip(1).Select(i => (string?)i["problem"]!["errors"]![0]!["pointer"]));
        Assert.NotEqual((string?)Items(first)[1]["problem"]!["title"], (string?)Items(again)[1]["problem"]!["title"]);
        Assert.Equal(200, (await agency.Api.GetAsync(root + "/aula")).Status);
        await Refused.GetAsync(agency.Api, root + "/silang", 404, "unknown-geofence");
    }

    [Fact]
    public async Task A_position_is_tried_for_one_person_or_for_anybody()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/geofences/test";
        await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/geofences/ruang-budi",
            Feature("ruang-budi", Square)
                .Replace("\"zone\"", "\"employees\":[\"budi\"],\"zone\"", StringComparison.Ordinal));

        var ani = await agency.Api.PostAsync(path, Position(""","employeeId":"ani-1" """));
        var anybody = await agency.Api.PostAsync(path, Position(""));

        Assert.Equal(
            ("inside", "kantor"),
            ((string?)ani.Json!["best"]!["placement"], (string?)ani.Json["best"]!["fence"]!["id"]));
        Assert.Equal((1, 1), ((int)ani.Json["applyingCount"]!, (int)ani.Json["notApplyingCount"]!));
        Assert.Equal("otherPeople", (string?)ani.Json["notApplying"]![0]!["exclusions"]![0]!["code"]);
        Assert.Equal(2, (int)anybody.Json!["applyingCount"]!);
    }

    [Fact]
    public async Task A_position_beyond_use_is_tried_and_not_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/geofences/test";
        async Task<JsonNode> TryAsync(string accuracy)
        {
            var answer = await agency.Api.PostAsync(
                path,
                Position(""","employeeId":"ani-1" """).Replace("10}", accuracy + "}", StringComparison.Ordinal));
            Assert.Equal(200, answer.Status);
            return answer.Json!;
        }

        foreach (var accuracy in new[] { "10001", "100001", "1.7e308" })
        {
            var trial = await TryAsync(accuracy);
            Assert.Equal(
                ("unknown", "accuracyUnusable", "unknown"),
                ((string?)trial["best"]!["placement"], (string?)trial["reason"]!["code"],
                    (string?)trial["applying"]![0]!["verdict"]!["placement"]));
            Assert.True((double)trial["applying"]![0]!["verdict"]!["signedDistanceMetres"]! < 0);
        }

        Assert.Equal("insideFence", (string?)(await TryAsync("10"))["reason"]!["code"]);
    }

    [Fact]
    public Task Trials_of_nobody_nowhere_and_never_are_refused() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var root = $"/api/v1/agencies/{agency.Id}/geofences";
        await Refused.PostAsync(agency.Api, root + "/test", "{}", 400, "invalid-field", "/position", "/at");
        await Refused.PostAsync(
            agency.Api,
            root + "/test",
            Position(""","employeeId":"nobody" """),
            404,
            "unknown-employee",
            "/employeeId");
        await Refused.PostAsync(
            agency.Api, root + "/kantor/test", Trial(Square, "kemarin", "2026-01-06"), 400, "invalid-field", "/from");
        await Refused.PostAsync(
            agency.Api, root + "/kantor/test", Trial(Square, "2026-01-05", "2026-01-05"), 400, "invalid-field", "/to");
        await Refused.PostAsync(
            agency.Api, root + "/kantor/test", Trial(Square, "2026-01-05", "2026-02-06"), 400, "invalid-field", "/to");
        await Refused.PostAsync(
            agency.Api, root + "/kantor/test", Trial(Square, "9998-12-31", "9999-12-31"), 400, "invalid-field", "/to");
        await Refused.PostAsync(
            agency.Api,
            root + "/kantor/test",
            Trial(Bowtie, "2026-01-05", "2026-01-06"),
            400,
            "invalid-geofence",
            "/feature/geometry");
    });

    [Fact]
    public async Task A_moved_fence_tells_whose_verdict_would_turn_and_moves_nothing()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var fence = $"/api/v1/agencies/{agency.Id}/geofences/kantor";
        await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn("checkin-0001"));

        var report = await agency.Api.PostAsync(fence + "/test", Trial(Square, "2026-01-05", "2026-01-06"));
        var later = await agency.Api.PostAsync(fence + "/test", Trial(Square, "2026-01-06", "2026-01-07"));

        Assert.Equal(
            (1, 1, 0, true),
            ((int)report.Json!["judgedCount"]!, (int)report.Json["changedCount"]!,
                (int)report.Json["nearestChangedCount"]!, (bool)report.Json["complete"]!));
        var change = Assert.Single(report.Json["changes"]!.AsArray())!;
        Assert.Equal(
            ("checkin-0001", "inside", "outside"),
            ((string?)change["checkInId"], (string?)change["from"]!["placement"], (string?)change["to"]!["placement"]));
        Assert.Equal(0, (int)later.Json!["judgedCount"]!);
        Assert.Equal("\"1\"", (await agency.Api.GetAsync(fence)).Headers.ETag!.Tag);
    }

    private static List<JsonNode> Items(Answer answer) => [.. answer.Json!["items"]!.AsArray().Select(i => i!)];

    private static string Collection(params string[] features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    private static string Position(string person) =>
        $$"""{"position":{{SmallAgency.InTheOffice}},"at":"2026-01-05T07:30:00+09:00"{{person}}}""";

    private static string Trial(string ring, string from, string to) =>
        $$"""{"feature":{{Feature("kantor", ring)}},"from":"{{from}}","to":"{{to}}"}""";

    private static string Feature(string id, string ring) => $$$"""
        {"type":"Feature","id":"{{{id}}}","properties":{"name":"Aula","kind":"office","zone":"Asia/Jayapura"},
         "geometry":{"type":"Polygon","coordinates":[{{{ring}}}]}}
        """;
}
