using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;
using static Kinerja.Host.Tests.Files.ImportCalls;

namespace Kinerja.Host.Tests.Files;

/// <summary>What an import does not do, and who may not do it.</summary>
[Collection(nameof(CloudFixture))]
public sealed class ImportRulesTests(CloudFixture cloud)
{
    private const string UnitHeadings = "id,name,parentId,zone,headId,directService\r\n";

    private const string TwoUnits = UnitHeadings + "a,Satu,,Asia/Jakarta,,\r\nb,Dua,,Asia/Jakarta,,\r\n";

    [Fact]
    public async Task Faults_are_named_by_cell_in_both_languages_and_all_means_all()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var preview = await agency.PreviewAsync(
            "people",
            PeopleHeadings
            + "baru,tak-ada,pns,,ya,tak-ada,,none,,,\r\n"
            + "BUDI,tu,honorer,BUDI,mungkin,,30/02/2020,none,,,12345\r\n"
            + "orang,tu,pns,orang,ya,,2020-01-02,none,2020-01-01,,19900913 202524 2 014\r\n"
            + "lain,tu,pns,,ya,,,none,,,19900913 202524 2 014\r\n"
            + "dua-1,tu,pns,,ya,,,none,,,\r\n"
            + "dua-1,tu,pppk,,ya,,,none,,,\r\n");
        var id = (string)preview.Json!["id"]!;
        var english = await agency.RowsAsync("people", id);
        var indonesian = await agency.RowsAsync("people", id, language: "id");

        Assert.Equal("""{"all":6,"new":1,"changed":0,"unchanged":0,"faulty":5}""", Counts(preview.Json));
        Assert.Equal(["unitId unknown-unit", "postId unknown-unit"], Faults(english[0]));
        Assert.Equal(
            ["active", "id", "kind", "raterId", "startedOn", "nip"],
            english[1]["faults"]!.AsArray().Select(fault => (string?)fault!["column"]));
        Assert.Equal(["endedOn invalid-field", "raterId invalid-field"], Faults(english[2]));
        Assert.Equal(["nip nip-taken"], Faults(english[3]));
        Assert.Equal([" invalid-field"], Faults(english[5]));
        Assert.Equal(
            ("Unit", "This unit is not registered."), HeadingAndText(english[0]["faults"]![0]!));
        Assert.Equal(
            ("Unit kerja", "Unit kerja ini belum terdaftar."), HeadingAndText(indonesian[0]["faults"]![0]!));
        Assert.Equal(
            [], english.Zip(indonesian).SelectMany(pair => pair.First["faults"]!.AsArray().Zip(
                pair.Second["faults"]!.AsArray()))
                .Where(pair => (string?)pair.First!["text"] == (string?)pair.Second!["text"])
                .Select(pair => pair.First!.ToJsonString()));

        var path = $"{agency.Imports("people")}/{id}";
        await Refused.PostAsync(agency.Api, $"{path}/apply", """{"rows":"all"}""", 409, "import-faulty");
        await Refused.PostAsync(agency.Api, $"{path}/apply", """{"rows":"some"}""", 400, "invalid-field", "/rows");
        Assert.Equal("previewed", (string?)(await agency.Api.GetAsync(path)).Json!["state"]);
        Assert.Equal(
            """{"finished":6,"done":1,"moved":0,"refused":0,"leftOut":5}""",
            Progress(await agency.ApplyAsync("people", id, "good")));
    }

    [Fact]
    public async Task A_row_that_would_do_something_else_by_now_is_told_and_not_written()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var id = (string)(await agency.PreviewAsync("units", TwoUnits)).Json!["id"]!;
        await PutUnitAsync(agency, "a", "Lain");
        await PutUnitAsync(agency, "b", "Dua");

        var ended = await agency.ApplyAsync("units", id);

        Assert.Equal("""{"finished":2,"done":1,"moved":1,"refused":0,"leftOut":0}""", Progress(ended));
        Assert.Equal("a", (string?)Assert.Single(await agency.RowsAsync("units", id, "outcome=moved"))["subject"]);
        Assert.Equal("Lain", await NameOfAsync(agency, "a"));
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_import_and_a_repeat_starts_no_second_job()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var first = await agency.PreviewAsync("units", TwoUnits);
        var path = $"{agency.Imports("units")}/{first.Json!["id"]}";
        await agency.ApplyAsync("units", (string)first.Json["id"]!);
        var repeated = await agency.Api.PostAsync($"{path}/apply", """{"rows":"all"}""");
        var again = await agency.PreviewAsync("units", TwoUnits);

        Assert.Equal("applied", (string?)repeated.Json!["state"]);
        Assert.Equal((string?)first.Json["id"], (string?)again.Json!["id"]);
        Assert.Equal("""{"all":2,"new":0,"changed":0,"unchanged":2,"faulty":0}""", Counts(again.Json));
        Assert.Equal((1, 2), ((int)first.Json["version"]!, (int)again.Json["version"]!));
        Assert.Equal("previewed", (string?)again.Json["state"]);
        await Refused.SendAsync(
            agency.Api, HttpMethod.Post, $"{path}/apply", """{"rows":"all"}""", 412, "stale-version", [], "\"1\"");
    }

    [Fact]
    public Task A_file_that_is_none_or_too_much_is_refused_with_nothing_stored() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var units = agency.Imports("units");
        Task No(byte[] file, int status, string code, params string[] pointers) =>
            Refused.SendBytesAsync(agency.Api, HttpMethod.Post, units, file, status, code, pointers);
        Task NoText(string text, int status, string code, params string[] pointers) =>
            No(Encoding.UTF8.GetBytes(text), status, code, pointers);

        await No([], 400, "unreadable-file");
        await NoText(UnitHeadings, 400, "unreadable-file");
        await No([0xD0, 0xCF, 0x11, 0xE0, 1, 2], 400, "unreadable-file");
        await No([0x50, 0x4B, 3, 4, 9, 9, 9], 400, "unreadable-file");
        await No([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(TwoUnits)], 400, "unreadable-file");
        await No(Encoding.Latin1.GetBytes(UnitHeadings + "a,Café,,Asia/Jakarta,,\r\n"), 400, "unreadable-file");
        await NoText(UnitHeadings + "a,\"Sa\"tu,,Asia/Jakarta,,\r\n", 400, "unreadable-file");
        const string Entity = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>";
        await No(SmallBook.Packed(("xl/workbook.xml", Entity)), 400, "unreadable-file");
        await No(SmallBook.Packed(("lain.txt", "x")), 400, "unreadable-file");
        var bomb = $"<row><c t=\"inlineStr\"><is><t>{new string('x', 70_000_000)}</t></is></c></row>";
        await No(SmallBook.Of(bomb), 413, "body-too-large");
        var many = string.Concat(Enumerable.Repeat("a,b,c,d,e,f\r\n", 20_001));
        await NoText(UnitHeadings + many, 413, "batch-too-large");
        await NoText(string.Join(',', Enumerable.Range(0, 65)) + "\r\n1\r\n", 413, "batch-too-large");
        await NoText("id,nama,foreign,zone,headId,directService,name\r\na,b,c,d,e,f,g\r\n", 400, "invalid-field",
            "/headings/2", "/headings/6", "/columns/parentId");
        await Refused.PostAsync(agency.Api, agency.Imports("kings"), TwoUnits, 400, "invalid-field", "/kind");
        var unknown = $"{units}/{new string('0', 32)}";
        await Refused.GetAsync(agency.Api, unknown, 404, "unknown-import");
        await Refused.GetAsync(agency.Api, $"{unknown}/rows", 404, "unknown-import");
        await Refused.GetAsync(agency.Api, $"{units}/zzz", 400, "invalid-field", "/id");
        await Refused.PostAsync(agency.Api, $"{unknown}/apply", """{"rows":"good"}""", 404, "unknown-import");
        await Refused.GetAsync(
            agency.Api, $"/api/v1/agencies/{agency.Id}/import-templates/units?format=jsonl", 406, "unknown-format");
    });

    [Fact]
    public async Task Only_an_office_and_only_with_the_scope_of_the_kind_brings_a_file()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        Api With(string? person, params string[] scopes) =>
            cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, scopes, person: person));
        Task<Answer> Preview(Api api, string kind, string csv) =>
            PreviewAsync(api, agency.Imports(kind), Encoding.UTF8.GetBytes(csv));

        var apps = await Preview(With(null, "imports.write", "ratings.write"), "units", TwoUnits);
        var persons = await Preview(With("budi", "imports.write", "register.write"), "units", TwoUnits);
        var office = await Preview(With("budi", "imports.write", "register.write", "register.read"), "units", TwoUnits);
        var ratings = await Preview(
            With("head-1", "imports.write", "ratings.write", "register.read"),
            "ratings",
            RatingHeadings + "2026-Q1,ani-1,head-1,meets,meets,90,91,\r\n2026-Q1,head-1,chief,meets,meets,90,91,\r\n");

        Assert.Equal((403, "urn:kinerja:problem:missing-scope"), (apps.Status, apps.ProblemType));
        Assert.Equal((403, "urn:kinerja:problem:wrong-person"), (persons.Status, persons.ProblemType));
        Assert.Equal(200, office.Status);
        Assert.Equal("""{"all":2,"new":1,"changed":0,"unchanged":0,"faulty":1}""", Counts(ratings.Json!));
        Assert.Equal(
            [" wrong-person"],
            Faults((await agency.RowsAsync("ratings", (string)ratings.Json!["id"]!, "effect=faulty")).Single()));
    }

    [Theory]
    [InlineData("people")]
    [InlineData("units")]
    [InlineData("posts")]
    [InlineData("ratings")]
    [InlineData("leave")]
    [InlineData("calendar")]
    public async Task A_template_comes_in_again_as_it_went_out(string kind)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = $"/api/v1/agencies/{agency.Id}/import-templates/{kind}";

        var csv = await agency.Api.SendAsync(HttpMethod.Get, path, null, ("Accept-Language", "id"));
        var book = await agency.Api.GetAsync(path + "?format=xlsx");
        var text = await agency.PreviewAsync(kind, (string)csv.Json!);
        var sheet = await PreviewAsync(
            agency.Api, agency.Imports(kind), Convert.FromBase64String((string)book.Json!));

        Assert.Equal(($"{kind}_template.csv", $"{kind}_template.xlsx"), (csv.FileName, book.FileName));
        Assert.Equal((200, 200), (text.Status, sheet.Status));
        Assert.Equal(Counts(text.Json!), Counts(sheet.Json!));
        Assert.Equal(1, (int)text.Json!["rows"]!["all"]!);
        Assert.Equal(kind is "units" or "posts" or "calendar" ? 1 : 0, (int)text.Json["rows"]!["new"]!);
    }

    private static IEnumerable<string> Faults(JsonNode row) =>
        row["faults"]!.AsArray().Select(fault => $"{fault!["column"]} {fault["code"]}");

    private static (string?, string?) HeadingAndText(JsonNode fault) =>
        ((string?)fault["heading"], (string?)fault["text"]);

    private static async Task PutUnitAsync(SmallAgency agency, string id, string name)
    {
        var answer = await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/units",
            $$"""{"units":[{"id":"{{id}}","name":"{{name}}","zone":"Asia/Jakarta"}]}""");
        Assert.Equal(200, answer.Status);
    }

    private static async Task<string?> NameOfAsync(SmallAgency agency, string id) =>
        (string?)(await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/units")).Json!["units"]!.AsArray()
            .Single(unit => (string?)unit!["id"] == id)!["name"];
}
