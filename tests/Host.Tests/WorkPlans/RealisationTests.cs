namespace Kinerja.Host.Tests.WorkPlans;

/// <summary>From a plan over its realisation to the achievement, as a leader sees it.</summary>
[Collection(nameof(CloudFixture))]
public sealed class RealisationTests(CloudFixture cloud)
{
    private const string Plans = "/api/v1/employees/ani-1/work-plans/2026-01-01";

    [Theory]
    [InlineData("text/*", "jv, id;q=0.5", "Capaian SKP")]
    [InlineData("text/plain", "su, en;q=0.4, id;q=0.5", "Capaian SKP")]
    [InlineData("text/plain", "jv, en;q=0.5, id;q=0.1", "SKP achievement")]
    [InlineData("text/plain", "id;q=0, *", "SKP achievement")]
    [InlineData("text/plain;q=0.4, application/json;q=0.5", "id", null)]
    [InlineData("text/*;q=0, */*", "id", null)]
    public async Task Of_the_kinds_and_languages_that_there_are_the_best_liked_comes(
        string accept, string language, string? begins)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var answer = await agency.Api.SendAsync(
            HttpMethod.Get, "/api/v1/employees/ani-1/skp-achievement/2026-Q1", null, ("Accept", accept),
            ("Accept-Language", language));
        Assert.Equal(begins is null ? "application/json" : "text/plain", answer.ContentType);
        Assert.StartsWith(begins ?? "{", begins is null ? "{" : (string)answer.Json!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_realised_becomes_an_achievement_with_its_steps_and_what_is_missing_is_not_zero()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync(Plans, Plan("iku-1"));
        var early = await agency.Api.PutAsync(Plans + "/realisations/2026-Q1", Realised(9));
        await AgreeAsync(agency.Api);

        var put = await agency.Api.PutAsync(Plans + "/realisations/2026-Q1", Realised(9));
        var again = await agency.Api.PutAsync(Plans + "/realisations/2026-Q1", Realised(9), "\"7\"");
        var stale = await agency.Api.PutAsync(Plans + "/realisations/2026-Q1", Realised(8), "\"7\"");
        var later = await agency.Api.PutAsync(Plans + "/realisations/2026-Q2", Realised(9));
        var foreign = await agency.Api.PutAsync(
            Plans + "/realisations/2026-Q1", Realised(9).Replace("rhk-1", "rhk-9", StringComparison.Ordinal));
        var link = await agency.Api.PutAsync(
            Plans + "/realisations/2026-Q1", Realised(9).Replace("https", "http", StringComparison.Ordinal));

        Assert.Equal(
            [409, 200, 200, 412, 422, 422, 400],
            new[] { early, put, again, stale, later, foreign, link }.Select(a => a.Status));
        Assert.Equal("urn:kinerja:problem:plan-not-agreed", early.ProblemType);
        Assert.Equal(["/results/0/resultId"], foreign.Pointers);
        Assert.Equal(["/results/0/evidence/0/url"], link.Pointers);
        var skp = await agency.Api.GetAsync("/api/v1/employees/ani-1/skp-achievement/2026-Q1");
        Assert.Equal(90m, (decimal?)skp.Json!["value"]);
        var steps = skp.Json["explanation"]!.AsArray();
        Assert.Equal(
            [
                ("indicatorMore", "rhk-1/mutu in 2026-Q1: 9 ÷ 10 × 100, not below 0 nor above 120: 90.00."),
                ("resultOfOne", "rhk-1: one indicator counts, 90.00."),
                (
                    "indicatorNotReported",
                    "rhk-2/mutu: no realisation of 2026-Q1, so it is left out and never a zero."),
                ("resultNotCounted", "rhk-2: no indicator could be counted."),
                ("planOfOne", "Plan from 2026-01-01: one main result counts, 90.00."),
                (
                    "resultsLeftOut",
                    "Plan from 2026-01-01: main results without a figure or a weight, left out and never a zero: 1."),
                ("skpOfOnePlan", "SKP: one plan counts, 90.00."),
            ],
            steps.Select(step => ((string?)step!["code"], (string?)step["en"])));
        Assert.Equal(
            """{"plan":"2026-01-01","result":"rhk-2","indicator":"mutu","quarters":"2026-Q1"}""",
            steps[2]!["parameters"]!.ToJsonString());
        var text = await agency.Api.SendAsync(
            HttpMethod.Get, "/api/v1/employees/ani-1/skp-achievement/2026-Q1", null, ("Accept", "text/plain"),
            ("Accept-Language", "id-ID, en;q=0.5"));
        Assert.StartsWith(
            "Capaian SKP ani-1, 2026-Q1\n\n"
            + "1. rhk-1/mutu pada 2026-Q1: 9 ÷ 10 × 100, paling sedikit 0 dan paling banyak 120: 90,00. "
            + "[PP 30/2019; SKP 2026-01-01 v1]\n2. rhk-1: satu indikator dihitung, 90,00. [SKP 2026-01-01 v1]\n",
            (string?)text.Json,
            StringComparison.Ordinal);
        var nothing = await agency.Api.GetAsync("/api/v1/employees/budi/skp-achievement/2026");
        Assert.Equal((null, "nothingCounted"), ((decimal?)nothing.Json!["value"], (string?)nothing.Json["why"]));
    }

    [Fact]
    public async Task A_leader_sees_the_roles_matrix_and_who_has_no_agreed_plan()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync(
            "/api/v1/employees/head-1/work-plans/2026-01-01",
            Plan(null).Replace("rhk-", "iku-", StringComparison.Ordinal)
            .Replace("\"ani-1\"", "\"head-1\"", StringComparison.Ordinal));
        var dangling = await agency.Api.PutAsync(Plans, Plan("iku-9"));
        await agency.Api.PutAsync(Plans, Plan("iku-1"));

        var matrix = await agency.Api.GetAsync("/api/v1/employees/head-1/roles-matrix?year=2026");
        var before = await agency.Api.GetAsync(
            $"/api/v1/agencies/{agency.Id}/missing-work-plans?raterId=head-1&year=2026");
        await AgreeAsync(agency.Api);
        var after = await agency.Api.GetAsync(
            $"/api/v1/agencies/{agency.Id}/missing-work-plans?raterId=head-1&year=2026");
        var past = await agency.Api.GetAsync(
            $"/api/v1/agencies/{agency.Id}/missing-work-plans?raterId=head-1&year=2025");

        Assert.Equal((422, "urn:kinerja:problem:unknown-result"), (dangling.Status, dangling.ProblemType));
        Assert.Equal(["ani-1", "budi"], matrix.Json!["people"]!.AsArray().Select(p => (string?)p));
        var column = matrix.Json["columns"]![0]!;
        Assert.Equal(("iku-1", "rhk-1"), ((string?)column["resultId"], (string?)column["cells"]![0]!["resultId"]));
        Assert.Equal("rhk-2", (string?)Assert.Single(matrix.Json["apart"]!.AsArray())!["resultId"]);
        Assert.Equal([("ani-1", 1, false), ("budi", null, false)], Missing(before));
        Assert.Equal([("budi", null, false)], Missing(after));
        Assert.Equal([("ani-1", null, true), ("budi", null, true)], Missing(past));
    }

    private static async Task AgreeAsync(Api api)
    {
        var agreed = await api.PostAsync(Plans + "/agreement", """{"agreedById":"head-1","version":1}""");
        Assert.Equal(200, agreed.Status);
    }

    private static IEnumerable<(string?, int?, bool)> Missing(Answer answer) =>
        answer.Json!["people"]!.AsArray().Select(
            p => ((string?)p!["employeeId"], (int?)p["draftedVersion"], (bool)p["overdue"]!));

    private static string Plan(string? serves) => $$"""
        {"byId":"ani-1","plan":{"results":[
          {"id":"rhk-1","kind":"main","words":"Layanan",{{(serves is null ? "" : $"\"servesId\":\"{serves}\",")}}"indicators":[{{Indicator}}]},
          {"id":"rhk-2","kind":"main","words":"Arsip","indicators":[{{Indicator}}]}]} }
        """;

    private const string Indicator = """
        {"id":"mutu","words":"Mutu","aspect":"quality","target":{"value":10,"unit":"nilai","direction":"moreIsBetter","counting":"latest"}}
        """;

    private static string Realised(int value) => $$"""
        {"results":[{"resultId":"rhk-1","figures":[{"indicatorId":"mutu","value":{{value}}} ],
         "evidence":[{"url":"https://arsip.example.go.id/1"},{"document":"ND-1/2026"}]}]}
        """;
}
