using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.Runs;

/// <summary>
/// An agency that follows PP 30/2019 by its own documents: predicates, distribution, places in units; and what another
/// policy would change.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class RunPolicyTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_run_is_evaluated_ranked_and_checked_by_the_agencys_own_documents_and_repeats_itself()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        await AdoptAsync(agency, "evaluation", """{"predicateRule":"pp30","skpPercent":60}""");
        await AdoptAsync(
            agency, "ranking", """{"topPercent":50,"minimumCohort":2,"newStaffMonths":0,"perUnit":true}""");
        await AdoptAsync(agency, "distribution", """{"pattern":"pp-30-2019"}""");
        await agency.RateAsync("ani-1", "head-1", "above", "above", 115, 115);
        await agency.Api.PutAsync($"{root}/ratings/2026-Q1/budi", """
            {"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":112,"behaviourScore":110,
             "newIdea":{"words":"Antrean lewat ponsel.","evidenceLink":"https://arsip.example.go.id/7"}}
            """);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        var started = await quarter.StartRunAsync(agency.Id);
        var ranking = await quarter.RankingOfAsync(agency.Id);

        Assert.Equal(
            ("evaluation-2026-01-01.1", "ranking-2026-01-01.1"),
            ((string?)started.Json!["evaluationPolicy"], (string?)started.Json["rankingPolicy"]));
        Assert.Equal(
            [(1, "budi", "veryGood", 111.2m), (2, "ani-1", "good", 115m)],
            ranking.Lines().Select(l => (l.Place, l.EmployeeId, l.Predicate, l.Score)));
        var page = (await agency.Api.GetAsync($"{root}/runs/2026-Q1/ranking")).Json!["lines"]!.AsArray();
        Assert.Equal([(1, "in"), (2, "out")], page.Select(l => ((int)l!["unitPlace"]!, (string?)l["topShare"])));
        var pack = (await agency.Api.GetAsync($"{root}/runs/2026-Q1/calibration")).Json!;
        Assert.Equal(("pp-30-2019", 1), ((string?)pack["policy"]!["pattern"], (int?)pack["units"]![0]!["assessed"]));
        Assert.Contains("without a new idea", await ExplanationAsync(agency, "ani-1"), StringComparison.Ordinal);
        Assert.Contains("arsip.example.go.id/7", await ExplanationAsync(agency, "budi"), StringComparison.Ordinal);

        var again = await agency.Api.SendAsync(HttpMethod.Post, $"{root}/runs/2026-Q1/rerun", null);
        Assert.Equal((true, 2), ((bool)again.Json!["equal"]!, again.Json["pages"]!.AsArray().Count));
        await MatrixAsync(agency, $"{root}/runs/2026-Q1/what-if");
    }

    [Fact]
    public async Task Lines_say_what_the_policy_releases_as_it_was_frozen()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        await PutClassAsync(8, "2026-01-01");
        await PutClassAsync(9, "2026-03-31");
        await PutClassAsync(10, "2026-04-01");
        await PutAniAsync("tu");
        await AdoptAsync(
            agency,
            "ranking",
            """{"minimumCohort":2,"releases":["unit","postCategory","employmentKind","postClass"]}""");
        await agency.RateAsync("ani-1", "head-1", "above", "above", 115, 115);
        await agency.RateAsync("budi", "head-1", "meets", "meets", 100, 100);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        await quarter.RankingOfAsync(agency.Id);
        await agency.Api.PutAsync(
            $"{root}/units", """{"units":[{"id":"baru","name":"Baru","zone":"Asia/Jayapura"}]}""");
        await PutAniAsync("baru");
        await PutClassAsync(16, "2026-01-01");
        await PutClassAsync(17, "2026-03-31");

        var lines = (await agency.Api.GetAsync($"{root}/runs/2026-Q1/ranking")).Json!["lines"]!.AsArray();
        var again = await agency.Api.SendAsync(HttpMethod.Post, $"{root}/runs/2026-Q1/rerun", null);
        var wrong = await agency.Api.PutAsync(
            $"{root}/policies/ranking/2026-01-01", """{"releases":["unit","none","nip"]}""");
        var export = (string?)(await agency.Api.GetAsync(
            $"{root}/exports/ranking/2026-Q1?format=jsonl")).Json;

        Assert.Equal([("ani-1", "tu", "medical-staff", 9, "pppk"), ("budi", "tu", null, null, "pns")], Released(lines));
        Assert.Equal(
            Released(lines),
            Released(export!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)))
                .Where(line => line.Kind is not null));
        Assert.True((bool)again.Json!["equal"]!);
        Assert.Equal(400, wrong.Status);
        Assert.Equal(
            ["/releases/1", "/releases/2"],
            wrong.Json!["errors"]!.AsArray().Select(e => (string?)e!["pointer"]));

        static IEnumerable<(string? Person, string? Unit, string? Category, int? Class, string? Kind)> Released(
            IEnumerable<JsonNode?> lines) => lines.Select(l => (
                (string?)l!["employeeId"], (string?)l["unitId"], (string?)l["postCategory"], (int?)l["postClass"],
                (string?)l["employmentKind"]));

        Task PutClassAsync(int postClass, string from) => agency.Api.PutAsync($"{root}/posts", $$"""
            {"posts":[
              {"id":"dokter","name":"Dokter","category":"medical-staff","class":{{postClass}},"from":"{{from}}"}]}
            """);

        Task PutAniAsync(string unit) => agency.Api.PutAsync($"{root}/employees", $$"""
            {"employees":[
              {"id":"ani-1","unitId":"{{unit}}","kind":"pppk","raterId":"head-1","postId":"dokter",
               "nip":"199009132025242014","from":"2026-01-01"}]}
            """);
    }

    /// <summary>By the matrix it is the other way round, and nothing of it is stored.</summary>
    private static async Task MatrixAsync(SmallAgency agency, string path)
    {
        var tried =
            (await agency.Api.PostAsync(path, """{"evaluation":{"predicateRule":"matrix","skpPercent":60}}""")).Json!;
        var none = await agency.Api.PostAsync(path, "{}");
        var unknown = await agency.Api.PostAsync(
            path.Replace("2026-Q1", "2025-Q4", StringComparison.Ordinal), """{"ranking":{"topPercent":10}}""");

        Assert.Equal(
            (2, 2, 2), ((int)tried["predicateChanged"]!, (int)tried["placeChanged"]!, (int)tried["topShareChanged"]!));
        Assert.Equal(
            [("ani-1", "good", "veryGood", 1), ("budi", "veryGood", "good", 2)],
            tried["changes"]!.AsArray().Select(c => (
                (string?)c!["employeeId"], (string?)c["before"]!["predicate"], (string?)c["after"]!["predicate"],
                (int)c["after"]!["place"]!)));
        Assert.Equal((400, "urn:kinerja:problem:invalid-field"), (none.Status, none.ProblemType));
        Assert.Equal((404, "urn:kinerja:problem:unknown-run"), (unknown.Status, unknown.ProblemType));
        Assert.Equal("good", (string?)(await EvaluationAsync(agency, "ani-1"))["predicate"]);
    }

    private static async Task<string> ExplanationAsync(SmallAgency agency, string person) =>
        (await EvaluationAsync(agency, person))["explanation"]!.ToJsonString();

    private static async Task<JsonNode> EvaluationAsync(SmallAgency agency, string person) =>
        (await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/runs/2026-Q1/evaluations/{person}")).Json!;

    private static async Task AdoptAsync(SmallAgency agency, string kind, string document)
    {
        var stored = await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/policies/{kind}/2026-01-01", document);
        Assert.True(stored.Status == 200, $"{kind}: {stored.Json}");
    }
}
