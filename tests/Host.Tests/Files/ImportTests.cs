using System.Text.Json.Nodes;
using static Kinerja.Host.Tests.Files.ImportCalls;

namespace Kinerja.Host.Tests.Files;

/// <summary>
/// Files of people, units and ratings over HTTP, from the look at every row to what stands. The clock stands on
/// 5 January 2026.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class ImportTests(CloudFixture cloud)
{
    private const string Nip = "198804122010012003";

    [Fact]
    public async Task People_come_in_from_a_file_after_a_look_at_every_row()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);

        var preview = await agency.PreviewAsync(
            "people",
            PeopleHeadings.Replace(',', ';')
            + $"sari;tu;PNS;head-1;ya;;01/03/2020;none;;;{Nip}\r\n"
            + "budi;tu;pppk;head-1;tidak;;;none;;2026-02-01;\r\n"
            + "\r\n"
            + "ani-1;tu;pppk;head-1;;;;;;;19900913 202524 2 014\r\n");
        var id = (string)preview.Json!["id"]!;
        var rows = await agency.RowsAsync("people", id);
        var before = await PeopleAsync(agency, "2026-03-01");

        Assert.Equal(
            (200, """{"all":3,"new":1,"changed":1,"unchanged":1,"faulty":0}"""),
            (preview.Status, Counts(preview.Json)));
        Assert.Equal([(2, "sari", "new"), (3, "budi", "changed"), (5, "ani-1", "unchanged")], rows.Select(Said));
        Assert.Equal(2, rows[1]["changes"]!.AsArray().Count);
        Assert.Equal(
            """{"column":"kind","heading":"Kind of employment","from":"pns","to":"pppk"}""", Change(rows[1], "kind"));
        Assert.Equal(
            """{"column":"active","heading":"Active","from":"true","to":"false"}""", Change(rows[1], "active"));
        Assert.Equal(
            """{"column":"startedOn","heading":"First day in service","to":"2020-03-01"}""",
            Change(rows[0], "startedOn"));
        Assert.Equal("""{"column":"nip","heading":"NIP"}""", Change(rows[0], "nip"));
        Assert.DoesNotContain("sari", before.Keys);
        Assert.Equal("pns", before["budi"]["kind"]!.ToString());

        var ended = await agency.ApplyAsync("people", id);

        Assert.Equal("""{"finished":3,"done":3,"moved":0,"refused":0,"leftOut":0}""", Progress(ended));
        var after = await PeopleAsync(agency, "2026-03-01");
        Assert.Equal(
            ("head-1", "2020-03-01", true),
            ((string?)after["sari"]["raterId"], (string?)after["sari"]["startedOn"], (bool)after["sari"]["active"]!));
        Assert.Equal(("pppk", false), ((string?)after["budi"]["kind"], (bool)after["budi"]["active"]!));
        Assert.Equal("pns", (string?)(await PeopleAsync(agency, "2026-01-31"))["budi"]["kind"]);
        var found = await agency.Api.PostAsync(
            $"/api/v1/agencies/{agency.Id}/nip-lookups", $$"""{"nip":"{{Nip}}"}""");
        Assert.Equal("sari", (string?)found.Json!["employeeId"]);
        foreach (var row in await agency.RowsAsync("people", id))
        {
            Assert.Equal("done", (string?)row["outcome"]);
            Assert.DoesNotContain(Nip, row.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Units_come_in_from_a_workbook_with_its_dates_and_its_formulas()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var book = SmallBook.Of(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="s"><v>0</v></c>
             <c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c><c r="E1" t="s"><v>3</v></c>
             <c r="F1" t="s"><v>4</v></c><c r="G1" t="s"><v>5</v></c></row>
            <row r="4"><c r="A4" t="str"><f>LOWER("ARSIP")</f><v>arsip</v></c><c r="B4" t="s"><v>6</v></c>
             <c r="D4" t="s"><v>7</v></c><c r="F4" t="b"><v>1</v></c><c r="G4" s="1"><v>46054</v></c></row>
            """,
            "Nama", "Unit induk", "Zona waktu", "Kepala", "Layanan langsung", "Berlaku mulai", "Arsip Daerah",
            "Asia/Jakarta");

        var preview = await PreviewAsync(agency.Api, agency.Imports("units"), book);
        Assert.True(preview.Status == 200, $"{preview.Json}");
        var id = (string)preview.Json!["id"]!;
        var row = Assert.Single(await agency.RowsAsync("units", id));
        var ended = await agency.ApplyAsync("units", id);

        Assert.Equal((4, "arsip", "new"), Said(row));
        Assert.Equal(
            """{"column":"directService","heading":"Direct service","to":"true"}""", Change(row, "directService"));
        Assert.Equal(1, (int)ended["progress"]!["done"]!);
        var units = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/units?on=2026-02-01");
        var arsip = units.Json!["units"]!.AsArray().Single(unit => (string?)unit!["id"] == "arsip")!;
        Assert.Equal(
            ("Arsip Daerah", "Asia/Jakarta", true),
            ((string?)arsip["name"], (string?)arsip["zone"], (bool)arsip["directService"]!));
    }

    [Fact]
    public async Task Posts_come_in_from_a_file()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);

        var preview = await agency.PreviewAsync(
            "posts",
            "id\tname\tcategory\tflexibleWork\r\n" + "analis\tAnalis, Ahli Muda\t\t1\r\nraja\tRaja\tkerajaan\tya\r\n");
        var id = (string)preview.Json!["id"]!;
        var faulty = Assert.Single(await agency.RowsAsync("posts", id, "effect=faulty"));
        var ended = await agency.ApplyAsync("posts", id, "good");

        Assert.Equal("category", (string?)faulty["faults"]![0]!["column"]);
        Assert.Equal("""{"finished":2,"done":1,"moved":0,"refused":0,"leftOut":1}""", Progress(ended));
        var posts = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/posts");
        Assert.Equal(
            """[{"id":"analis","name":"Analis, Ahli Muda","flexibleWork":true}]""",
            posts.Json!["posts"]!.ToJsonString());
    }

    [Fact]
    public async Task Ratings_come_in_as_the_raters_would_give_them_one_by_one()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.RateAsync("budi", "head-1", "meets", "meets", 90, 91);

        var preview = await agency.PreviewAsync(
            "ratings",
            RatingHeadings
            + "2026-Q1,ani-1,head-1,above,meets,\"108,5\",101,Semua target terlampaui\r\n"
            + "2026-Q1,budi,head-1,meets,meets,90,91,\r\n"
            + "2026-Q1,head-1,budi,meets,meets,90,91,\r\n"
            + "2026-Q1,chief,head-1,meets,meets,121,91,\r\n"
            + "2026-Q1,siapa,head-1,meets,meets,90,91,\r\n");
        var id = (string)preview.Json!["id"]!;
        var rows = await agency.RowsAsync("ratings", id);

        Assert.Equal(
            [(2, "ani-1", "new"), (3, "budi", "unchanged"), (4, "head-1", "faulty"), (5, "chief", "faulty"),
                (6, "siapa", "faulty")],
            rows.Select(Said));
        Assert.Equal(["raterId not-the-rater"], Faults(rows[2]));
        Assert.Equal(["skpScore invalid-field"], Faults(rows[3]));
        Assert.Equal(["employeeId unknown-employee"], Faults(rows[4]));

        var ended = await agency.ApplyAsync("ratings", id, "good");

        Assert.Equal("""{"finished":5,"done":2,"moved":0,"refused":0,"leftOut":3}""", Progress(ended));
        var rating = (await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/ratings/2026-Q1/ani-1")).Json!;
        Assert.Equal(
            ("head-1", "above", 108.5m, "Semua target terlampaui"),
            ((string?)rating["raterId"], (string?)rating["result"], (decimal)rating["skpScore"]!,
                (string?)rating["reason"]));
        var known = (await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/ratings/2026-Q1/budi")).Json!;
        Assert.Equal(1, (int)known["version"]!);
    }

    private static (int Row, string? Subject, string? Effect) Said(JsonNode row) =>
        ((int)row["row"]!, (string?)row["subject"], (string?)row["effect"]);

    private static IEnumerable<string> Faults(JsonNode row) =>
        row["faults"]!.AsArray().Select(fault => $"{fault!["column"]} {fault["code"]}");

    private static string? Change(JsonNode row, string column) =>
        row["changes"]!.AsArray().Single(c => (string?)c!["column"] == column)!.ToJsonString();

    private static async Task<Dictionary<string, JsonNode>> PeopleAsync(SmallAgency agency, string on) =>
        (await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/employees?on={on}")).Json!["employees"]!.AsArray()
            .ToDictionary(person => (string)person!["id"]!, person => person!);
}
