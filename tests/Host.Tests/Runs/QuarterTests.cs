using System.Text.Json.Nodes;
using Kinerja.Local.Processes;

namespace Kinerja.Host.Tests.Runs;

[Collection(nameof(TimerCloud))]
public sealed class QuarterTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_quarter_goes_from_ratings_to_a_verified_ranking_on_the_bus()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/units/tu/performance/2026-Q1",
            """{"level":"outstanding","setById":"chief"}""");
        await agency.RateAsync("head-1", "chief", "meets", "above", 100, 100);
        await agency.RateAsync("ani-1", "head-1", "meets", "meets", 95.5m, 90);
        await agency.RateAsync("budi", "head-1", "meets", "below", 110, 120);

        await using var quarter = await PastQuarter.OpenAsync(cloud);
        var started = await quarter.StartRunAsync(agency.Id);
        Assert.Equal(202, started.Status);
        var ranking = await quarter.RankingOfAsync(agency.Id);
        var list = await quarter.ApiOf(agency.Id).GetAsync($"/api/v1/agencies/{agency.Id}/runs");
        var listed = Assert.Single(list.Json!["runs"]!.AsArray());

        Assert.Equal(("2026-Q1", 1), ((string?)listed!["period"], (int)listed["revision"]!));
        Assert.Empty(ranking.Faults());
        Assert.Equal(
            [(1, "head-1", "veryGood"), (2, "ani-1", "good"), (3, "budi", "poor")],
            ranking.Lines().Select(l => (l.Place, l.EmployeeId, l.Predicate)));
        Assert.Equal(1, ranking.Manifest.GetProperty("notAssessed").GetInt32());
        Assert.Equal(93.85m, ranking.Lines().ElementAt(1).Score);
    }

    [Fact]
    public async Task A_person_reads_how_the_predicate_came_about()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.RateAsync("ani-1", "head-1", "above", "above", 110, 115);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        await quarter.RankingOfAsync(agency.Id);

        var rated = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/runs/2026-Q1/evaluations/ani-1");
        var unrated = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/runs/2026-Q1/evaluations/budi");

        Assert.Equal(("veryGood", 1), ((string?)rated.Json!["predicate"], (int?)rated.Json["place"]));
        Assert.Contains("PermenPANRB 6/2022", rated.Json["explanation"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            "77.00 + 34.50 = 111.50, half up to a hundredth: 111.50.", (string?)rated.Json["explanation"]![5]!["en"]);
        Assert.Equal(
            "77,00 + 34,50 = 111,50, dibulatkan ke perseratus (setengah ke atas): 111,50.",
            (string?)rated.Json["explanation"]![5]!["id"]);
        Assert.Equal("111.50", (string?)rated.Json["explanation"]![5]!["parameters"]!["score"]);
        Assert.Contains(
            "1 assessed are fewer than 5", rated.Json["explanation"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            (0d, "distribution-2026.1", "objection-2026.1"),
            (
                (double?)rated.Json["percentRank"],
                (string?)rated.Json["distributionPolicy"],
                (string?)rated.Json["objectionPolicy"]));
        Assert.Equal("noRating", (string?)unrated.Json!["notAssessed"]);
        Assert.Null(unrated.Json["score"]);

        var text = await agency.Api.SendAsync(
            HttpMethod.Get,
            $"/api/v1/agencies/{agency.Id}/runs/2026-Q1/evaluations/ani-1",
            null,
            ("Accept", "text/plain, */*;q=0.5"),
            ("Accept-Language", "id"));
        Assert.StartsWith("Evaluasi kinerja ani-1, 2026-Q1, revisi 1", (string?)text.Json, StringComparison.Ordinal);
        Assert.Contains(
            "4. SKP: 110,00 × 70% = 77,00. [PP 30/2019 pasal 41]\n", (string?)text.Json, StringComparison.Ordinal);
        Assert.Equal(
            [
                "data yang dibekukan untuk revisi 1", "data yang dibekukan untuk revisi 1", "penilaian versi 1",
                "PP 30/2019 pasal 41", "PP 30/2019 pasal 41", "evaluation-2026.1",
                "PermenPANRB 6/2022; matriks permenpanrb-6-2022",
            ],
            ((string)text.Json!).Split('\n')[2..9].Select(line => line[(line.LastIndexOf('[') + 1)..^1]));
    }

    [Fact]
    public async Task Without_an_allowance_table_of_its_own_an_agency_gets_no_factor_and_a_plain_word()
    {
        const string Factor = "/api/v1/employees/ani-1/allowance-factor/2026-Q1";
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.RateAsync("ani-1", "head-1", "below", "meets", 80, 80);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        await quarter.PublishedAsync(agency.Id);

        var without = (await agency.Api.GetAsync(Factor)).Json!;
        await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/allowance/2026-01-01",
            """{"shipped":"allowance-luar-negeri-3-2025"}""");
        var with = (await agency.Api.GetAsync(Factor)).Json!;

        Assert.Equal(
            ("noPolicy", "needsImprovement", "2026-Q2"),
            ((string?)without["why"], (string?)without["predicate"], (string?)without["appliesTo"]));
        Assert.StartsWith("Tidak ada faktor:", (string?)without["words"]!["id"], StringComparison.Ordinal);
        Assert.Null(without["percent"] ?? without["table"] ?? without["basis"]);
        Assert.Equal((80m, "allowance-2026-01-01.1"), ((decimal?)with["percent"], (string?)with["table"]));
    }

    [Fact]
    public async Task A_table_dated_into_a_final_quarter_changes_no_allowance_of_it()
    {
        const string Factor = "/api/v1/employees/ani-1/allowance-factor/2026-Q1";
        var agency = await SmallAgency.RegisterAsync(cloud);
        var table = $"/api/v1/agencies/{agency.Id}/policies/allowance/";
        await agency.Api.PutAsync(table + "2026-01-01", """{"shipped":"allowance-luar-negeri-3-2025"}""");
        await agency.RateAsync("ani-1", "head-1", "meets", "meets", 100, 100);
        await using (var quarter = await PastQuarter.OpenAsync(cloud))
        {
            await quarter.StartRunAsync(agency.Id);
            await quarter.PublishedAsync(agency.Id);
        }

        await using var may = await LaterApp.OpenAsync(cloud, new(2026, 5, 4, 1, 0, 0, TimeSpan.Zero));
        await may.FinaliseAsync();
        await using var june = await LaterApp.OpenAsync(cloud, new(2026, 6, 1, 1, 0, 0, TimeSpan.Zero));
        var api = june.ApiOf(agency.Id);
        var other = """
            {"basis":"Lain","cycle":"quarter","percents":{"veryGood":50,"good":50,"needsImprovement":50,"poor":50,"veryPoor":50}}
            """;
        foreach (var from in new[] { "2026-01-01", "2026-02-01", "2026-03-31" })
        {
            var put = await api.PutAsync(table + from, other);
            Assert.True(put.Status == 200, $"{put.Json}");
        }

        var stated = (await api.GetAsync(Factor)).Json!;
        Assert.Equal("final", (string?)stated["runState"]);
        Assert.Equal((100m, "allowance-2026-01-01.1"), ((decimal?)stated["percent"], (string?)stated["table"]));
    }

    [Fact]
    public async Task Once_the_run_has_begun_its_ratings_are_frozen()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.RateAsync("budi", "head-1", "meets", "meets", 90, 90);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);

        var late = await agency.RateAsync("ani-1", "head-1", "above", "above", 110, 115);
        await quarter.RankingOfAsync(agency.Id);

        Assert.Equal((409, "urn:kinerja:problem:period-frozen"), (late.Status, late.ProblemType));
    }

    [Fact]
    public async Task The_official_JavaScript_client_receives_the_ranking_and_finds_it_whole()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.RateAsync("ani-1", "head-1", "above", "above", 110, 115);
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        await quarter.RankingOfAsync(agency.Id);

        var script = Path.Combine(RepositoryFolder.Local, "Ministry", "receive-ranking.mjs");
        await using var node = ChildProcess.Start("node", [script, cloud.Cloud.Bus.ConnectionString, agency.Id]);
        var code = await node.WaitForExitAsync();

        Assert.True(code == 0, node.Output);
        var told = JsonNode.Parse(node.Output)!;
        Assert.Equal("id.go.kinerja.ranking.published.v1", (string?)told["cloudEvent"]);
        Assert.Equal($"{agency.Id}_2026-Q1_r1_ranking_00000", (string?)told["id"]);
        Assert.Equal("ani-1", (string?)told["lines"]![0]!["employeeId"]);
    }

    [Fact]
    public async Task Leaders_read_the_calibration_pack_as_data_and_as_a_page()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/runs/2026-Q1/calibration";
        await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/units/tu/performance/2026-Q1", """{"level":"good","setById":"chief"}""");
        await agency.RateAsync("head-1", "chief", "meets", "above", 100, 100);
        await agency.RateAsync("ani-1", "head-1", "meets", "meets", 95.5m, 90);
        await agency.RateAsync("budi", "head-1", "meets", "meets", 110, 120);
        Assert.Equal((404, "urn:kinerja:problem:unknown-run"), await StatusOf(agency.Api.GetAsync(path)));
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        await quarter.StartRunAsync(agency.Id);
        await quarter.RankingOfAsync(agency.Id);

        var pack = (await agency.Api.GetAsync(path)).Json!;
        var page = await agency.Api.SendAsync(HttpMethod.Get, path + ".html", null, ("Accept-Language", "id"));
        var written = await agency.Api.PutAsync($"{path}/reasons/head-1", """{"reason":"Bukti lengkap."}""");
        var again = await agency.Api.PutAsync($"{path}/reasons/head-1", """{"reason":"Lain."}""", ifMatch: "\"7\"");

        Assert.Equal(
            ("tu", "breached", 2),
            ((string?)pack["units"]![0]!["unitId"], (string?)pack["units"]![0]!["standing"], (int?)pack["breaches"]));
        Assert.Equal("chief", (string?)pack["notAssessed"]![0]!["employeeId"]);
        Assert.Contains("Pejabat penilai", (string?)page.Json, StringComparison.Ordinal);
        Assert.Contains(
            "default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal((200, 1), (written.Status, (int?)written.Json!["version"]));
        Assert.Equal(412, again.Status);
        Assert.Equal(
            (422, "urn:kinerja:problem:nothing-rated"),
            await StatusOf(agency.Api.PutAsync($"{path}/reasons/budi", """{"reason":"Saya."}""")));
        await SeenByLeadersAsync(path, person => cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(
            agency.Id, ["results.read", "ratings.write"], person: person)));
    }

    /// <summary>The pack as a person's own token opens it: what is below, the own line, and no more.</summary>
    private static async Task SeenByLeadersAsync(string path, Func<string, Api> signedIn)
    {
        var head = signedIn("head-1");
        foreach (var shut in new[] { path, $"{path}?raterId=chief", $"{path}?raterId=head-1&raterId=chief" })
        {
            Assert.Equal((403, "urn:kinerja:problem:wrong-person"), await StatusOf(head.GetAsync(shut)));
        }

        var own = (await head.GetAsync($"{path}?raterId=head-1")).Json!;
        Assert.Equal("head-1", (string?)Assert.Single(own["raters"]!.AsArray())!["raterId"]);
        Assert.Empty(own["notAssessed"]!.AsArray());
        Assert.Equal(
            [("meets", "meets", "good", 2), ("meets", "above", "good", 1)],
            own["units"]![0]!["boxes"]!.AsArray().Where(box => (int)box!["people"]! > 0).Select(box => (
                (string?)box!["result"], (string?)box["behaviour"], (string?)box["predicate"], (int)box["people"]!)));
        var chief = (await signedIn("chief").GetAsync($"{path}?raterId=chief")).Json!;
        Assert.Equal(["chief", "head-1"], chief["raters"]!.AsArray().Select(one => (string?)one!["raterId"]));
        var staff = (await signedIn("ani-1").GetAsync($"{path}?raterId=ani-1")).Json!;
        Assert.Equal((0, 0), (staff["units"]!.AsArray().Count, staff["raters"]!.AsArray().Count));

        const string Reason = """{"reason":"Bukti lengkap."}""";
        Assert.Equal(200, (await head.PutAsync($"{path}/reasons/head-1", Reason)).Status);
        Assert.Equal(
            (403, "urn:kinerja:problem:wrong-person"),
            await StatusOf(head.PutAsync($"{path}/reasons/chief", Reason)));
    }

    private static async Task<(int, string?)> StatusOf(Task<Answer> call) =>
        await call is var answer ? (answer.Status, answer.ProblemType) : default;
}
