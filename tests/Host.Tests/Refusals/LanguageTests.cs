using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Files;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>What a refusal says, in the language that people prefer; English is what it has always been.</summary>
[Collection(nameof(CloudFixture))]
public sealed class LanguageTests(CloudFixture cloud)
{
    [Fact]
    public async Task Every_fault_of_a_body_is_told_in_the_callers_language()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        const string Body = """{"id":"x","agencyId":"A","employeeId":"ani-1","kind":"sit","capturedAt":"today"}""";

        await Both(
            agency.Api, HttpMethod.Post, "/api/v1/check-ins", Body, 400,
            ["8 to 64 letters, digits and hyphens are expected, and no NIP.",
                "2 to 32 lower-case letters, digits and hyphens are expected, no hyphen in front, and no NIP.",
                "A time with its offset is expected, such as 2026-01-05T07:30:00+07:00."],
            ["Diharapkan 8 sampai 64 huruf, angka, dan tanda hubung, dan bukan NIP.",
                "Diharapkan 2 sampai 32 huruf kecil, angka, dan tanda hubung, tidak diawali tanda hubung, dan bukan "
                    + "NIP.",
                "Diharapkan waktu dengan selisih zonanya, seperti 2026-01-05T07:30:00+07:00."]);
    }

    [Fact]
    public async Task Each_kind_of_refusal_is_told_in_the_callers_language()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        var colleague = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["inbox.read"], person: "budi"));
        var (get, put, post) = (HttpMethod.Get, HttpMethod.Put, HttpMethod.Post);
        const string Rating = """
            {"raterId":"head-1","result":"above","behaviour":"meets","skpScore":101.5,"behaviourScore":88}
            """;
        (Api Api, HttpMethod Method, string Path, string? Body, int Status, string English, string Indonesian)[] table =
        [
            (colleague, get, "/api/v1/employees/ani-1/inbox", null, 403,
                "budi is not above that person.", "budi bukan atasan orang itu."),
            (agency.Api, get, $"{root}/geofences/gudang", null, 404,
                "No geofence gudang is in force.", "Area gudang tidak berlaku."),
            (agency.Api, get, $"{root}/runs/2026-Q1", null, 404,
                "2026-Q1 has not been evaluated.", "2026-Q1 belum dievaluasi."),
            (agency.Api, post, $"{root}/runs", """{"period":"2029-Q1"}""", 422,
                "2029-Q1 is not over.", "2029-Q1 belum berakhir."),
            (agency.Api, put, $"{root}/ratings/2029-Q1/ani-1", Rating, 422,
                "2029-Q1 has not begun.", "2029-Q1 belum dimulai."),
            (agency.Api, get, "/api/v1/nowhere", null, 404,
                "GET /api/v1/nowhere is no operation of this API.", "GET /api/v1/nowhere bukan operasi API ini."),
            (agency.Api, put, $"{root}/ratings/2026-Q1/ani-1", """{"raterId":"head-1","skpScore":120.5}""", 400,
                "A score from 0 to 120 with at most two decimals is expected.",
                "Diharapkan nilai 0 sampai 120 dengan paling banyak dua desimal."),
        ];
        foreach (var (api, method, path, body, status, english, indonesian) in table)
        {
            await Both(api, method, path, body, status, [english], [indonesian]);
        }
    }

    [Fact]
    public async Task A_version_that_is_not_the_newest_is_told_in_the_callers_language()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/geofences/kantor";
        var fence = (await agency.Api.GetAsync(path)).Json!;
        fence["properties"]!["name"] = "Kantor lain";

        await Both(
            agency.Api, HttpMethod.Put, path, fence.ToJsonString(), 412,
            ["The current version of kantor is 1, or has just changed."],
            ["Versi area kantor saat ini adalah 1, atau baru saja berubah."], ("If-Match", "\"7\""));
    }

    [Fact]
    public async Task An_item_of_a_batch_and_of_a_collection_is_told_in_the_callers_language()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await Both(
            agency.Api, HttpMethod.Post, "/api/v1/check-ins/batch",
            $$"""{"checkIns":[{{agency.CheckIn("language-1", employee: "nobody-1")}}]}""", 207,
            ["No employee nobody-1 is registered in this agency.", "Not registered."],
            ["Pegawai nobody-1 tidak terdaftar di instansi ini.", "Belum terdaftar."]);
        await Both(
            agency.Api, HttpMethod.Post, $"/api/v1/agencies/{agency.Id}/geofences/import", """
                {"type":"FeatureCollection","features":[{"type":"Feature","id":"silang",
                  "properties":{"name":"Silang","kind":"office","zone":"Asia/Jayapura"},
                  "geometry":{"type":"Polygon","coordinates":[[[140,-2],[141,-3],[141,-2],[140,-3],[140,-2]]]}}]}
                """, 207,
            ["Self-intersection near longitude 140.5, latitude -2.5."],
            ["Garis batas memotong dirinya sendiri di dekat bujur 140,5, lintang -2,5."]);
    }

    [Fact]
    public async Task A_cells_fault_is_told_in_the_language_of_whoever_reads_the_preview()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var preview = await agency.PreviewAsync("ratings", ImportCalls.RatingHeadings
            + "2026-Q1,ani-1,head-1,above,meets,120.5,88,\r\n2026-Q1,budi,head-1,above,most,90,88,\r\n");
        var id = (string)preview.Json!["id"]!;

        Assert.Equal(
            ["A score from 0 to 120 with at most two decimals is expected.", "One of below, meets, above is expected."],
            TextsOf(await agency.RowsAsync("ratings", id)));
        Assert.Equal(
            ["Diharapkan nilai 0 sampai 120 dengan paling banyak dua desimal.",
                "Diharapkan salah satu dari below, meets, above."],
            TextsOf(await agency.RowsAsync("ratings", id, language: "id")));
    }

    private static IEnumerable<string?> TextsOf(List<JsonNode> rows) =>
        rows.SelectMany(row => row["faults"]!.AsArray()).Select(fault => (string?)fault!["text"]);

    private static async Task Both(
        Api api, HttpMethod method, string path, string? body, int status, string[] english, string[] indonesian,
        (string Name, string? Value) header = default)
    {
        (string, string?) also = header.Name is null ? ("X-None", null) : header;
        (string? Language, string[] Expected)[] cases =
            [(null, english), ("en", english), ("id", indonesian), ("id-ID,en;q=0.5", indonesian)];
        foreach (var (language, expected) in cases)
        {
            var answer = await api.SendAsync(method, path, body, also, ("Accept-Language", language));
            Assert.True(answer.Status == status, $"{path}: {answer.Status} {answer.Text}");
            var said = Refused.Said(answer.Json).Distinct().ToList();
            Assert.Empty(expected.Except(said).Select(missing => $"{missing} in {answer.Text}"));
        }
    }
}
