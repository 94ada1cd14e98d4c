using System.Text.Json.Nodes;
using Kinerja.Application.Notices;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Host.Tests.Refusals;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.WorkPlans;

/// <summary>Daily progress under an agreed plan: from draft to approval, as the person and the rater see it.</summary>
[Collection(nameof(CloudFixture))]
public sealed class DailyEntryTests(CloudFixture cloud)
{
    private const string Plan = "/api/v1/employees/ani-1/work-plans/2026-01-01";
    private const string Monday = "/api/v1/employees/ani-1/daily-entries/2026-01-05/harian-1";

    [Fact]
    public async Task A_day_goes_from_draft_over_a_return_to_approval_and_is_counted()
    {
        var agency = await AgreedAsync();
        var waiting = $"/api/v1/agencies/{agency.Id}/daily-entries?raterId=head-1";

        var draft = await agency.Api.PutAsync(Monday, Body(submit: false));
        Assert.Equal((200, "draft", 1), (draft.Status, StateOf(draft), (int)draft.Json!["version"]!));
        Assert.Empty(await EntriesAsync(agency.Api, waiting));
        Assert.Equal((0, 1), (await DraftsAsync("head-1"), await DraftsAsync("ani-1")));
        var submitted = await agency.Api.PutAsync(Monday, Body(submit: true));
        var again = await agency.Api.PutAsync(Monday, Body(submit: true));
        Assert.Equal(
            ("submitted", 2, 2),
            (StateOf(submitted), (int)submitted.Json!["version"]!, (int)again.Json!["version"]!));
        Assert.Equal("harian-1", (string?)Assert.Single(await EntriesAsync(agency.Api, waiting))!["id"]);

        await Refused.PostAsync(
            agency.Api, Monday + "/decision", """{"decidedById":"chief","approved":true}""", 403, "not-the-rater",
            "/decidedById");
        await Refused.PostAsync(
            agency.Api, Monday + "/decision", """{"decidedById":"head-1","approved":false}""", 422, "reason-required",
            "/words");
        var back = await agency.Api.PostAsync(
            Monday + "/decision", """{"decidedById":"head-1","approved":false,"words":"Bukti kurang."}""");
        Assert.Equal(("returned", "Bukti kurang."), (StateOf(back), (string?)back.Json!["decision"]!["words"]));
        Assert.Empty(await EntriesAsync(agency.Api, waiting));
        await Refused.PostAsync(
            agency.Api, Monday + "/decision", """{"decidedById":"head-1","approved":true}""", 409,
            "daily-entry-settled");

        await agency.Api.PutAsync(Monday, Body(submit: true, minutes: 300));
        foreach (var _ in new[] { 1, 2 })
        {
            var approved = await agency.Api.PostAsync(
                Monday + "/decision", """{"decidedById":"head-1","approved":true}""");
            Assert.Equal((200, "approved", 5), (approved.Status, StateOf(approved), (int)approved.Json!["version"]!));
        }

        await Refused.PutAsync(agency.Api, Monday, Body(submit: true, minutes: 10), 409, "daily-entry-settled");
        Assert.Equal(200, (await agency.Api.PutAsync(Monday, Body(submit: true, minutes: 300))).Status);
        await agency.Api.PutAsync(
            Monday.Replace("harian-1", "harian-2", StringComparison.Ordinal), Body(submit: false));
        var counted = (await agency.Api.GetAsync(
            $"/api/v1/agencies/{agency.Id}/daily-progress/2026-Q1?raterId=head-1")).Json!["people"]!.AsArray();
        Assert.Equal(["ani-1", "budi"], counted.Select(line => (string?)line!["employeeId"]));
        Assert.Equal((1, 1, 0, 1, 0, 300), CountsOf(counted[0]!));
        Assert.Equal((0, 0, 0, 0, 0, 0), CountsOf(counted[1]!));
        Assert.Equal(
            ["harian-1", "harian-2"],
            (await EntriesAsync(agency.Api, "/api/v1/employees/ani-1/daily-entries/2026-Q1"))
                .Select(entry => (string?)entry!["id"]));
        Assert.Empty(await EntriesAsync(agency.Api, "/api/v1/employees/ani-1/daily-entries/2026-Q2"));

        async Task<int> DraftsAsync(string reader) => (await EntriesAsync(
            cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["plans.read"], person: reader)),
            "/api/v1/employees/ani-1/daily-entries/2026-Q1")).Count;
    }

    [Fact]
    public async Task On_a_Monday_the_rater_learns_how_many_wait_and_the_person_how_many_were_sent_back()
    {
        var agency = await AgreedAsync();
        foreach (var id in new[] { "harian-1", "harian-2", "harian-3" })
        {
            await agency.Api.PutAsync(Monday.Replace("harian-1", id, StringComparison.Ordinal), Body(submit: true));
        }

        await agency.Api.PostAsync(
            Monday + "/decision", """{"decidedById":"head-1","approved":false,"words":"Bukti kurang."}""");
        var one = new OneAgency(
            cloud.Services.GetRequiredService<IAgencies>(), AgencyId.Parse(agency.Id).Value);
        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Equal(
                2,
                await ActivatorUtilities.CreateInstance<RemindDailyEntries>(cloud.Services, one)
                    .ExecuteAsync(CancellationToken.None));
        }

        Assert.Equal(("dailyEntriesWaiting", 2), await ToldAsync(agency.Api, "head-1"));
        Assert.Equal(("dailyEntriesReturned", 1), await ToldAsync(agency.Api, "ani-1"));
    }

    [Fact]
    public async Task What_is_submitted_is_told_the_rater_and_who_acts_and_its_decision_the_person()
    {
        var agency = await AgreedAsync();
        await agency.Api.PutAsync(
            "/api/v1/employees/head-1/delegations/2026-01-01",
            """{"delegateId":"budi","to":"2026-02-01","grantedById":"chief","reason":"Cuti."}""");
        await agency.Api.PutAsync(Monday, Body(submit: false));
        Assert.Empty(await InboxAsync(agency.Api, "head-1"));
        var body = Body(submit: true);
        await agency.Api.PutAsync(Monday, body);
        await agency.Api.PutAsync(Monday, body);
        await agency.Api.PutAsync(Monday, Body(submit: true, minutes: 200));
        foreach (var decider in new[] { "head-1", "budi" })
        {
            Assert.Equal(
                ["dailyEntrySubmitted ani-1 2026-01-05 harian-1  waits"], await InboxAsync(agency.Api, decider));
        }

        await agency.Api.PostAsync(
            Monday + "/decision", """{"decidedById":"budi","approved":false,"words":"Bukti kurang."}""");
        Assert.Equal(
            ["dailyEntrySubmitted ani-1 2026-01-05 harian-1  ended"], await InboxAsync(agency.Api, "head-1"));
        Assert.Equal(
            ["dailyEntryDecided  2026-01-05 harian-1 returned waits"], await InboxAsync(agency.Api, "ani-1"));
        var events = (await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/events?after=0")).Json!["events"]!;
        Assert.Equal(
            3, events.AsArray().Count(e => ((string?)e!["data"]!["code"])?.StartsWith(
                "dailyEntry", StringComparison.Ordinal) == true));
        Assert.DoesNotContain("Bukti kurang", events.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_back_waits_for_nobody_and_submitted_again_it_is_told_again()
    {
        var agency = await AgreedAsync();
        await agency.Api.PutAsync(Monday, Body(submit: true));
        await agency.Api.PutAsync(Monday, Body(submit: false));
        Assert.Equal(
            ["dailyEntrySubmitted ani-1 2026-01-05 harian-1  ended"], await InboxAsync(agency.Api, "head-1"));
        await using var later = await LaterApp.OpenAsync(cloud, CloudFixture.Monday.AddHours(1));
        await later.ApiOf(agency.Id).PutAsync(Monday, Body(submit: true));
        Assert.Equal(
            [
                "dailyEntrySubmitted ani-1 2026-01-05 harian-1  waits",
                "dailyEntrySubmitted ani-1 2026-01-05 harian-1  ended",
            ],
            await InboxAsync(agency.Api, "head-1"));
    }

    /// <summary>Of the notices at once, the newest first.</summary>
    private static async Task<List<string>> InboxAsync(Api api, string person) =>
    [
        .. (await api.GetAsync($"/api/v1/employees/{person}/inbox")).Json!["items"]!.AsArray()
            .Where(i => (string?)i!["code"] is "dailyEntrySubmitted" or "dailyEntryDecided")
            .Select(i => $"{i!["code"]} {i["about"]!["employeeId"]} {i["about"]!["date"]} {i["about"]!["reference"]} "
                + $"{i["about"]!["outcome"]} {(i["endedAt"] is null ? "waits" : "ended")}"),
    ];

    private static async Task<(string?, int?)> ToldAsync(Api api, string person)
    {
        var inbox = (await api.GetAsync($"/api/v1/employees/{person}/inbox")).Json!;
        var item = Assert.Single(inbox["items"]!.AsArray(), i => ((string?)i!["code"])!.StartsWith(
            "dailyEntries", StringComparison.Ordinal))!;
        return ((string?)item["code"], (int?)item["about"]!["count"]);
    }

    [Fact]
    public async Task A_delegate_decides_in_the_raters_place_and_finds_what_waits()
    {
        var agency = await AgreedAsync();
        await agency.Api.PutAsync(Monday, Body(submit: true));
        await Refused.PostAsync(
            agency.Api, Monday + "/decision", """{"decidedById":"budi","approved":true}""", 403, "not-the-rater",
            "/decidedById");
        await agency.Api.PutAsync(
            "/api/v1/employees/head-1/delegations/2026-01-05",
            """{"delegateId":"budi","to":"2026-02-01","grantedById":"head-1","reason":"Cuti."}""");

        Assert.Single(await EntriesAsync(agency.Api, $"/api/v1/agencies/{agency.Id}/daily-entries?raterId=budi"));
        var decided = await agency.Api.PostAsync(
            Monday + "/decision", """{"decidedById":"budi","approved":true}""");

        Assert.Equal(("approved", "budi"), (StateOf(decided), (string?)decided.Json!["decision"]!["decidedById"]));
    }

    [Fact]
    public async Task What_comes_after_the_policys_term_is_marked_late_and_nothing_is_where_no_term_is_named()
    {
        var agency = await AgreedAsync();
        var friday = Monday.Replace("2026-01-05", "2026-01-02", StringComparison.Ordinal);
        var free = await agency.Api.PutAsync(friday, Body(submit: true));
        Assert.Equal((false, null), ((bool)free.Json!["late"]!, (string?)free.Json["dueOn"]));

        var policy = await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/work-plan/2026-01-01", """{"dailyEntryDays":2}""");
        Assert.Equal(2, (int?)policy.Json!["policy"]!["dailyEntryDays"]);
        var late = await agency.Api.PutAsync(
            friday.Replace("harian-1", "harian-2", StringComparison.Ordinal), Body(submit: true));
        var inTime = await agency.Api.PutAsync(
            friday.Replace("2026-01-02/harian-1", "2026-01-03/harian-3", StringComparison.Ordinal), Body(submit: true));
        Assert.Equal((true, "2026-01-04"), ((bool)late.Json!["late"]!, (string?)late.Json["dueOn"]));
        Assert.Equal((false, "2026-01-05"), ((bool)inTime.Json!["late"]!, (string?)inTime.Json["dueOn"]));
    }

    [Fact]
    public async Task What_is_no_day_no_plan_and_no_figure_is_refused_and_nobody_writes_for_another()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await Refused.PutAsync(agency.Api, Monday, Body(submit: true), 404, "unknown-work-plan");
        await agency.Api.PutAsync(Plan, PlanBody);
        await Refused.PutAsync(agency.Api, Monday, Body(submit: true), 409, "plan-not-agreed");
        await agency.Api.PostAsync(Plan + "/agreement", """{"agreedById":"head-1","version":1}""");

        await Refused.PutAsync(
            agency.Api, Monday.Replace("-05/", "-06/", StringComparison.Ordinal), Body(submit: true), 422,
            "day-not-begun", "/date");
        await Refused.PutAsync(
            agency.Api, Monday.Replace("2026-01-05", "2025-12-31", StringComparison.Ordinal), Body(submit: true), 400,
            "invalid-field", "/planFrom");
        await Refused.PutAsync(
            agency.Api, Monday, Body(submit: true).Replace("rhk-1", "rhk-9", StringComparison.Ordinal), 422,
            "unknown-result", "/resultId");
        await Refused.PutAsync(
            agency.Api, Monday, Body(submit: true).Replace("\"minutes\":240,", "", StringComparison.Ordinal), 400,
            "invalid-field", "/minutes");
        await Refused.PutAsync(
            agency.Api, Monday, Body(submit: true).Replace("aaaa", "zzzz", StringComparison.Ordinal), 400,
            "invalid-field", "/evidenceSha256/0");
        await Refused.PostAsync(
            agency.Api, Monday + "/decision", """{"decidedById":"head-1","approved":true}""", 404,
            "unknown-daily-entry");
        await Refused.PutAsync(
            cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["plans.write"], person: "budi")), Monday,
            Body(submit: true), 403, "wrong-person");
        var mine = await cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["plans.write"], person: "ani-1"))
            .PutAsync(Monday, Body(submit: true));
        Assert.Equal(200, mine.Status);
        var stale = await agency.Api.PutAsync(Monday, Body(submit: true, minutes: 5), "\"7\"");
        Refused.Check(stale, Monday, 412, "stale-version");
    }

    [Fact]
    public async Task A_day_takes_thirty_entries_and_their_list_goes_on_after_a_hundred()
    {
        var agency = await AgreedAsync();
        foreach (var (day, i) in Enumerable.Range(1, 4)
            .SelectMany(day => Enumerable.Range(0, 30).Select(i => (day, i))))
        {
            var path = $"/api/v1/employees/ani-1/daily-entries/2026-01-0{day}/harian-{i:D2}";
            Assert.Equal(200, (await agency.Api.PutAsync(path, Body(submit: true))).Status);
        }

        await Refused.PutAsync(
            agency.Api, "/api/v1/employees/ani-1/daily-entries/2026-01-04/harian-99", Body(submit: true), 400,
            "invalid-field", "/id");
        foreach (var list in new[]
        {
            "/api/v1/employees/ani-1/daily-entries/2026-Q1",
            $"/api/v1/agencies/{agency.Id}/daily-entries?raterId=head-1",
        })
        {
            var first = await agency.Api.GetAsync(list);
            Assert.Equal(100, first.Json!["entries"]!.AsArray().Count);
            var second = await agency.Api.GetAsync(first.Headers.GetValues("Link").Single().Split('<', '>')[1]);
            Assert.Equal(20, second.Json!["entries"]!.AsArray().Count);
            Assert.False(second.Headers.Contains("Link"));
        }
    }

    private const string PlanBody = """
        {"byId":"ani-1","plan":{"results":[
          {"id":"rhk-1","kind":"main","words":"Layanan","indicators":[
            {"id":"mutu","words":"Mutu","aspect":"quality","target":{"value":10,"unit":"nilai","direction":"moreIsBetter","counting":"latest"}}]}]}}
        """;

    private static string Body(bool submit, int minutes = 240) => $$"""
        {"planFrom":"2026-01-01","resultId":"rhk-1","words":"Dua belas berkas.","minutes":{{minutes}},
         "evidence":[{"url":"https://arsip.example.go.id/0105"}],"evidenceSha256":["{{new string('a', 64)}}"],
         "submit":{{(submit ? "true" : "false")}}}
        """;

    private async Task<SmallAgency> AgreedAsync()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync(Plan, PlanBody);
        var agreed = await agency.Api.PostAsync(Plan + "/agreement", """{"agreedById":"head-1","version":1}""");
        Assert.Equal(200, agreed.Status);
        return agency;
    }

    private static string? StateOf(Answer answer) => (string?)answer.Json!["state"];

    private static async Task<JsonArray> EntriesAsync(Api api, string path) =>
        (await api.GetAsync(path)).Json!["entries"]!.AsArray();

    private static (int, int, int, int, int, int) CountsOf(JsonNode line) => (
        (int)line["days"]!, (int)line["drafts"]!, (int)line["submitted"]!, (int)line["approved"]!,
        (int)line["late"]!, (int)line["approvedMinutes"]!);
}
