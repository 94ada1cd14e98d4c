using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Runs;

namespace Kinerja.Host.Tests.Presence.Attendance;

/// <summary>
/// Calendars and hours of Ramadan that nobody has given. Shipped are 2026 and 2027; an agency's own hours have the
/// seasons that it wrote.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class MissingTimeTests(CloudFixture cloud)
{
    private const string HoursWithoutRamadan = """
        {"everybody":{"scheme":"fixed","week":[
           {"days":["monday","tuesday","wednesday","thursday"],"start":"07:30","end":"16:00","breakMinutes":60},
           {"days":["friday"],"start":"07:30","end":"16:30","breakMinutes":90}]}}
        """;

    [Fact]
    public async Task A_Ramadan_without_hours_is_told_before_it_is_reached_and_where_it_costs()
    {
        var (own, shipped) = (await SmallAgency.RegisterAsync(cloud), await SmallAgency.RegisterAsync(cloud));
        var written = await own.Api.PutAsync(
            $"/api/v1/agencies/{own.Id}/policies/working-time/2026-01-01", HoursWithoutRamadan);
        Assert.True(written.Status is 200 or 201, $"{written.Json}");

        Assert.Equal("ramadan 2026-02-18", await OverdueAsync(own.Api, own.Id));
        Assert.Equal("", await OverdueAsync(shipped.Api, shipped.Id));
        Assert.Equal("ramadan 2027-02-08", await MonthAsync(own.Api, "2027-02"));
        Assert.Equal("ramadan 2027-02-08", await MonthAsync(own.Api, "2027-02/deductions"));
        Assert.Equal("", await MonthAsync(shipped.Api, "2027-02"));
        Assert.Equal("", await MonthAsync(own.Api, "2027-04"));
        Assert.Equal("calendar 2028-01-01", await MonthAsync(shipped.Api, "2028-06"));

        await using var later = await LaterApp.OpenAsync(cloud, new(2027, 2, 16, 16, 0, 0, TimeSpan.FromHours(9)));
        Assert.Equal((30, 60), await WorkedAsync(later.ApiOf(own.Id), own.Id));
        Assert.Equal((0, 0), await WorkedAsync(later.ApiOf(shipped.Id), shipped.Id));
    }

    [Fact]
    public async Task A_year_without_a_calendar_is_told_and_terms_that_count_its_days_say_so()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, new(2027, 10, 5, 9, 0, 0, TimeSpan.FromHours(9)));
        var (api, root) = (later.ApiOf(agency.Id), $"/api/v1/agencies/{agency.Id}");
        Assert.Equal("calendar 2028-01-01, ramadan 2028-01-28", await OverdueAsync(api, agency.Id));
        await api.PutAsync($"{root}/policies/objection/2027-01-01", """
            {"toObject":{"days":90,"count":"working"},"toDecide":{"days":14,"count":"working"},
             "toPassOn":{"days":90,"count":"working"}}
            """);
        foreach (var person in new[] { "ani-1", "budi" })
        {
            await api.PutAsync($"{root}/ratings/2027-Q3/{person}", """
                {"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":90,"behaviourScore":90}
                """);
        }

        await api.PostAsync($"{root}/runs", """{"period":"2027-Q3"}""");
        var run = (await WaitedRun.ReachedAsync(api, $"{root}/runs/2027-Q3")).Json!;
        Assert.Equal("[2028]", run["uncoveredYears"]?.ToJsonString());
        var objection = await api.PostAsync(
            "/api/v1/employees/ani-1/objections/2027-Q3",
            """{"id":"keberatan-ani-1","reason":"Belum dihitung.","evidence":[]}""");
        Assert.Equal(
            (201, "2027-10-25", "[2028]"),
            (objection.Status, (string?)objection.Json!["decideBy"], objection.Json["uncoveredYears"]?.ToJsonString()));
    }

    /// <summary>Worked from 08:00 to 15:00 on 16 February 2027: minutes late and early.</summary>
    private static async Task<(int Late, int Early)> WorkedAsync(Api api, string agency)
    {
        foreach (var (kind, at) in new[] { ("in", "08:00"), ("out", "15:00") })
        {
            var stored = await api.PostAsync("/api/v1/check-ins", $$"""
                {"id":"puasa-{{kind}}-1","agencyId":"{{agency}}","employeeId":"ani-1","kind":"{{kind}}",
                 "capturedAt":"2027-02-16T{{at}}:00+09:00","sentAt":"2027-02-16T16:00:00+09:00",
                 "position":{{SmallAgency.InTheOffice}}}
                """);
            Assert.True(stored.Status == 201, $"{stored.Json}");
        }

        var days = (await api.GetAsync("/api/v1/employees/ani-1/attendance/2027-02")).Json!["days"]!.AsArray();
        var day = days.Single(d => (string?)d!["date"] == "2027-02-16")!;
        Assert.Equal("present", (string?)day["status"]);
        return ((int?)day["lateMinutes"] ?? 0, (int?)day["earlyMinutes"] ?? 0);
    }

    private static async Task<string> MonthAsync(Api api, string month) =>
        Shown((await api.GetAsync($"/api/v1/employees/ani-1/attendance/{month}")).Json!);

    private static async Task<string> OverdueAsync(Api api, string agency) =>
        Shown((await api.GetAsync($"/api/v1/agencies/{agency}/overdue")).Json!);

    private static string Shown(JsonNode answer) => string.Join(", ", (answer["missing"]?.AsArray() ?? []).Select(
        gap => $"{gap!["what"]} {gap["from"]}"));
}
