using Kinerja.Host.Tests.Refusals;
using Kinerja.Shared;

namespace Kinerja.Host.Tests.Intake;

/// <summary>Apps that were not written for this API post what they always posted.</summary>
[Collection(nameof(CloudFixture))]
public sealed class IntakeTests(CloudFixture cloud)
{
    private const string Path = "/api/v1/intake/presensi";
    private const string Notes = "/api/v1/intake/umpan-balik";
    private const string Office = "-2.5350, 140.7150";

    [Fact]
    public async Task An_apps_own_body_is_a_check_in_and_sent_again_it_changes_nothing()
    {
        var agency = await AdoptedAsync();

        var first = await agency.Api.PostAsync(Path, Body("07:58:00", Record("ANI-1", "MASUK", "07:31:12")));
        var rows = await StoredRows.OfAsync(cloud, agency.Id);
        var again = await agency.Api.PostAsync(Path, Body("07:59:30", Record("ANI-1", "MASUK", "07:31:12")));

        Assert.Equal((201, 200), (first.Status, again.Status));
        Assert.Equal(
            ("ani-1", "in", "inside", "2026-01-05T09:31:12+09:00"),
            ((string?)first.Json!["employeeId"], (string?)first.Json["kind"], (string?)first.Json["placement"],
                (string?)first.Json["timeThatCounts"]));
        Assert.True((bool)again.Json!["replayed"]!);
        Assert.Equal((string?)first.Json["id"], (string?)again.Json["id"]);
        Assert.Equal(rows, await StoredRows.OfAsync(cloud, agency.Id));
    }

    [Fact]
    public async Task A_list_is_answered_record_by_record_and_a_refusal_names_the_apps_own_member()
    {
        var agency = await AdoptedAsync();
        var records = string.Join(
            ',',
            Record("ANI-1", "MASUK", "07:31:12"),
            Record("ANI-1", "IZIN", "07:31:12"),
            Record("SIAPA-1", "MASUK", "07:31:12"),
            Record("BUDI", "MASUK", "7:31"),
            Record("BUDI", "MASUK", "07:40:00", place: "-2.5350"),
            Record("BUDI", "MASUK", "07:40:00", place: "-92.5, 140.7"),
            Record("BUDI", "MASUK", "07:40:00", day: "05/12/2025"),
            Record("BUDI", "MASUK", "07:40:00"),
            "7");

        var answer = await agency.Api.PostAsync(Path, Body("07:58:00", $"[{records}]"));

        Assert.Equal(207, answer.Status);
        var items = answer.Json!["items"]!.AsArray();
        Assert.Equal([201, 400, 404, 400, 400, 400, 422, 201, 400], items.Select(i => (int)i!["status"]!));
        Assert.Equal(
            [
                "/data/1/jenis", "/data/2/pegawai", "/data/3/waktu", "/data/4/koordinat", "/data/5/koordinat",
                "/data/6/waktu", "/data/8",
            ],
            items.Select(i => i!["problem"]?["errors"]?.AsArray()).OfType<System.Text.Json.Nodes.JsonArray>()
                .Select(errors => string.Join(' ', errors.Select(e => (string?)e!["pointer"]))));
    }

    [Fact]
    public async Task An_apps_notes_are_feedback_each_stored_once()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await IntakeSetup.AdoptAsync(agency.Api, agency.Id, IntakeExample.FeedbackPolicy);
        var notes = $"[{Note(17, "head-1")},{Note(18, "siapa-1")},{Note(19, "ani-1")},{Note(20, "budi", "rekan")}]";

        var first = await agency.Api.PostAsync(Notes, notes);
        var again = await agency.Api.PostAsync(Notes, notes);
        var alone = await agency.Api.PostAsync(Notes, Note(17, "head-1"));

        Assert.Equal([201, 404, 422, 201], first.Json!["items"]!.AsArray().Select(i => (int)i!["status"]!));
        Assert.Equal([200, 404, 422, 200], again.Json!["items"]!.AsArray().Select(i => (int)i!["status"]!));
        Assert.Equal("/1/dari", (string?)first.Json["items"]![1]!["problem"]!["errors"]![0]!["pointer"]);
        Assert.Equal((200, "umpan-17"), (alone.Status, (string?)alone.Json!["id"]));
    }

    [Fact]
    public async Task What_no_mapping_reads_and_a_policy_that_fails_its_sample_are_refused()
    {
        var agency = await AdoptedAsync();
        var policy = IntakeExample.Policy;
        policy["mappings"]![0]!["samples"]![0]!["gives"]![0]!["kind"] = "in";
        var many = string.Join(',', Enumerable.Repeat("{}", 1001));
        var api = agency.Api;

        await Refused.PostAsync(api, "/api/v1/intake/lain", Body("07:58:00", "{}"), 404, "unknown-mapping");
        await Refused.PostAsync(api, "/api/v1/intake/Presensi", "{}", 400, "invalid-field", "/mapping");
        await Refused.PostAsync(api, Path, """{"dikirim":"05/01/2026 07:58:00"}""", 400, "invalid-field", "/data");
        await Refused.PostAsync(api, Path, Body("07:58:00", "[]"), 400, "invalid-field", "/data");
        await Refused.PostAsync(api, Path, Body("07:58:00", $"[{many}]"), 413, "batch-too-large");
        await Refused.PostAsync(api, Path, """{"data":{},"data":{}}""", 400, "invalid-body", "/data");
        await Refused.PostAsync(
            api, Path, Body("07:58:00", Record("ANI-1", "IZIN", "07:31:12")), 400, "invalid-field", "/data/jenis");
        await Refused.PutAsync(
            api, $"/api/v1/agencies/{agency.Id}/policies/intake/2026-01-06", policy.ToJsonString(), 400,
            "invalid-field", "/mappings/0/samples/0/gives/0/kind");
        await Refused.PostAsync(cloud.ApiOf("belum-ada"), Path, Body("07:58:00", "{}"), 404, "unknown-agency");
    }

    [Fact]
    public async Task A_mapping_holds_from_its_first_day_on()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await IntakeSetup.AdoptAsync(agency.Api, agency.Id, from: "2026-01-06");

        await Refused.PostAsync(
            agency.Api, Path, Body("07:58:00", Record("ANI-1", "MASUK", "07:31:12")), 404, "unknown-mapping");
    }

    private async Task<SmallAgency> AdoptedAsync()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await IntakeSetup.AdoptAsync(agency.Api, agency.Id);
        return agency;
    }

    /// <summary>The phones of the example run by Jakarta's clock; it is 08:00 there.</summary>
    private static string Body(string sent, string data) =>
        $$"""{"versi":"3.2","dikirim":"05/01/2026 {{sent}}","data":{{data}}}""";

    private static string Record(
        string person, string kind, string time, string place = Office, string day = "05/01/2026") =>
        $$"""
        {"pegawai":"{{person}}","jenis":"{{kind}}","waktu":"{{day}} {{time}}","koordinat":"{{place}}","akurasi_km":0.01}
        """;

    private static string Note(int number, string giver, string role = "atasan") =>
        $$"""
        {"nomor":{{number}},"dari":"{{giver}}","untuk":"ani-1","sebagai":"{{role}}","nilai":"hasil","bintang":2,
         "catatan":"Berkas selesai."}
        """;
}
