using System.IO.Compression;
using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Files;

/// <summary>
/// Files of a whole agency over HTTP. The clock stands on 5 January 2026: December is over, January goes on.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class ExportTests(CloudFixture cloud)
{
    private const string Scheme = """
        {"basis":"=1+1","rules":[
         {"id":"absent","event":"absent","unit":"percentOfMonth","bands":[{"fromMinutes":0,"amount":4}]}]}
        """;

    /// <summary>The unit's name and the basis are what a spreadsheet would run; 2025 has a calendar here.</summary>
    [Fact]
    public async Task A_payroll_gets_one_file_of_everybody_with_the_figures_of_each_statement()
    {
        var agency = await RegisterAsync();
        var api = agency.Api;
        var path = $"/api/v1/agencies/{agency.Id}/exports/deductions/2025-12";

        var csv = await api.GetAsync(path);
        var lines = await api.GetAsync(path + "?format=jsonl");
        var book = await api.SendAsync(
            HttpMethod.Get, path + "?format=xlsx", null, ("Accept-Language", "id"), ("Accept-Encoding", "br"));

        var rows = ((string?)lines.Json)!.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["ani-1", "budi", "chief", "head-1"], rows.Select(r => (string?)r["employeeId"]).Order());
        foreach (var row in rows)
        {
            var own = (await api.GetAsync(
                $"/api/v1/employees/{row["employeeId"]}/attendance/2025-12/deductions")).Json!;
            Assert.Equal(
                ((decimal)own["percentOfMonth"]!, (int)own["daysToWork"]!, own["lines"]!.AsArray().Count),
                ((decimal)row["percentOfMonth"]!, (int)row["daysToWork"]!, (int)row["absent"]!));
            Assert.Equal(
                ("complete", "=1+1", "=cmd|' /C calc'!A0"),
                ((string?)row["state"], (string?)row["basis"], (string?)row["unitName"]));
        }

        var text = ((string?)csv.Json)!;
        Assert.StartsWith("\uFEFFEmployee,Unit,Name of the unit,Month,State,", text, StringComparison.Ordinal);
        Assert.Contains(",'=cmd|' /C calc'!A0,2025-12,Complete,", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", text, StringComparison.Ordinal);
        Assert.Equal(
            ($"{agency.Id}_deductions_2025-12.csv", $"{agency.Id}_deductions_2025-12.xlsx"),
            (csv.FileName, book.FileName));
        Assert.Null(book.Coding);
        var sheet = SheetOf(book);
        Assert.Contains("<t>Pegawai</t>", sheet, StringComparison.Ordinal);
        Assert.Contains("<t>Lengkap</t>", sheet, StringComparison.Ordinal);
        Assert.Contains("<t>=1+1</t>", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_goes_on_and_an_agency_without_a_scheme_have_rows_that_say_so()
    {
        var agency = await RegisterAsync();
        var other = await SmallAgency.RegisterAsync(cloud);

        var goesOn = await RowsAsync(agency, "deductions/2026-01");
        var attendance = await RowsAsync(agency, "attendance/2026-01");
        var without = await RowsAsync(other, "deductions/2026-01");

        Assert.Equal((4, 4, 4), (goesOn.Count, attendance.Count, without.Count));
        Assert.All(goesOn, row => Assert.Equal(("monthNotOver", null), (
            (string?)row["state"], (decimal?)row["percentOfMonth"])));
        Assert.All(without, row => Assert.Equal(("noPolicy", null), (
            (string?)row["state"], (decimal?)row["percentOfMonth"])));
        Assert.All(attendance, row => Assert.Equal(("monthNotOver", "2026-01-05", "noRecord", null), (
            (string?)row["state"], (string?)row["through"], (string?)row["day02"], (string?)row["day06"])));
    }

    [Fact]
    public async Task A_page_of_deductions_has_the_figures_of_the_file_and_of_a_unit_those_of_its_people()
    {
        var agency = await RegisterAsync();
        await PutAsync(agency, "/units", """{"units":[{"id":"arsip","name":"Arsip","zone":"Asia/Jayapura"}]}""");
        await PutAsync(agency, "/employees", """
            {"employees":[{"id":"budi","unitId":"arsip","kind":"pns","raterId":"head-1","from":"2025-12-15"}]}
            """);
        var file = (await RowsAsync(agency, "deductions/2025-12")).ToDictionary(r => (string)r["employeeId"]!);

        var all = await PageAsync(agency, "2025-12");
        var goesOn = await PageAsync(agency, "2026-01");

        Assert.Equal(file.Keys.Order(), all.Select(l => (string)l["employeeId"]!).Order());
        Assert.All(all, line =>
        {
            var row = file[(string)line["employeeId"]!];
            Assert.Equal(
                ((string?)row["state"], (decimal)row["percentOfMonth"]!, (int)row["daysToWork"]!,
                    (int)row["openDays"]!),
                ((string?)line["state"], (decimal)line["percentOfMonth"]!, (int)line["daysToWork"]!,
                    line["openDays"]!.AsArray().Count));
            Assert.Equal((int)row["absent"]!, (int)line["noRecordDays"]!);
        });
        Assert.Equal(
            ["budi"], (await PageAsync(agency, "2025-12?unit=arsip")).Select(l => (string)l["employeeId"]!));
        Assert.All(goesOn, line => Assert.Equal(("monthNotOver", null, 0), (
            (string?)line["state"], (decimal?)line["percentOfMonth"], (int)line["presentDays"]!)));
        var list = $"/api/v1/agencies/{agency.Id}/deductions";
        await Refused.GetAsync(agency.Api, $"{list}/2025-12?unit=lain", 404, "unknown-unit");
        await Refused.GetAsync(agency.Api, $"{list}/2025-13", 400, "invalid-field", "/month");
        await Refused.GetAsync(agency.Api, $"{list}/2025-12?cursor=4_3", 400, "invalid-field", "/cursor");
        var head = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["presence.read"], person: "head-1"));
        await Refused.GetAsync(head, $"{list}/2025-12", 403, "wrong-person");
    }

    [Fact]
    public Task Another_form_an_unknown_month_and_a_period_without_a_run_are_refused() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var exports = $"/api/v1/agencies/{agency.Id}/exports";
        foreach (var format in new[] { "", "CSV", "pdf", "json", "xls" })
        {
            await Refused.GetAsync(
                agency.Api, $"{exports}/deductions/2026-01?format={format}", 406, "unknown-format", "/format");
        }

        await Refused.GetAsync(agency.Api, $"{exports}/attendance/2026-13", 400, "invalid-field", "/month");
        await Refused.GetAsync(agency.Api, $"{exports}/ranking/2026-Q5", 400, "invalid-field", "/period");
        foreach (var what in new[] { "ranking", "results", "allowance-factors" })
        {
            await Refused.GetAsync(agency.Api, $"{exports}/{what}/2026-Q1", 404, "unknown-run");
        }

        await Refused.GetAsync(
            cloud.ApiOf("belum-ada"), "/api/v1/agencies/belum-ada/exports/attendance/2026-01", 404, "unknown-agency");
    });

    private async Task<SmallAgency> RegisterAsync()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await PutAsync(agency, "", """{"name":"Contoh","zone":"Asia/Jayapura","beganOn":"2025-12-01"}""");
        await PutAsync(agency, "/units", """
            {"units":[{"id":"tu","name":"=cmd|' /C calc'!A0",
              "zone":"Asia/Jayapura","headId":"head-1","from":"2025-01-01"}]}
            """);
        await PutAsync(agency, "/policies/deduction/2025-12-01", Scheme);
        await PutAsync(agency, "/policies/calendar/2025-01-01", """{"basis":"Contoh","daysOff":[]}""");
        return agency;
    }

    private static async Task PutAsync(SmallAgency agency, string path, string json)
    {
        var answer = await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}{path}", json);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Json}");
    }

    private static async Task<List<JsonNode>> RowsAsync(SmallAgency agency, string what)
    {
        var answer = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/exports/{what}?format=jsonl");
        return [.. ((string?)answer.Json)!.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)];
    }

    private static async Task<List<JsonNode>> PageAsync(SmallAgency agency, string what) =>
        [.. (await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/deductions/{what}")).Json!["lines"]!.AsArray()
            .Select(line => line!)];

    private static string SheetOf(Answer answer)
    {
        using var book = new ZipArchive(new MemoryStream(Convert.FromBase64String((string?)answer.Json ?? "")));
        using var sheet = book.Entries.Single(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open();
        return new StreamReader(sheet).ReadToEnd();
    }
}
