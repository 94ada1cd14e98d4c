using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Runs;

namespace Kinerja.Host.Tests.Workforce;

/// <summary>
/// The register knows dates: what is folded, counted, deducted and evaluated reads what held on that day.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class DatedRegisterTests(CloudFixture cloud)
{
    private static readonly DateTimeOffset MonFirstOfMarch = At(2026, 3, 2);
    private static readonly DateTimeOffset FirstOfApril = At(2026, 4, 1);
    private static readonly DateTimeOffset NinthOfApril = At(2026, 4, 9);
    private static readonly DateTimeOffset FifthOfJune = At(2026, 6, 5);

    [Fact]
    public async Task Nobody_is_absent_before_the_first_or_after_the_last_day_in_service()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, NinthOfApril);
        var api = later.ApiOf(agency.Id);
        await PutPeopleAsync(
            api,
            agency,
            """{"id":"mulai-mei","unitId":"tu","kind":"pns","raterId":"head-1","startedOn":"2026-05-01"}""",
            """{"id":"pindah","unitId":"tu","kind":"pns","raterId":"head-1","from":"2026-04-07"}""",
            """{"id":"pensiun","unitId":"tu","kind":"pns","raterId":"head-1","endedOn":"2026-01-06"}""",
            """{"id":"keluar","unitId":"tu","kind":"pns","raterId":"head-1"}""",
            """{"id":"keluar","unitId":"tu","kind":"pns","raterId":"head-1","active":false,"from":"2026-01-07"}""");

        await OkAsync(api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/deduction/2026-01-01",
            """{"shipped":"deduction-pertanian-68-2012"}"""));
        var may = await AbsentAsync(api, "mulai-mei");
        var march = await api.GetAsync("/api/v1/employees/mulai-mei/attendance/2026-03");
        var allowance = await api.GetAsync("/api/v1/employees/mulai-mei/attendance/2026-03/deductions");

        Assert.Equal((0, null), (may["absentDays"]!.AsArray().Count, (string?)may["proposal"]?["measure"]));
        Assert.All(march.Json!["days"]!.AsArray(), d => Assert.Equal("notInService", (string?)d!["status"]));
        Assert.Empty(allowance.Json!["lines"]!.AsArray());
        Assert.Equal(["2026-04-07", "2026-04-08"], Days(await AbsentAsync(api, "pindah")));
        Assert.Equal(["2026-01-02", "2026-01-05", "2026-01-06"], Days(await AbsentAsync(api, "pensiun")));
        Assert.Equal(["2026-01-02", "2026-01-05", "2026-01-06"], Days(await AbsentAsync(api, "keluar")));
    }

    [Fact]
    public async Task Who_is_seconded_to_another_agency_is_not_absent_at_home()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, NinthOfApril);
        var api = later.ApiOf(agency.Id);
        const string From = "/api/v1/employees/budi/secondments/2026-01-06";
        await OkAsync(api.PutAsync(From, """{"toAgencyId":"bkn","to":"2026-04-08"}"""));
        var away = await AbsentAsync(api, "budi");
        var march = await api.GetAsync("/api/v1/employees/budi/attendance/2026-03");
        await PutPeopleAsync(api, agency, """{"id":"budi","unitId":"tu","kind":"pns","raterId":"chief"}""");
        var moved = await AbsentAsync(api, "budi");
        await OkAsync(api.PutAsync(From, """{"toAgencyId":"bkn","to":"2026-04-07"}"""));
        var ended = await AbsentAsync(api, "budi");

        Assert.Equal(["2026-01-02", "2026-01-05", "2026-04-08"], Days(away));
        Assert.All(march.Json!["days"]!.AsArray(), d => Assert.Equal("notInService", (string?)d!["status"]));
        Assert.Equal(Days(away), Days(moved));
        Assert.Equal(["2026-01-02", "2026-01-05", "2026-04-07", "2026-04-08"], Days(ended));
    }

    [Fact]
    public async Task Nobody_is_absent_before_the_agency_began()
    {
        await using var april = await LaterApp.OpenAsync(cloud, FirstOfApril);
        var api = april.ApiOf("mulai-april");
        await OkAsync(api.PutAsync("/api/v1/agencies/mulai-april", """{"name":"Mulai","zone":"Asia/Jayapura"}"""));
        await OkAsync(api.PutAsync(
            "/api/v1/agencies/mulai-april/units", """{"units":[{"id":"tu","name":"TU","zone":"Asia/Jayapura"}]}"""));
        await OkAsync(api.PutAsync(
            "/api/v1/agencies/mulai-april/employees", """{"employees":[{"id":"ani-1","unitId":"tu","kind":"pns"}]}"""));

        await using var later = await LaterApp.OpenAsync(cloud, NinthOfApril);
        var year = await AbsentAsync(later.ApiOf("mulai-april"), "ani-1");

        // 3 April 2026 is Good Friday.
        Assert.Equal(["2026-04-01", "2026-04-02", "2026-04-06", "2026-04-07", "2026-04-08"], Days(year));
    }

    [Fact]
    public async Task A_transfer_leaves_the_days_before_it_as_they_were()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var march = await LaterApp.OpenAsync(cloud, MonFirstOfMarch);
        await OkAsync(march.ApiOf(agency.Id).PostAsync("/api/v1/check-ins", agency.CheckIn(
            "masuk-maret", captured: "2026-03-02T07:45:00+09:00")
            .Replace("2026-01-05T10:00:00", "2026-03-02T10:00:00", StringComparison.Ordinal)));
        await using var june = await LaterApp.OpenAsync(cloud, FifthOfJune);
        var api = june.ApiOf(agency.Id);
        var before = await api.GetAsync("/api/v1/employees/ani-1/attendance/2026-03");

        await OkAsync(api.PutAsync($"/api/v1/agencies/{agency.Id}/policies/working-time/2026-01-01", """
            {"everybody":{"scheme":"fixed","week":[{"days":["monday","tuesday","wednesday","thursday","friday"],
              "start":"07:30","end":"16:00","breakMinutes":60}]},
             "units":[{"units":["jaga"],"hours":{"scheme":"fixed","week":[{"days":["sunday"],"start":"20:00","end":"08:00"}]}}]}
            """));
        await OkAsync(api.PutAsync($"/api/v1/agencies/{agency.Id}/units", """
            {"units":[{"id":"jaga","name":"Jaga","zone":"Asia/Jakarta"}]}
            """));
        await PutPeopleAsync(api, agency, """{"id":"ani-1","unitId":"jaga","kind":"pppk","raterId":"head-1"}""");
        var after = await api.GetAsync("/api/v1/employees/ani-1/attendance/2026-03");
        var own = await api.GetAsync("/api/v1/employees/ani-1/attendance/2026-06");

        Assert.Equal(Statuses(before), Statuses(after));
        Assert.Equal("present", Statuses(after)[1]);
        Assert.Equal(
            ["dayOff", "noRecord", "noRecord", "noRecord", "dayOff"], Statuses(own).Where((_, i) => i is 0 or >= 1));
    }

    [Fact]
    public async Task The_head_who_led_the_quarter_answers_for_the_unit_and_who_came_after_it_does_not()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await OkAsync(agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/units/tu/performance/2026-Q1", """{"level":"poor","setById":"chief"}"""));
        await agency.RateAsync("head-1", "chief", "meets", "meets", 100, 100);
        await agency.RateAsync("budi", "head-1", "meets", "meets", 100, 100);
        await using var april = await PastQuarter.OpenAsync(cloud);
        var api = april.ApiOf(agency.Id);
        await OkAsync(api.PutAsync($"/api/v1/agencies/{agency.Id}/units", """
            {"units":[{"id":"tu","name":"Tata Usaha","zone":"Asia/Jayapura","headId":"budi","headAs":"acting","from":"2026-04-02"}]}
            """));
        await PutPeopleAsync(
            api, agency, """{"id":"ani-1","unitId":"tu","kind":"pppk","raterId":"budi","from":"2026-04-02"}""");

        var newcomer = await RateAniAsync(api, agency, "budi");
        var former = await RateAniAsync(api, agency, "head-1");
        await april.StartRunAsync(agency.Id);
        await april.RankingOfAsync(agency.Id);
        var led = await api.GetAsync($"/api/v1/agencies/{agency.Id}/runs/2026-Q1/evaluations/head-1");
        var after = await api.GetAsync($"/api/v1/agencies/{agency.Id}/runs/2026-Q1/evaluations/budi");

        Assert.Equal((403, 200), (newcomer.Status, former.Status));
        Assert.Equal(("needsImprovement", "good"), ((string?)led.Json!["predicate"], (string?)after.Json!["predicate"]));
    }

    [Fact]
    public async Task A_change_to_come_waits_and_the_same_again_changes_nothing()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        const string Moved = """{"id":"ani-1","unitId":"tu","kind":"pppk","raterId":"chief","from":"2026-03-01"}""";
        await PutPeopleAsync(agency.Api, agency, Moved);
        await PutPeopleAsync(agency.Api, agency, Moved);
        var early = await RatedByAsync(agency.Api, agency, "chief");
        await using var march = await LaterApp.OpenAsync(cloud, MonFirstOfMarch);
        var then = await RatedByAsync(march.ApiOf(agency.Id), agency, "chief");

        Assert.DoesNotContain("ani-1", early);
        Assert.Contains("ani-1", then);
    }

    [Fact]
    public async Task The_register_is_read_as_it_stood_on_a_day()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        await PutPeopleAsync(
            agency.Api, agency, """{"id":"ani-1","unitId":"tu","kind":"pns","raterId":"chief","from":"2026-03-01"}""");

        var before = await OkAsync(agency.Api.GetAsync($"{root}/employees?on=2026-02-28"));
        var after = await OkAsync(agency.Api.GetAsync($"{root}/employees?on=2026-03-01"));
        var units = await OkAsync(agency.Api.GetAsync($"{root}/units"));
        var known = await OkAsync(agency.Api.GetAsync(root));

        Assert.Equal(("pppk", "head-1"), Ani(before));
        Assert.Equal(("pns", "chief"), Ani(after));
        Assert.Equal(
            ("2026-01-05", "head-1"), ((string?)units.Json!["on"], (string?)units.Json["units"]![0]!["headId"]));
        Assert.Equal("2026-01-01", (string?)known.Json!["beganOn"]);
        Assert.Equal(400, (await agency.Api.GetAsync($"{root}/posts?on=2026-02-30")).Status);

        static (string?, string?) Ani(Answer people)
        {
            var ani = people.Json!["employees"]!.AsArray().Single(p => (string?)p!["id"] == "ani-1")!;
            return ((string?)ani["kind"], (string?)ani["raterId"]);
        }
    }

    private static async Task<IEnumerable<string?>> RatedByAsync(Api api, SmallAgency agency, string rater) =>
        (await OkAsync(api.GetAsync($"/api/v1/agencies/{agency.Id}/reminders/2026-Q1?raterId={rater}")))
        .Json!["notHeard"]!.AsArray().Select(p => (string?)p!["employeeId"]);

    private static Task<Answer> RateAniAsync(Api api, SmallAgency agency, string rater) => api.PutAsync(
        $"/api/v1/agencies/{agency.Id}/ratings/2026-Q1/ani-1",
        $$"""{"raterId":"{{rater}}","result":"meets","behaviour":"meets","skpScore":90,"behaviourScore":90}""");

    private static async Task<JsonNode> AbsentAsync(Api api, string person) =>
        (await OkAsync(api.GetAsync($"/api/v1/employees/{person}/absences/2026"))).Json!;

    private static IEnumerable<string?> Days(JsonNode year) => year["absentDays"]!.AsArray().Select(d => (string?)d);

    private static List<string?> Statuses(Answer month) =>
        [.. month.Json!["days"]!.AsArray().Select(d => (string?)d!["status"])];

    private static Task PutPeopleAsync(Api api, SmallAgency agency, params string[] people) => OkAsync(api.PutAsync(
        $"/api/v1/agencies/{agency.Id}/employees", $$"""{"employees":[{{string.Join(',', people)}}]}"""));

    private static async Task<Answer> OkAsync(Task<Answer> asked)
    {
        var answer = await asked;
        Assert.True(answer.Status is 200 or 201, $"{answer.Status} {answer.Json}");
        return answer;
    }

    private static DateTimeOffset At(int year, int month, int day) =>
        new(year, month, day, 10, 0, 0, TimeSpan.FromHours(9));
}
