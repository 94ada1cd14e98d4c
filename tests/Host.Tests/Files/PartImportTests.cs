using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Application.Files.Imports;
using Kinerja.Application.Geofencing;
using Kinerja.Domain;
using Kinerja.Host.Tests.Refusals;
using Microsoft.Extensions.DependencyInjection;
using static Kinerja.Host.Tests.Files.ImportCalls;

namespace Kinerja.Host.Tests.Files;

/// <summary>
/// Lists of raters, of assignments and of days off over HTTP, and what happens when many files come at once. The clock
/// stands on 5 January 2026.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class PartImportTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_list_of_person_rater_and_day_changes_raters_alone()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var before = await PersonAsync(agency, "budi", "2026-02-01");

        var preview = await agency.PreviewAsync(
            "people",
            "Pegawai;Pejabat penilai;Berlaku mulai\r\nbudi;chief;01/02/2026\r\nsiapa;chief;01/02/2026\r\n");
        var id = (string)preview.Json!["id"]!;
        var rows = await agency.RowsAsync("people", id, language: "id");
        var ended = await agency.ApplyAsync("people", id, "good");

        Assert.Equal("""{"all":2,"new":0,"changed":1,"unchanged":0,"faulty":1}""", Counts(preview.Json));
        Assert.Equal(
            """["unitId","kind","active","postId","startedOn","discipline","endedOn"]""",
            preview.Json["keptColumns"]!.ToJsonString());
        Assert.Equal(
            """[{"column":"raterId","heading":"Pejabat penilai","from":"head-1","to":"chief"}]""",
            rows[0]["changes"]!.ToJsonString());
        Assert.Equal(
            """[{"column":"id","heading":"Pegawai","code":"unknown-employee","text":"Belum terdaftar."}]""",
            rows[1]["faults"]!.ToJsonString());
        Assert.Equal("""{"finished":2,"done":1,"moved":0,"refused":0,"leftOut":1}""", Progress(ended));
        var after = await PersonAsync(agency, "budi", "2026-02-01");
        before["raterId"] = "chief";
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        Assert.Equal("head-1", (string?)(await PersonAsync(agency, "budi", "2026-01-31"))["raterId"]);
    }

    /// <summary>What a form sends: one row, whose faults stand at its columns, in the reader's language.</summary>
    [Fact]
    public async Task A_unit_ends_by_one_row_once_its_people_have_left_and_again_nothing_changes()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        const string Row = "id,name,parentId,zone,headId,directService,active,from\r\n"
            + "tu,Tata Usaha,,Asia/Jayapura,,tidak,tidak,2026-07-01\r\n";
        var early = await agency.PreviewAsync("units", Row);
        var fault = Assert.Single(await agency.RowsAsync("units", (string)early.Json!["id"]!, language: "id"));
        Assert.Equal(
            (
                "active", "Aktif",
                "Pegawai unit ini sejak 2026-07-01: 4 orang. Mereka pindah atau berhenti lebih dahulu."),
            ((string?)fault["faults"]![0]!["column"], (string?)fault["faults"]![0]!["heading"],
                (string?)fault["faults"]![0]!["text"]));

        foreach (var person in new[] { "head-1", "chief", "ani-1", "budi" })
        {
            var left = await agency.PreviewAsync("people", $"id,endedOn\r\n{person},2026-06-30\r\n");
            await agency.ApplyAsync("people", (string)left.Json!["id"]!);
        }

        var preview = await agency.PreviewAsync("units", Row);
        var row = Assert.Single(await agency.RowsAsync("units", (string)preview.Json!["id"]!));
        Assert.Equal(
            """["headId","headAs","active"]""",
            new JsonArray([.. row["changes"]!.AsArray().Select(c => (JsonNode)(string)c!["column"]!)]).ToJsonString());
        await agency.ApplyAsync("units", (string)preview.Json["id"]!);
        var units = (await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/units?on=2026-07-01")).Json!["units"]!;
        Assert.False((bool)units[0]!["active"]!);
        var again = await agency.PreviewAsync("units", Row);
        Assert.Equal(1, (int)again.Json!["rows"]!["unchanged"]!);
        var late = await agency.PreviewAsync(
            "people", "id,unitId,kind,from\r\nbaru-1,tu,pns,2026-07-01\r\n");
        Assert.Equal(1, (int)late.Json!["rows"]!["faulty"]!);
    }

    [Fact]
    public async Task A_list_of_days_off_becomes_the_agencys_calendar()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);

        var preview = await agency.PreviewAsync(
            "calendar",
            "Tanggal,Jenis,Nama,Dasar\r\n10/08/2026,publicHoliday,Hari Jadi,SK 12/2026\r\n"
            + "2026-08-11,collectiveLeave,Cuti bersama,\r\n2026-08-12,libur,Lain,\r\n");
        var id = (string)preview.Json!["id"]!;
        var faulty = Assert.Single(await agency.RowsAsync("calendar", id, "effect=faulty", "id"));
        var ended = await agency.ApplyAsync("calendar", id, "good");

        Assert.Equal((200, "Jenis"), (preview.Status, (string?)faulty["faults"]![0]!["heading"]));
        Assert.Equal("""{"finished":3,"done":2,"moved":0,"refused":0,"leftOut":1}""", Progress(ended));
        var calendar = (await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/policies/calendar/2026-01-01")).Json!;
        Assert.Equal(
            """
            {"basis":"SK 12/2026","daysOff":[{"date":"2026-08-10","name":"Hari Jadi","kind":"publicHoliday"},{"date":"2026-08-11","name":"Cuti bersama","kind":"collectiveLeave"}]}
            """.Trim(),
            calendar["policy"]!.ToJsonString());
        Assert.Equal(1, (int)calendar["version"]!);
    }

    [Fact]
    public async Task A_calendar_needs_the_scope_that_writes_policies()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var api = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["imports.write", "register.write"]));

        var answer = await PreviewAsync(
            api, agency.Imports("calendar"), "date,kind,name\r\n2026-08-10,publicHoliday,x\r\n"u8.ToArray());

        Assert.Equal((403, "urn:kinerja:problem:missing-scope"), (answer.Status, answer.ProblemType));
    }

    /// <summary>However many files come at once, only a few lie in memory; the others come again.</summary>
    [Fact]
    public async Task With_the_line_of_previews_full_a_file_comes_again_and_nothing_is_stored()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var file = Encoding.UTF8.GetBytes("id,name,parentId,zone,headId,directService\r\na,Satu,,Asia/Jakarta,,\r\n");
        var lane = cloud.Services.GetRequiredKeyedService<ExpensiveWorkLane>(PreviewImport.Lane);
        var release = new TaskCompletionSource();
        var held = new List<Task>();
        while (held.Count == 0 || !held[^1].IsCompleted)
        {
            held.Add(lane.HoldAsync<int>(
                AgencyId.Parse($"penuh-{held.Count}").Value,
                async _ =>
                {
                    await release.Task;
                    return 1;
                },
                default));
        }

        try
        {
            var busy = await PreviewAsync(agency.Api, agency.Imports("units"), file);
            Refused.Check(busy, agency.Imports("units"), 503, "busy");
            Assert.Equal(TimeSpan.FromSeconds(10), busy.Headers.RetryAfter!.Delta);
        }
        finally
        {
            release.SetResult();
            await Task.WhenAll(held);
        }

        var taken = await PreviewAsync(agency.Api, agency.Imports("units"), file);
        Assert.Equal((200, 1), (taken.Status, (int)taken.Json!["version"]!));
    }

    private static async Task<JsonObject> PersonAsync(SmallAgency agency, string id, string on) =>
        (await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/employees?on={on}")).Json!["employees"]!.AsArray()
            .Single(person => (string?)person!["id"] == id)!.AsObject();
}
