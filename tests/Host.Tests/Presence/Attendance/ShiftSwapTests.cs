using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Presence.Attendance;

/// <summary>
/// Shifts that two people exchange. It is Monday 5 January 2026, 10:00 in Jayapura; Ani has 09:00 to 17:00, Budi 06:00
/// to 14:00, on the 6th nobody works, on the 7th Ani from 23:00 and Budi on the 8th from 06:00.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class ShiftSwapTests(CloudFixture cloud)
{
    private const string Ani = "/api/v1/employees/ani-1", Swaps = Ani + "/shift-swaps";

    [Fact]
    public async Task After_approval_each_ones_day_is_judged_by_the_others_shift_and_both_are_told()
    {
        var agency = await RosterAsync();
        await RecordAsync(agency, "ani-1", "2026-01-05T06:20:00+09:00");
        await RecordAsync(agency, "budi", "2026-01-05T09:05:00+09:00");
        Assert.Equal(("0 -", "185 -"), (await DayAsync(agency, "ani-1"), await DayAsync(agency, "budi")));

        var asked = await AskAsync(agency, "tukar-0001", "2026-01-05");
        var again = await AskAsync(agency, "tukar-0001", "2026-01-05");
        var stranger = await AnswerAsync(agency, "tukar-0001", "2026-01-05", "ani-1");
        var superior = await AnswerAsync(agency, "tukar-0001", "2026-01-05", "head-1");
        Assert.Equal("185 -", await DayAsync(agency, "budi"));
        var other = await AnswerAsync(agency, "tukar-0001", "2026-01-05", "budi");

        Assert.Equal((201, 200, 403), (asked.Status, again.Status, stranger.Status));
        Assert.Equal(("requested", "approved"), ((string?)superior.Json!["state"], (string?)other.Json!["state"]));
        Assert.Equal("20 tukar-0001", await DayAsync(agency, "ani-1"));
        Assert.Equal("5 tukar-0001", await DayAsync(agency, "budi"));
        var list = await agency.Api.GetAsync("/api/v1/employees/budi/shift-swaps?month=2026-01");
        Assert.Equal(3, Assert.Single(list.Json!["swaps"]!.AsArray())!["trail"]!.AsArray().Count);
        Assert.Equal(["shiftSwapRequested"], await ToldAsync(agency, "head-1"));
        Assert.Equal(["shiftSwapDecided"], await ToldAsync(agency, "ani-1"));
        Assert.Equal(["shiftSwapDecided", "shiftSwapRequested"], (await ToldAsync(agency, "budi")).Order());
    }

    [Fact]
    public async Task What_is_over_or_makes_two_shifts_at_once_is_refused()
    {
        var agency = await RosterAsync();
        async Task RefusedAsync(string code, string dates, string with = "budi", int status = 422) =>
            await Refused.PostAsync(
                agency.Api, Swaps, Body("tukar-0009", dates, with), status, code,
                code is "unknown-employee" or "invalid-field" ? "/withId" : "/dates/0");

        await RefusedAsync("day-past", "2026-01-04");
        await RefusedAsync("no-shift-to-swap", "2026-01-06");
        await RefusedAsync("no-shift-to-swap", "2026-01-07", "chief");
        await RefusedAsync("shifts-overlap", "2026-01-07");
        await RefusedAsync("unknown-employee", "2026-01-07", "nobody", 404);
        await RefusedAsync("invalid-field", "2026-01-07", "ani-1", 400);

        Assert.Equal(201, (await AskAsync(agency, "tukar-0002", "2026-01-07\",\"2026-01-08")).Status);
        await Refused.PostAsync(
            agency.Api, Swaps, Body("tukar-0002", "2026-01-07", "budi"), 422, "reused-id", "/id");
        var declined = await AnswerAsync(agency, "tukar-0002", "2026-01-07", "budi", "declined");
        Assert.Equal("declined", (string?)declined.Json!["state"]);
        Assert.Equal(409, (await AnswerAsync(agency, "tukar-0002", "2026-01-07", "head-1")).Status);
        Assert.Equal(404, (await AnswerAsync(agency, "tukar-0002", "2026-01-08", "head-1")).Status);
    }

    /// <summary>
    /// Budi's night of the 12th ends at 07:00 and the chief's shift of the 13th begins at 06:00: Ani can have either,
    /// and both are approved at the same moment.
    /// </summary>
    [Fact]
    public async Task Of_two_swaps_that_cannot_both_hold_and_are_approved_at_the_same_moment_one_holds()
    {
        var agency = await RosterAsync();
        Assert.Equal(201, (await AskAsync(agency, "tukar-0003", "2026-01-12")).Status);
        Assert.Equal(201, (await AskAsync(agency, "tukar-0004", "2026-01-13", "chief")).Status);
        await AnswerAsync(agency, "tukar-0003", "2026-01-12", "budi");
        await AnswerAsync(agency, "tukar-0004", "2026-01-13", "chief");

        var waiting = await WaitingAsync(agency, "head-1");
        Assert.Equal(["tukar-0003", "tukar-0004"], waiting);
        Assert.Empty(await WaitingAsync(agency, "budi"));
        Assert.Equal(2, (int?)(await agency.Api.GetAsync("/api/v1/me?employeeId=head-1")).Json!["waiting"]!["swaps"]);

        var answers = await Task.WhenAll(
            AnswerAsync(agency, "tukar-0003", "2026-01-12", "head-1"),
            AnswerAsync(agency, "tukar-0004", "2026-01-13", "head-1"));
        Assert.Equal([200, 422], answers.Select(a => a.Status).Order());
        Assert.Equal("urn:kinerja:problem:shifts-overlap", answers.Single(a => a.Status == 422).ProblemType);
        Assert.Single(await WaitingAsync(agency, "head-1"));
    }

    [Fact]
    public async Task A_delegate_of_the_superior_approves_in_that_ones_name_and_a_stranger_does_not()
    {
        var agency = await RosterAsync();
        var put = await agency.Api.PutAsync(
            "/api/v1/employees/head-1/delegations/2026-01-05",
            """{"delegateId":"chief","to":"2026-01-06","grantedById":"head-1","reason":"Cuti."}""");
        Assert.Equal(200, put.Status);
        await AskAsync(agency, "tukar-0005", "2026-01-05");
        Assert.Equal(["tukar-0005"], await WaitingAsync(agency, "chief"));
        var person = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(
            agency.Id, ["swaps.read", "swaps.decide"], person: "chief"));
        await Refused.GetAsync(
            person, $"/api/v1/agencies/{agency.Id}/shift-swaps?deciderId=head-1", 403, "wrong-person");

        var approved = await AnswerAsync(agency, "tukar-0005", "2026-01-05", "chief");
        var step = approved.Json!["trail"]!.AsArray()[^1]!;
        Assert.Equal(("chief", "head-1"), ((string?)step["byId"], (string?)step["inNameOf"]![0]));
        var held = await AnswerAsync(agency, "tukar-0005", "2026-01-05", "budi");
        Assert.Equal("approved", (string?)held.Json!["state"]);
    }

    private static async Task<IEnumerable<string?>> WaitingAsync(SmallAgency agency, string person)
    {
        var list = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/shift-swaps?deciderId={person}");
        return list.Json!["swaps"]!.AsArray().Select(swap => (string?)swap!["id"]);
    }

    private async Task<SmallAgency> RosterAsync()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var put = await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/policies/working-time/2025-12-01", """
            {"everybody":{"scheme":"shift","week":[{"days":["monday"],"start":"07:30","end":"16:00"}],
              "shifts":[{"id":"siang","start":"09:00","end":"17:00"},{"id":"pagi","start":"06:00","end":"14:00"},
                {"id":"malam","start":"23:00","end":"07:00"}],
              "rotations":[{"employees":["ani-1"],"from":"2026-01-04","cycle":["siang","siang","off","malam","off"]},
                {"employees":["budi"],"from":"2026-01-04","cycle":["pagi","pagi","off","off","pagi"]}],
              "changes":[{"employeeId":"ani-1","date":"2026-01-12","shift":"siang"},
                {"employeeId":"ani-1","date":"2026-01-13","shift":"siang"},
                {"employeeId":"budi","date":"2026-01-12","shift":"malam"},
                {"employeeId":"chief","date":"2026-01-13","shift":"pagi"}]}}
            """);
        Assert.Equal(200, put.Status);
        return agency;
    }

    private static string Body(string id, string dates, string with) =>
        $$"""{"id":"{{id}}","withId":"{{with}}","dates":["{{dates}}"],"reason":"Pernikahan adik."}""";

    private static Task<Answer> AskAsync(SmallAgency agency, string id, string dates, string with = "budi") =>
        agency.Api.PostAsync(Swaps, Body(id, dates, with));

    private static Task<Answer> AnswerAsync(
        SmallAgency agency, string id, string date, string by, string decision = "approved") => agency.Api.PostAsync(
        $"{Swaps}/{id}/decision",
        $$"""{"date":"{{date}}","decidedById":"{{by}}","decision":"{{decision}}","reason":"Baik."}""");

    private static async Task RecordAsync(SmallAgency agency, string person, string captured) => Assert.Equal(
        201,
        (await agency.Api.PostAsync(
            "/api/v1/check-ins", agency.CheckIn("masuk-" + person, person, captured))).Status);

    /// <summary>Minutes late on the 5th, and the swap that the day names.</summary>
    private static async Task<string> DayAsync(SmallAgency agency, string person)
    {
        var month = await agency.Api.GetAsync($"/api/v1/employees/{person}/attendance/2026-01");
        var day = month.Json!["days"]!.AsArray().Single(d => (string?)d!["date"] == "2026-01-05")!;
        var swap = day["reasons"]!.AsArray().SingleOrDefault(r => (string?)r!["code"] == "shiftSwapped");
        return $"{day["lateMinutes"]} {(string?)swap?["reference"] ?? "-"}";
    }

    private static async Task<List<string?>> ToldAsync(SmallAgency agency, string person) =>
        [.. (await agency.Api.GetAsync($"/api/v1/employees/{person}/inbox")).Json!["items"]!.AsArray()
            .Select(item => (string?)item!["code"])];
}
