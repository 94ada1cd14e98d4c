namespace Kinerja.Host.Tests.FlexibleWork;

/// <summary>Eligibility, planned days and reports through the running host and a real table store.</summary>
[Collection(nameof(CloudFixture))]
public sealed class FlexibleWorkTests(CloudFixture cloud)
{
    [Fact]
    public async Task Every_reason_for_a_no_is_told_at_once_in_both_languages()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);

        var answer = await agency.Api.GetAsync("/api/v1/employees/ani-1/flexible-work/2026-01-14");

        Assert.Equal(200, answer.Status);
        Assert.False((bool?)answer.Json!["eligible"]);
        Assert.Equal(["noPost", "notAdopted"], answer.Json["reasons"]!.AsArray().Select(r => (string?)r!["code"]));
        Assert.NotEqual((string?)answer.Json["reasons"]![0]!["en"], (string?)answer.Json["reasons"]![0]!["id"]);
    }

    [Fact]
    public async Task A_day_is_planned_listed_and_taken_back_and_the_week_is_then_free_again()
    {
        var agency = await AdoptedAsync(6);

        Assert.Equal(200, (await PlanAsync(agency, "wfa-1", "2026-01-14")).Status);
        Assert.Equal(200, (await PlanAsync(agency, "wfa-1", "2026-01-14")).Status);
        Refused(await PlanAsync(agency, "wfa-1", "2026-01-16"), "weeklyQuotaUsed");
        Assert.Equal(["wfa-1"], await PlannedAsync(agency));

        Assert.Equal(204, (await agency.Api.SendAsync(HttpMethod.Delete, Day("wfa-1", "2026-01-14"), null)).Status);
        Assert.Equal(200, (await PlanAsync(agency, "wfa-1", "2026-01-16")).Status);
    }

    /// <summary>Eight people want the four places of a unit of eight: exactly four get one, whoever is first.</summary>
    [Fact]
    public async Task Of_those_who_take_a_units_last_places_at_once_no_more_than_the_share_win()
    {
        var agency = await AdoptedAsync(8);

        var answers = await Task.WhenAll(
            Enumerable.Range(1, 8).Select(i => PlanAsync(agency, $"wfa-{i}", "2026-01-14")));

        Assert.Equal(4, answers.Count(a => a.Status == 200));
        Assert.All(answers.Where(a => a.Status != 200), a => Refused(a, "unitShareReached"));
        Assert.Equal(4, (await PlannedAsync(agency)).Count);
    }

    /// <summary>Five days of one week planned at once by one person whose week has one.</summary>
    [Fact]
    public async Task One_person_who_plans_a_whole_week_at_once_gets_one_day()
    {
        var agency = await AdoptedAsync(6);

        var answers = await Task.WhenAll(
            Enumerable.Range(12, 5).Select(day => PlanAsync(agency, "wfa-1", $"2026-01-{day}")));

        Assert.Equal(1, answers.Count(a => a.Status == 200));
        Assert.Equal(["wfa-1"], await PlannedAsync(agency));
    }

    /// <summary>Six people, three places each Thursday: in two weeks everybody has had one day.</summary>
    [Fact]
    public async Task The_home_day_goes_round_within_the_places_and_is_only_proposed()
    {
        var agency = await AdoptedAsync(6);
        var root = $"/api/v1/agencies/{agency.Id}";
        var thursdays = await agency.Api.PutAsync(
            root + "/policies/flexible-work/2026-01-02", """{"daysAllowed":["thursday"]}""");
        Assert.Equal(200, thursdays.Status);
        async Task<string> ProposedAsync(string monday)
        {
            var answer = await agency.Api.GetAsync($"{root}/units/analis/home-rotation?from={monday}");
            return string.Join(' ', answer.Json!["turns"]!.AsArray().Where(t => t!["proposed"] is not null)
                .Select(t => $"{t!["employeeId"]}:{t["proposed"]}"));
        }

        const string First = "wfa-1:2026-01-15 wfa-2:2026-01-15 wfa-3:2026-01-15";
        Assert.Equal(First, await ProposedAsync("2026-01-12"));
        Assert.Empty(await PlannedAsync(agency));
        foreach (var person in new[] { "wfa-1", "wfa-2", "wfa-3" })
        {
            Assert.Equal(200, (await PlanAsync(agency, person, "2026-01-15")).Status);
        }

        Assert.Equal("", await ProposedAsync("2026-01-12"));
        Assert.Equal("wfa-4:2026-01-22 wfa-5:2026-01-22 wfa-6:2026-01-22", await ProposedAsync("2026-01-19"));
        var full = await agency.Api.GetAsync($"{root}/units/analis/home-rotation?from=2026-01-12");
        Assert.Equal(
            ["unitShareReached", "weeklyQuotaUsed"],
            new[] { "wfa-4", "wfa-1" }.Select(id => (string?)full.Json!["turns"]!.AsArray()
                .Single(t => (string?)t!["employeeId"] == id)!["reasons"]!.AsArray()[^1]!["code"]));
        var tuesday = await agency.Api.GetAsync($"{root}/units/analis/home-rotation?from=2026-01-13");
        Assert.Equal((400, "/from"), (tuesday.Status, tuesday.Pointers.Single()));
        var nobody = await agency.Api.GetAsync($"{root}/units/bulan/home-rotation?from=2026-01-12");
        Assert.Equal((404, "urn:kinerja:problem:unknown-unit"), (nobody.Status, nobody.ProblemType));
    }

    [Fact]
    public async Task Somebody_elses_home_an_office_and_a_place_that_was_never_set_are_no_places()
    {
        var agency = await AdoptedAsync(6);
        foreach (var place in new[] { "rumah-lain", "kantor", "bulan" })
        {
            var answer = await agency.Api.PutAsync(Day("wfa-1", "2026-01-14"), $$"""{"geofenceId":"{{place}}"}""");
            Assert.Equal((422, "urn:kinerja:problem:place-not-flexible"), (answer.Status, answer.ProblemType));
        }

        var past = await PlanAsync(agency, "wfa-1", "2026-01-02");
        Assert.Equal((422, "urn:kinerja:problem:day-past"), (past.Status, past.ProblemType));
        var none = await agency.Api.SendAsync(HttpMethod.Delete, Day("wfa-1", "2026-01-14"), null);
        Assert.Equal((404, "urn:kinerja:problem:unknown-flexible-day"), (none.Status, none.ProblemType));
    }

    [Fact]
    public async Task A_survey_is_answered_once_per_person_and_shows_nothing_while_it_is_open()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var survey = $"/api/v1/agencies/{agency.Id}/surveys/fwa";
        const string Body = """
            {"title":"Survei","opensOn":"2026-01-05","lastDay":"2026-01-09","questions":[{"id":"puas","kind":"scale","words":"Puas?"}]}
            """;
        Assert.Equal(200, (await agency.Api.PutAsync(survey, Body)).Status);
        foreach (var step in new[] { 2, 5 })
        {
            var answered = await agency.Api.PutAsync(
                survey + "/responses/ani-1", $$"""{"level":"local","answers":[{"question":"puas","step":{{step}}}]}""");
            Assert.Equal(200, answered.Status);
        }

        var open = await agency.Api.GetAsync(survey + "/results");
        Assert.Equal((409, "urn:kinerja:problem:survey-open"), (open.Status, open.ProblemType));
        var shorter = await agency.Api.PostAsync(
            survey + "/extensions", """{"lastDay":"2026-01-08","reason":"Cepat."}""");
        Assert.Equal((400, "/lastDay"), (shorter.Status, Assert.Single(shorter.Pointers)));
        var longer = await agency.Api.PostAsync(
            survey + "/extensions", """{"lastDay":"2026-01-16","reason":"Diperpanjang."}""");
        Assert.Equal(
            ("2026-01-16", "2026-01-09"),
            ((string?)longer.Json!["lastDay"], (string?)longer.Json["extensions"]![0]!["from"]));
    }

    [Fact]
    public async Task The_reports_count_heads_and_name_nobody()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn("checkin-0001"));
        await agency.Api.PostAsync(
            "/api/v1/check-ins", agency.CheckIn("checkin-0002", captured: "2026-01-05T08:30:00+09:00"));
        await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn("checkin-0003", "budi"));

        var occupancy = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/reports/occupancy?month=2026-01");
        var flexible = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/reports/flexible-work?month=2026-01");

        var monday = Assert.Single(occupancy.Json!["offices"]!.AsArray(), o => (string?)o!["weekday"] == "monday");
        Assert.Equal(2, (int?)monday!["mostPeople"]);
        Assert.Equal(200, flexible.Status);
        Assert.Empty(flexible.Json!["units"]!.AsArray());
        Assert.DoesNotContain("ani-1", occupancy.Json.ToJsonString() + flexible.Json.ToJsonString());
    }

    /// <summary>
    /// A unit of listed analysts with one home each, in an agency that adopted flexible work with its defaults.
    /// </summary>
    private async Task<SmallAgency> AdoptedAsync(int people)
    {
        var agency = await SmallAgency.RegisterAsync(cloud, "Asia/Jakarta");
        var root = $"/api/v1/agencies/{agency.Id}";
        var staff = string.Join(',', Enumerable.Range(1, people).Select(i =>
            $$"""{"id":"wfa-{{i}}","unitId":"analis","kind":"pns","postId":"analis"}"""));
        await Good(agency.Api.PutAsync(
            root + "/units", """{"units":[{"id":"analis","name":"Analis","zone":"Asia/Jakarta"}]}"""));
        await Good(agency.Api.PutAsync(
            root + "/posts", """{"posts":[{"id":"analis","name":"Analis","flexibleWork":true}]}"""));
        await Good(agency.Api.PutAsync(root + "/employees", $$"""{"employees":[{{staff}}]}"""));
        await FlexibleSetup.AdoptAsync(agency.Api, agency.Id, "lain-1");
        var homes = FlexibleSetup.Home.Replace(
            "\"employees\":[\"%\"]", "\"units\":[\"analis\"]", StringComparison.Ordinal);
        await Good(agency.Api.PutAsync(root + "/geofences/rumah", homes));
        return agency;

        static async Task Good(Task<Answer> answer) =>
            Assert.True((await answer).Status is 200 or 201, $"{(await answer).Json}");
    }

    private static string Day(string person, string date) => $"/api/v1/employees/{person}/flexible-days/{date}";

    private static Task<Answer> PlanAsync(SmallAgency agency, string person, string date) =>
        agency.Api.PutAsync(Day(person, date), """{"geofenceId":"rumah"}""");

    private static async Task<List<string?>> PlannedAsync(SmallAgency agency)
    {
        var listed = await agency.Api.GetAsync(
            $"/api/v1/agencies/{agency.Id}/units/analis/flexible-days?from=2026-01-01&to=2026-02-01");
        return [.. listed.Json!["days"]!.AsArray().Select(d => (string?)d!["employeeId"])];
    }

    private static void Refused(Answer answer, string reason)
    {
        Assert.Equal((422, "urn:kinerja:problem:not-eligible"), (answer.Status, answer.ProblemType));
        Assert.Contains(
            answer.Json!["errors"]!.AsArray(),
            e => ((string?)e!["detail"])!.StartsWith(reason + ":", StringComparison.Ordinal));
    }
}
