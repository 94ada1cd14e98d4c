using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;
using Kinerja.Local.Cloud;
using static Kinerja.Host.Tests.Files.PrintedAgency;

namespace Kinerja.Host.Tests.Files;

/// <summary>
/// Papers over HTTP: the figures of what answers JSON, in both languages, and a mark that anybody verifies.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class PrintTests(CloudFixture cloud)
{
    private const string Plan = "/api/v1/employees/ani-1/work-plans/2026-01-01";

    [Fact]
    public async Task An_evaluation_document_has_the_figures_of_the_evaluation_and_its_mark_proves_them()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        await printed.RankAsync();
        var (api, path) = (printed.Agency.Api, $"{printed.Root}/runs/{Period}/evaluations/ani-1");

        var json = (await api.GetAsync(path)).Json!;
        var paper = await PrintAsync(api, $"{path}/print.html");
        var english = await PrintAsync(api, $"{path}/print.html?revision=1", "en");

        Assert.Equal("good", (string?)json["predicate"]);
        Has(paper, "Triwulan IV 2025", "1 Oktober 2025 – 31 Desember 2025", "<td>Baik</td>", "<td>83,00</td>",
            "<td>2 / 2</td>", "<td>Sesuai ekspektasi</td>", "Terbit, belum final (revisi 1)");
        Has(english, "Quarter IV 2025", "<td>Good</td>", "<td>83.00</td>", "The rater&#x27;s superior",
            "<td>chief</td>");
        foreach (var step in json["explanation"]!.AsArray())
        {
            Has(english, Encoded($"{step!["en"]} [{step["source"]!["en"]}]"));
            Has(paper, Encoded($"{step["id"]} [{step["source"]!["id"]}]"));
        }

        var (claims, address) = await ProvenAsync(paper);
        Assert.StartsWith(
            new Uri(cloud.Address, "/console/periksa#").AbsoluteUri, address, StringComparison.Ordinal);
        Assert.Equal(
            ("urn:kinerja", "ani-1", printed.Agency.Id, "evaluation", Period),
            ((string?)claims["iss"], (string?)claims["sub"], (string?)claims["agency"], (string?)claims["print"],
                (string?)claims["of"]));
        Assert.Equal(
            """
            {"revision":"1","state":"published","result":"meets","behaviour":"meets","predicate":"good","score":"83.00",
            "place":"2/2"}
            """.ReplaceLineEndings(""),
            claims["figures"]!.ToJsonString());
    }

    [Fact]
    public async Task Whoever_was_not_assessed_has_a_document_that_says_why_and_no_figure()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        await printed.RankAsync();

        var paper = await PrintAsync(printed.Agency.Api, $"{printed.Root}/runs/{Period}/evaluations/chief/print.html");

        Has(paper, "Tidak dinilai: belum ada penilaian", "<td>–</td><td>–</td>");
        Assert.Equal(
            """{"revision":"1","state":"published","notAssessed":"noRating"}""",
            (await ProvenAsync(paper)).Claims["figures"]!.ToJsonString());
    }

    [Fact]
    public async Task Every_text_that_came_from_outside_is_escaped_and_names_stand_for_whoever_may_read_names()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        await printed.RankAsync();
        var path = $"{printed.Root}/runs/{Period}/evaluations/ani-1/print.html";
        var token = cloud.Cloud.Issuer.TokenFor(printed.Agency.Id, ["results.read"]);

        var named = await PrintAsync(printed.Agency.Api, path);
        var unnamed = await PrintAsync(cloud.ApiWith(token), path);

        Has(named, Encoded(Hostile), "Ani &lt;b&gt;Lestari&lt;/b&gt;");
        Assert.DoesNotContain("<b>", named, StringComparison.Ordinal);
        Assert.DoesNotContain("Lestari", unnamed, StringComparison.Ordinal);
        Has(unnamed, "<td>ani-1</td>", "……");
        Assert.DoesNotContain("Lestari", (await ProvenAsync(named)).Claims.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_work_plan_is_printed_with_its_targets_and_what_was_reported_of_the_version_that_counts()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        var api = printed.Agency.Api;
        await Refused.GetAsync(api, $"{Plan}/print.html", 404, "unknown-work-plan");
        await PutPlanAsync(api, 12.5m);
        Has(await PrintAsync(api, $"{Plan}/print.html"), "Versi 1: Rancangan; belum berlaku");
        await api.PostAsync($"{Plan}/agreement", """{"agreedById":"head-1","version":1,"words":"Sepakat <q>1</q>."}""");
        var reported = await api.PutAsync($"{Plan}/realisations/2026-Q1", """
            {"results":[{"resultId":"rhk-1","words":"Selesai","figures":[{"indicatorId":"mutu","value":9.25}]}]}
            """);
        Assert.True(reported.Status == 200, $"{reported.Json}");
        await PutPlanAsync(api, 14m, "Target naik.");

        var counts = await PrintAsync(api, $"{Plan}/print.html?version=1");
        var draft = await PrintAsync(api, $"{Plan}/print.html", "en");

        Has(counts, "1 Januari 2026 – 31 Desember 2026", "Versi 1: Disepakati", "Layanan &lt;cepat&gt; (Utama)",
            "<td>Mutu · Kualitas</td>", "<td>12,5 nilai</td>", "<td>2026-Q1: 9,25; 2026-Q1: Selesai</td>",
            "Akuntabel", "Teliti", "Sepakat &lt;q&gt;1&lt;/q&gt;.");
        Has(draft, "Version 2: Drafted; it does not count yet", "<td>14 nilai</td>");
        Assert.DoesNotContain("9.25", draft, StringComparison.Ordinal);
        Assert.Equal(
            """{"version":"1","state":"agreed","results":"1"}""",
            (await ProvenAsync(counts)).Claims["figures"]!.ToJsonString());
    }

    /// <summary>Of February 2026 the agency's own hours have no Ramadan.</summary>
    [Fact]
    public async Task An_attendance_sheet_says_which_hours_or_calendar_nobody_has_given()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        var api = printed.Agency.Api;
        var hours = await api.PutAsync($"/api/v1/agencies/{printed.Agency.Id}/policies/working-time/2026-02-01", """
            {"everybody":{"scheme":"fixed","week":[{"days":["monday"],"start":"07:30","end":"16:00"}]}}
            """);
        Assert.Equal(200, hours.Status);
        const string Sheets = "/api/v1/employees/ani-1/attendance";
        Has(
            await PrintAsync(api, $"{Sheets}/2026-02/print.html"),
            "Jam kerja Ramadan (", "2026) belum ditetapkan: jam kerja biasa dipakai.");
        Has(
            await PrintAsync(api, $"{Sheets}/2028-01/print.html", "en"),
            "Nobody has given a calendar (1 January 2028", "which days are off is not known.");
    }

    /// <summary>Monday 5 January 2026; of the days before, only Friday the second was worked.</summary>
    [Fact]
    public async Task An_attendance_sheet_has_a_row_a_day_and_the_sums_of_the_month()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        var api = printed.Agency.Api;
        await api.PostAsync("/api/v1/check-ins", printed.Agency.CheckIn(
            "cetak-0001", captured: "2026-01-05T07:42:00+09:00"));
        const string Month = "/api/v1/employees/ani-1/attendance/2026-01";

        var days = (await api.GetAsync(Month)).Json!["days"]!.AsArray();
        var paper = await PrintAsync(api, $"{Month}/print.html");
        var english = await PrintAsync(api, $"{Month}/print.html", "en");
        var future = await PrintAsync(api, "/api/v1/employees/ani-1/attendance/2026-02/print.html");

        Assert.Equal(("present", "07:42:00"), ((string?)days[4]!["status"], (string?)days[4]!["firstIn"]));
        Has(paper, "Januari 2026", "<td>05 Sen</td><td>Hadir</td><td>07.42</td>",
            "<td>02 Jum</td><td>Tanpa catatan</td>", "<td>01 Kam</td><td>Libur</td>", "Hari libur nasional.");
        Has(english, "<td>05 Mon</td><td>Present</td><td>07:42</td>", "A public holiday.");
        Has(future, "Bulan ini belum dimulai.");
        Assert.Equal(days.Count, paper.Split("<tr class=\"off\">").Length - 1 + paper.Split("<tr><td>0").Length - 1);
        Assert.Equal(
            """
            {"through":"2026-01-05","workingDays":"2","presentDays":"1","excusedDays":"0","noRecordDays":"1",
            "reviewDays":"0","lateMinutes":"12","earlyMinutes":"0"}
            """.ReplaceLineEndings(""),
            (await ProvenAsync(paper)).Claims["figures"]!.ToJsonString());
        await Refused.GetAsync(
            api, "/api/v1/employees/tiada/attendance/2026-01/print.html", 404, "unknown-employee", "/employeeId");
    }

    [Fact]
    public async Task A_changed_mark_and_a_receipt_of_the_same_key_prove_nothing()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        var api = printed.Agency.Api;
        var paper = await PrintAsync(api, "/api/v1/employees/budi/attendance/2026-01/print.html");
        var address = PaperMark.Read(paper);
        var keys = (await cloud.ApiWith(null).GetAsync("/api/v1/receipt-keys")).Json!;
        var receipt = (string)(await api.PostAsync("/api/v1/check-ins", printed.Agency.CheckIn("cetak-0002")))
            .Json!["receipt"]!;

        Assert.NotNull(PaperMark.Open(address, keys));
        Assert.Null(PaperMark.Open($"x#{receipt}", keys));
        var parts = address.Split('.');
        for (var i = 0; i < parts[^2].Length; i += 17)
        {
            var changed = parts[^2][..i] + (parts[^2][i] == 'A' ? 'B' : 'A') + parts[^2][(i + 1)..];
            Assert.Null(PaperMark.Open(string.Join('.', [.. parts[..^2], changed, parts[^1]]), keys));
        }
    }

    [Fact]
    public async Task The_console_s_pages_let_in_the_style_of_papers_by_its_hash_and_no_other()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        var paper = await PrintAsync(printed.Agency.Api, "/api/v1/employees/budi/attendance/2026-01/print.html");
        var style = paper.Split("<style>")[1].Split("</style>")[0];
        using var http = new HttpClient { BaseAddress = cloud.Address };
        using var page = await http.GetAsync("/console/periksa");

        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains(
            $"style-src 'self' 'sha256-{hash}';", page.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_console_is_switched_off_the_mark_leads_to_the_keys()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        using var folder = new TempFolder();
        await using var app = await FunctionApp.StartAsync(
            cloud.Cloud.OptionsFor(new ReplayClock(CloudFixture.Monday)) with
            {
                StateFolder = folder.Path,
                ConsoleClientId = "",
                Settings = CloudFixture.WithoutTimers,
            },
            CancellationToken.None);
        var api = new Api(app.Address, cloud.Cloud.Issuer.TokenFor(printed.Agency.Id));

        var (_, address) = await ProvenAsync(
            await PrintAsync(api, "/api/v1/employees/budi/attendance/2026-01/print.html"));

        Assert.StartsWith(
            new Uri(app.Address, "/api/v1/receipt-keys#").AbsoluteUri, address, StringComparison.Ordinal);
    }

    /// <summary>What is drawn is what is linked, and what the published keys signed.</summary>
    private Task<(JsonNode Claims, string Address)> ProvenAsync(string paper) => ProvenAsync(cloud, paper);

    internal static async Task<(JsonNode Claims, string Address)> ProvenAsync(CloudFixture cloud, string paper)
    {
        var address = PaperMark.Read(paper);
        Assert.Equal(PaperMark.Link(paper), address);
        var claims = PaperMark.Open(address, (await cloud.ApiWith(null).GetAsync("/api/v1/receipt-keys")).Json!);
        Assert.NotNull(claims);
        return (claims, address);
    }

    internal static void Has(string paper, params string[] texts) =>
        Assert.All(texts, text => Assert.Contains(text, paper, StringComparison.Ordinal));

    internal static string Encoded(string text) =>
        System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text);

    private static async Task PutPlanAsync(Api api, decimal target, string? reason = null)
    {
        var why = reason is null ? "" : $"\"reason\":\"{reason}\",";
        var put = await api.PutAsync(Plan, FormattableString.Invariant($$"""
            {"byId":"ani-1",{{why}}"plan":{"results":[
              {"id":"rhk-1","kind":"main","words":"Layanan <cepat>","indicators":[
                {"id":"mutu","words":"Mutu","aspect":"quality",
                 "target":{"value":{{target}},"unit":"nilai","direction":"moreIsBetter","counting":"latest"} }]}],
              "behaviour":[{"value":"accountable","words":"Teliti"}],
              "annex":{"support":["Laptop"],"accountability":["Laporan"],"consequences":[]} } }
            """));
        Assert.True(put.Status == 200, $"{put.Json}");
    }
}
