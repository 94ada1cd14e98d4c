using Kinerja.Host.Tests.Refusals;
using static Kinerja.Host.Tests.Files.PrintedAgency;
using static Kinerja.Host.Tests.Files.PrintTests;

namespace Kinerja.Host.Tests.Files;

/// <summary>Papers of what people decided: once it is decided, for whoever may read it, as it was decided.</summary>
[Collection(nameof(LaterCloud))]
public sealed class PrintedDecisionTests(CloudFixture cloud)
{
    private const string Revised =
        ""","revised":{"result":"above","behaviour":"meets","skpScore":110,"behaviourScore":90}""";

    [Fact]
    public async Task A_decision_on_an_objection_is_printed_once_it_is_made_with_both_sides_and_the_new_rating()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        await printed.RankAsync();
        var api = printed.Agency.Api;
        await Refused.GetAsync(api, $"{Objection}/print.html", 404, "unknown-objection");
        await printed.ObjectAsync("Belum <dihitung>.\nBaris kedua.");
        await Refused.GetAsync(api, $"{Objection}/print.html", 409, "not-decided");
        await printed.DecideAsync(Revised);
        await printed.ReachedAsync(2);

        var paper = await PrintAsync(api, $"{Objection}/print.html");
        var english = await PrintAsync(api, $"{Objection}/print.html", "en");

        Has(paper, "Keputusan atas keberatan", "Triwulan IV 2025", "Belum &lt;dihitung&gt;.&#xA;Baris kedua.",
            "Kata &lt;i&gt;ani-1&lt;/i&gt;.", "Kata &lt;i&gt;head-1&lt;/i&gt;.", "Keberatan dikabulkan; hasil diubah",
            "<td>Di atas ekspektasi</td>", "<td>110,00 · 90,00</td>", "Bukti &lt;u&gt;lengkap&lt;/u&gt;.",
            "<td>5 Januari 2026</td>", "<th scope=\"row\">Berlaku dalam revisi</th><td>2</td>");
        // The evaluation that came of it is still the rater's, whoever decided.
        Has(await PrintAsync(api, $"{printed.Root}/runs/{Period}/evaluations/ani-1/print.html"),
            "<td>ani-1</td><td>head-1</td><td>chief</td>", "<td>Baik</td>", "<td>104,00</td>", "(revisi 2)");
        Has(english, "The objection is upheld; the result is changed", "The decision is final (PP 30/2019 art. 59).");
        Assert.Equal(
            """
            {"decision":"changed","decidedOn":"2026-01-05","decidedById":"chief","result":"above","behaviour":"meets",
            "skpScore":"110.00","behaviourScore":"90.00"}
            """.ReplaceLineEndings(""),
            (await ProvenAsync(cloud, paper)).Claims["figures"]!.ToJsonString());
    }

    [Fact]
    public async Task A_result_that_is_kept_is_printed_so_and_a_withdrawn_objection_is_not()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        await printed.RankAsync();
        await printed.ObjectAsync("Belum.");
        await printed.Agency.Api.PostAsync($"{Objection}/withdrawal", "{}");
        await Refused.GetAsync(printed.Agency.Api, $"{Objection}/print.html", 409, "not-decided");
        Assert.Equal(201, (await printed.Agency.Api.PostAsync(
            Objection, """{"id":"keberatan-02","reason":"Sekali lagi."}""")).Status);
        await printed.DecideAsync("");

        var paper = await PrintAsync(printed.Agency.Api, $"{Objection}/print.html");

        Has(paper, "<td>Hasil tetap</td>", "Sekali lagi.");
        Assert.DoesNotContain("Di atas ekspektasi", paper, StringComparison.Ordinal);
        Assert.Equal("kept", (string?)(await ProvenAsync(cloud, paper)).Claims["figures"]!["decision"]);
    }

    [Fact]
    public async Task A_grant_letter_is_printed_of_what_was_granted_and_says_what_was_revoked_since()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        await printed.RankAsync();
        var (api, lists) = (printed.Agency.Api, $"{printed.Root}/grant-lists");
        string Letter(string person) => $"{lists}/{Period}/people/{person}/print.html";
        await Refused.GetAsync(api, Letter("budi"), 404, "unknown-grant-list");
        await printed.FinaliseAsync();
        var proposed = await api.PostAsync(
            lists, $$"""{"period":"{{Period}}","from":"2026-02-01","proposedById":"chief"}""");
        Assert.True(proposed.Status == 200, $"{proposed.Json}");
        await Refused.GetAsync(api, Letter("budi"), 409, "not-decided");
        await Refused.GetAsync(api, Letter("ani-1"), 404, "unknown-evaluation");
        var decided = await api.PostAsync(
            $"{lists}/{Period}/decisions",
            """{"decidedById":"head-1","approved":true,"reason":"Layak \u003Cem\u003E.","employeeIds":["budi"]}""");
        Assert.True(decided.Status == 200, $"{decided.Json}");

        var letter = await PrintAsync(api, Letter("budi"));
        Has(letter, "Surat pemberian penghargaan", "<td>Hari libur</td><td>2 hari</td><td>1 Februari 2026</td>"
            + "<td>30 April 2026</td><td>–</td>", "Layak &lt;em&gt;.", "<td>head-1</td>");
        Assert.Equal(
            """
            {"revision":"1","decidedOn":"2026-01-05","decidedById":"head-1","from":"2026-02-01","to":"2026-05-01",
            "daysOff":"2"}
            """.ReplaceLineEndings(""),
            (await ProvenAsync(cloud, letter)).Claims["figures"]!.ToJsonString());

        var revoked = await api.PostAsync(
            "/api/v1/employees/budi/entitlements/revocations",
            """{"kind":"dayOff","entitlementFrom":"2026-02-01","from":"2026-03-01","reason":"Pindah."}""");
        Assert.True(revoked.Status == 200, $"{revoked.Json}");
        Has(await PrintAsync(api, Letter("budi"), "en"), "<td>from 1 March 2026: Pindah.</td>");
    }

    [Fact]
    public async Task A_declined_grant_has_no_letter()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        await printed.RankAsync();
        await printed.FinaliseAsync();
        var (api, lists) = (printed.Agency.Api, $"{printed.Root}/grant-lists");
        await api.PostAsync(lists, $$"""{"period":"{{Period}}","from":"2026-02-01","proposedById":"chief"}""");
        var decided = await api.PostAsync(
            $"{lists}/{Period}/decisions", """{"decidedById":"head-1","approved":false,"reason":"Belum."}""");
        Assert.True(decided.Status == 200, $"{decided.Json}");

        await Refused.GetAsync(api, $"{lists}/{Period}/people/budi/print.html", 409, "not-decided");
    }

    [Fact]
    public async Task A_person_prints_the_own_papers_and_nobody_else_s_and_a_leader_those_below()
    {
        await using var printed = await PrintedAgency.RegisterAsync(cloud);
        await printed.RankAsync();
        string[] paths =
        [
            $"{printed.Root}/runs/{Period}/evaluations/ani-1/print.html",
            "/api/v1/employees/ani-1/attendance/2026-01/print.html",
        ];
        foreach (var path in paths)
        {
            foreach (var person in new[] { "ani-1", "head-1" })
            {
                await PrintAsync(PersonOf(printed, person), path);
            }

            await Refused.GetAsync(PersonOf(printed, "budi"), path, 403, "wrong-person");
            await Refused.GetAsync(
                cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(printed.Agency.Id, ["plans.read"])), path, 403,
                "missing-scope");
        }
    }

    private Api PersonOf(PrintedAgency printed, string person) => cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(
        printed.Agency.Id, ["results.read", "presence.read"], person: person));
}
