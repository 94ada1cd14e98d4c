using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;
using Kinerja.Host.Tests.Runs;

namespace Kinerja.Host.Tests.Policies;

/// <summary>
/// Documents that are given once for all agencies: who may, in whom they hold, and how results name them. Their years
/// are no other test's, since they hold for everybody.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class NationalPolicyTests(CloudFixture cloud)
{
    private const string National = "/api/v1/national/policies";

    private const string Calendar2029 = """
        {"basis":"SKB contoh","daysOff":[
          {"date":"2029-01-01","name":"Tahun Baru","kind":"publicHoliday"},
          {"date":"2029-02-02","name":"Contoh","kind":"publicHoliday"}]}
        """;

    /// <summary>With the Ramadan of 1450, by the calendar of Umm al-Qura.</summary>
    private const string Hours2029 = """
        {"everybody":{"scheme":"fixed","week":[
           {"days":["monday","tuesday","wednesday","thursday"],"start":"07:30","end":"16:00","breakMinutes":60},
           {"days":["friday"],"start":"07:30","end":"16:30","breakMinutes":90}],
         "seasons":[{"name":"Ramadan 1450","from":"2029-01-16","to":"2029-02-13","week":[
           {"days":["monday","tuesday","wednesday","thursday"],"start":"08:00","end":"15:00","breakMinutes":30},
           {"days":["friday"],"start":"08:00","end":"15:30","breakMinutes":60}]}]}}
        """;

    [Fact]
    public async Task A_person_gives_one_with_the_nations_scope_and_with_no_other()
    {
        Api Analyst(params string[] scopes) =>
            cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("menpanrb", scopes, person: "analis-1"));
        var calendar = Calendar2029.Replace("2029", "2043", StringComparison.Ordinal);

        await Refused.PutAsync(
            Analyst("national.read", "register.read"), $"{National}/calendar/2043-01-01", calendar, 403,
            "missing-scope");
        var given = await Analyst("national.write").PutAsync($"{National}/calendar/2043-01-01", calendar);
        var list = await Analyst("policies.read").GetAsync($"{National}/calendar");

        Assert.Equal((200, 1), (given.Status, (int)given.Json!["version"]!));
        Assert.Single(list.Json!["documents"]!.AsArray(), line => (string?)line!["from"] == "2043-01-01");
    }

    [Fact]
    public async Task A_year_and_a_Ramadan_are_given_once_and_an_agencys_days_off_come_on_top()
    {
        var (plain, own) = (await SmallAgency.RegisterAsync(cloud), await SmallAgency.RegisterAsync(cloud));
        await using var later = await LaterApp.OpenAsync(cloud, new(2029, 2, 6, 16, 0, 0, TimeSpan.FromHours(9)));
        var (api, nation) = (later.ApiOf(plain.Id), later.ApiOf("menpanrb"));
        var before = await WorkedAsync(api, plain.Id);
        Assert.Equal(("noCalendar", null), ((string?)before.Day["status"], (string?)before.Month["calendar"]));
        Assert.Equal("calendar 2029-01-01, ramadan 2029-01-16", Missing(before.Month));

        await PutAsync(nation, $"{National}/calendar/2029-01-01", Calendar2029);
        await PutAsync(nation, $"{National}/working-time/2029-01-01", Hours2029);
        await PutAsync(later.ApiOf(own.Id), $"/api/v1/agencies/{own.Id}/policies/calendar/2029-01-01", """
            {"basis":"SK contoh","daysOff":[{"date":"2029-02-05","name":"Hari jadi","kind":"publicHoliday"}]}
            """);
        var after = await WorkedAsync(api, plain.Id);
        var (month, day) = (after.Month, after.Day);
        Assert.Equal(
            ("present", 0, 0, ""),
            ((string?)day["status"], (int?)day["lateMinutes"] ?? 0, (int?)day["earlyMinutes"] ?? 0, Missing(month)));
        Assert.Equal("calendar-national-2029-01-01.1", (string?)month["calendar"]);
        Assert.Equal(["2029-02-02"], await OffAsync(api, "2029-02"));
        Assert.Equal(["2029-02-02", "2029-02-05"], await OffAsync(later.ApiOf(own.Id), "2029-02"));
        Assert.Equal(
            "calendar-national-2029-01-01.1 calendar-2029-01-01.1",
            (string?)(await later.ApiOf(own.Id).GetAsync("/api/v1/employees/ani-1/attendance/2029-02"))
                .Json!["calendar"]);
        Assert.Equal(
            "calendar agency calendar-2029-01-01.1 on calendar-national-2029-01-01.1, "
                + "working-time national working-time-national-2029-01-01.1",
            await InForceAsync(later.ApiOf(own.Id), $"/api/v1/agencies/{own.Id}/policies"));
        Assert.Equal(
            "calendar national calendar-national-2029-01-01.1, "
                + "working-time national working-time-national-2029-01-01.1",
            await InForceAsync(api, National));
    }

    [Fact]
    public async Task What_a_run_was_made_by_stays_though_the_nation_gives_another_evaluation_later()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, new(2031, 4, 9, 9, 0, 0, TimeSpan.FromHours(9)));
        var (api, nation) = (later.ApiOf(agency.Id), later.ApiOf("menpanrb"));
        var root = $"/api/v1/agencies/{agency.Id}";
        await PutAsync(nation, $"{National}/evaluation/2031-01-01", """{"skpPercent":60}""");
        await PutAsync(api, $"{root}/ratings/2031-Q1/ani-1", """
            {"raterId":"head-1","result":"meets","behaviour":"meets","skpScore":100,"behaviourScore":80}
            """);
        await api.PostAsync($"{root}/runs", """{"period":"2031-Q1"}""");
        await WaitedRun.ReachedAsync(api, $"{root}/runs/2031-Q1");
        await PutAsync(nation, $"{National}/evaluation/2031-01-01", """{"skpPercent":70}""");

        var told = (await api.GetAsync($"{root}/runs/2031-Q1/evaluations/ani-1")).Json!;
        Assert.Equal(92m, (decimal?)told["score"]);
        Assert.Contains("evaluation-national-2031-01-01.1", told.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            "evaluation-national-2031-01-01.2",
            (string?)(await api.GetAsync($"{National}/evaluation/2031-01-01")).Json!["name"]);
    }

    [Fact]
    public async Task A_year_that_nobody_gave_is_told_to_the_personnel_office_before_it_is_reached()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, new(2027, 12, 18, 9, 0, 0, TimeSpan.FromHours(9)));
        await later.FireTimerAsync("TimeGapReminder");
        List<string> told = [];
        for (var tries = 0; tries < 200 && told.Count == 0; tries++)
        {
            await Task.Delay(100);
            told = await ToldAsync(later.ApiOf(agency.Id), agency.Id);
        }

        Assert.Equal(["calendar 2028-01-01 2028-12-31"], told);
    }

    private static async Task<List<string>> ToldAsync(Api api, string agency) =>
    [
        .. (await api.GetAsync($"/api/v1/agencies/{agency}/events?after=0")).Json!["events"]!.AsArray()
            .Where(one => (string?)one!["type"] == "id.go.kinerja.time.missing.v1")
            .Select(one => $"{one!["data"]!["what"]} {one["data"]!["from"]} {one["data"]!["to"]}"),
    ];

    [Fact]
    public async Task Only_the_national_operator_gives_and_only_what_is_given_once()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var local = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["policies.write", "policies.read"]));
        await Refused.PutAsync(local, $"{National}/calendar/2029-01-01", Calendar2029, 403, "missing-scope");
        var nation = cloud.ApiOf("menpanrb");
        await Refused.PutAsync(nation, $"{National}/deduction/2029-01-01", "{}", 404, "unknown-policy");
        await Refused.PutAsync(
            nation, $"{National}/calendar/2029-02-01", """{"basis":"x","daysOff":[]}""", 400, "invalid-field", "/from");
        await Refused.PutAsync(
            nation, $"{National}/calendar/2029-01-01",
            """{"basis":"x","daysOff":[{"date":"2028-01-01","name":"x","kind":"publicHoliday"}]}""", 400,
            "invalid-field", "/daysOff/0/date");
        await Refused.GetAsync(local, $"{National}/calendar/2040-01-01", 404, "unknown-policy");
        await Refused.GetAsync(local, $"{National}?on=2040-13-01", 400, "invalid-field", "/on");
    }

    private static async Task PutAsync(Api api, string path, string body)
    {
        var answer = await api.PutAsync(path, body);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Json}");
    }

    /// <summary>Worked from 08:00 to 15:00 on 1 February 2029, a Thursday.</summary>
    private static async Task<(JsonNode Month, JsonNode Day)> WorkedAsync(Api api, string agency)
    {
        foreach (var (kind, at) in new[] { ("in", "08:00"), ("out", "15:00") })
        {
            var stored = await api.PostAsync("/api/v1/check-ins", $$"""
                {"id":"nasional-{{kind}}-1","agencyId":"{{agency}}","employeeId":"ani-1","kind":"{{kind}}",
                 "capturedAt":"2029-02-01T{{at}}:00+09:00","sentAt":"2029-02-06T16:00:00+09:00",
                 "position":{{SmallAgency.InTheOffice}}}
                """);
            Assert.True(stored.Status is 200 or 201, $"{stored.Json}");
        }

        var month = (await api.GetAsync("/api/v1/employees/ani-1/attendance/2029-02")).Json!;
        return (month, month["days"]!.AsArray().Single(d => (string?)d!["date"] == "2029-02-01")!);
    }

    private static async Task<List<string>> OffAsync(Api api, string month) =>
    [
        .. (await api.GetAsync($"/api/v1/employees/ani-1/attendance/{month}")).Json!["days"]!.AsArray()
            .Where(d => (string?)d!["status"] == "dayOff" && (string?)d["date"] is "2029-02-02" or "2029-02-05")
            .Select(d => (string)d!["date"]!),
    ];

    private static async Task<string> InForceAsync(Api api, string path) => string.Join(
        ", ",
        (await api.GetAsync($"{path}?on=2029-02-01")).Json!["policies"]!.AsArray()
            .Where(one => (string?)one!["kind"] is "calendar" or "working-time")
            .OrderBy(one => (string?)one!["kind"], StringComparer.Ordinal)
            .Select(one => $"{one!["kind"]} {one["source"]} {one["name"]}"
                + (one["onTopOf"] is { } below ? $" on {below}" : "")));

    private static string Missing(JsonNode answer) => string.Join(", ", (answer["missing"]?.AsArray() ?? []).Select(
        gap => $"{gap!["what"]} {gap["from"]}"));
}
