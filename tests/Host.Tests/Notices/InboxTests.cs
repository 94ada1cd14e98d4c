using System.Text.Json.Nodes;
using Kinerja.Application.Notices;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using Kinerja.Host.Tests.Refusals;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Host.Tests.Notices;

/// <summary>A person is told what others ask and decide, reads it, and marks what was seen.</summary>
[Collection(nameof(CloudFixture))]
public sealed class InboxTests(CloudFixture cloud)
{
    private const string Ani = "/api/v1/employees/ani-1", Head = "/api/v1/employees/head-1";

    [Fact]
    public async Task A_correction_is_told_to_who_decides_and_its_decision_to_who_asked()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await CorrectAsync(agency, "koreksi-0001");

        var asked = Assert.Single(await ItemsAsync(agency.Api, Head))!;
        Assert.Equal(
            ("correctionRequested", "ani-1", "2026-01-05", "koreksi-0001"),
            ((string?)asked["code"], (string?)asked["about"]!["employeeId"], (string?)asked["about"]!["date"],
                (string?)asked["about"]!["reference"]));
        Assert.Equal("ani-1 asks to correct 2026-01-05. Your decision is awaited.", (string?)asked["text"]);
        var indonesian = await agency.Api.SendAsync(
            HttpMethod.Get, $"{Head}/inbox", null, ("Accept-Language", "id-ID"));
        Assert.Equal(
            "ani-1 meminta koreksi untuk 2026-01-05. Keputusan Anda ditunggu.",
            (string?)indonesian.Json!["items"]![0]!["text"]);
        Assert.Empty(await ItemsAsync(agency.Api, Ani));

        var decision = await agency.Api.PostAsync(
            $"{Ani}/corrections/koreksi-0001/decision",
            """{"date":"2026-01-05","decidedById":"head-1","decision":"declined","reason":"Tidak ada bukti."}""");
        Assert.Equal(200, decision.Status);
        var told = Assert.Single(await ItemsAsync(agency.Api, Ani))!;
        Assert.Equal(
            ("correctionDecided", "declined"), ((string?)told["code"], (string?)told["about"]!["outcome"]));
    }

    [Fact]
    public async Task What_is_decided_waits_for_nobody_any_more_whoever_decided_it()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var deputy = await agency.Api.PutAsync(
            $"{Head}/delegations/2026-01-01",
            """{"delegateId":"budi","to":"2026-02-01","grantedById":"chief","reason":"Cuti."}""");
        Assert.Equal(200, deputy.Status);
        await CorrectAsync(agency, "koreksi-0001");
        await CorrectAsync(agency, "koreksi-0002");
        Assert.Equal((2, 2), (await WaitingAsync(agency, "head-1"), await WaitingAsync(agency, "budi")));

        var decision = await agency.Api.PostAsync(
            $"{Ani}/corrections/koreksi-0001/decision",
            """{"date":"2026-01-05","decidedById":"budi","decision":"approved","reason":"Benar."}""");
        Assert.Equal(200, decision.Status);
        foreach (var person in new[] { "head-1", "budi" })
        {
            Assert.Equal(1, await WaitingAsync(agency, person));
            var left = (await agency.Api.GetAsync($"/api/v1/employees/{person}/inbox?unseen=true")).Json!["items"]!;
            Assert.Equal("koreksi-0002", (string?)Assert.Single(left.AsArray())!["about"]!["reference"]);
            var ended = (await ItemsAsync(agency.Api, $"/api/v1/employees/{person}"))
                .Single(i => (string?)i!["about"]!["reference"] == "koreksi-0001")!;
            Assert.Equal(("2026-01-05T01:00:00Z", null), ((string?)ended["endedAt"], (string?)ended["seenAt"]));
        }
    }

    /// <summary>Events come at least once and in no order: whichever comes last sees the other.</summary>
    [Theory]
    [InlineData("asked", "decided")]
    [InlineData("decided", "asked")]
    [InlineData("asked", "decided", "asked", "decided")]
    [InlineData("decided", "asked", "again")]
    public async Task An_item_is_ended_in_whichever_order_it_is_told(params string[] order)
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var (inboxes, id, at) = (
            cloud.Services.GetRequiredService<IInboxes>(), AgencyId.Parse(agency.Id).Value,
            Instant.FromUtc(2026, 1, 5, 0, 0));
        var about = new NoticeSubject { Date = new(2026, 1, 5), Reference = "koreksi-1" };
        EmployeeId head = EmployeeId.Parse("head-1").Value, ani = EmployeeId.Parse("ani-1").Value;
        var told = new Dictionary<string, Notice>
        {
            ["asked"] = new(id, head, NoticeCode.CorrectionRequested, about with { EmployeeId = ani }, at),
            ["decided"] = new(
                id, ani, NoticeCode.CorrectionDecided, about with { Outcome = "approved" }, at + Duration.FromHours(1)),
            // The same matter, asked for once more after it was decided.
            ["again"] = new(
                id, head, NoticeCode.CorrectionRequested, about with { EmployeeId = ani, Count = 2 },
                at + Duration.FromHours(2)),
        };
        foreach (var notice in order)
        {
            await inboxes.AddAsync([told[notice]], default);
        }

        // Decided otherwise later: what has ended has ended then.
        await inboxes.AddAsync(
            [
                told["decided"] with
                {
                    About = about with { Outcome = "declined" }, At = at + Duration.FromMinutes(90),
                },
                told["asked"],
            ],
            default);

        Assert.Equal(
            order.Contains("again") ? 1 : 0, await WaitingAsync(agency, "head-1"));
        Assert.Contains(
            "2026-01-05T01:00:00Z", (await ItemsAsync(agency.Api, Head)).Select(i => (string?)i!["endedAt"]));
    }

    [Fact]
    public async Task What_was_seen_is_marked_and_the_rest_is_counted()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        foreach (var id in new[] { "koreksi-0001", "koreksi-0002" })
        {
            await CorrectAsync(agency, id);
        }

        var items = await ItemsAsync(agency.Api, Head);
        // The clock stands still here: of two of one moment either may come first.
        var (first, second) = ((string?)items[0]!["about"]!["reference"], (string?)items[1]!["about"]!["reference"]);
        Assert.Equal(["koreksi-0001", "koreksi-0002"], new[] { first, second }.Order());
        var seen = await agency.Api.PostAsync(
            $"{Head}/inbox/seen", $$"""{"ids":["{{items[0]!["id"]}}","0-0"]}""");
        Assert.Equal(1, (int?)seen.Json!["unseen"]);
        var rest = await agency.Api.GetAsync($"{Head}/inbox?unseen=true");
        Assert.Equal(second, (string?)Assert.Single(rest.Json!["items"]!.AsArray())!["about"]!["reference"]);
        Assert.NotNull((await ItemsAsync(agency.Api, Head))[0]!["seenAt"]);
        var after = await agency.Api.GetAsync($"{Head}/inbox?cursor={items[0]!["id"]}");
        Assert.Equal(second, (string?)Assert.Single(after.Json!["items"]!.AsArray())!["about"]!["reference"]);
    }

    [Fact]
    public async Task Who_signs_in_reads_and_marks_the_own_inbox_whoever_is_above_or_in_the_office()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await CorrectAsync(agency, "koreksi-0001");
        var told = (string?)Assert.Single(await ItemsAsync(agency.Api, Head))!["id"];
        var ids = $$"""{"ids":["{{told}}"]}""";
        foreach (var other in new[] { "chief", "budi" })
        {
            var office = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(
                agency.Id, ["inbox.read", "inbox.write", "register.read"], person: other));
            await Refused.GetAsync(office, $"{Head}/inbox", 403, "wrong-person");
            await Refused.PostAsync(office, $"{Head}/inbox/seen", ids, 403, "wrong-person");
        }

        var head = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(
            agency.Id, ["inbox.read", "inbox.write"], person: "head-1"));
        Assert.Null(Assert.Single(await ItemsAsync(head, Head))!["seenAt"]);
        Assert.Equal(0, (int?)(await head.PostAsync($"{Head}/inbox/seen", ids)).Json!["unseen"]);
    }

    [Fact]
    public async Task Who_calls_is_told_with_what_waits_for_the_person()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await CorrectAsync(agency, "koreksi-0001");
        var api = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, ["inbox.read", "leave.read"]));

        var head = (await api.GetAsync("/api/v1/me?employeeId=head-1")).Json!;
        Assert.Equal(
            (agency.Id, "kinerja-development", "head-1"),
            ((string?)head["agencyId"], (string?)head["client"], (string?)head["employeeId"]));
        Assert.Equal(["inbox.read", "leave.read"], head["scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.Equal(
            """{"unseen":1,"corrections":1,"reviews":0,"objections":0,"swaps":0}""", head["waiting"]!.ToJsonString());
        var ani = (await api.GetAsync("/api/v1/me?employeeId=ani-1")).Json!;
        Assert.Equal(
            """{"unseen":0,"corrections":0,"reviews":0,"objections":0,"swaps":0}""", ani["waiting"]!.ToJsonString());
        await Refused.GetAsync(api, "/api/v1/me", 400, "invalid-field", "/employeeId");
        await Refused.GetAsync(api, "/api/v1/me?employeeId=tidak-ada", 404, "unknown-employee", "/employeeId");
    }

    [Fact]
    public Task A_wrong_page_mark_or_person_is_refused() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        await Refused.GetAsync(agency.Api, $"{Ani}/inbox?unseen=maybe", 400, "invalid-field", "/unseen");
        await Refused.GetAsync(agency.Api, $"{Ani}/inbox?cursor=A%27", 400, "invalid-field", "/cursor");
        await Refused.GetAsync(
            agency.Api, "/api/v1/employees/tidak-ada/inbox", 404, "unknown-employee", "/employeeId");
        await Refused.PostAsync(agency.Api, $"{Ani}/inbox/seen", """{"ids":[]}""", 400, "invalid-field", "/ids");
        await Refused.PostAsync(
            agency.Api, $"{Ani}/inbox/seen", """{"ids":["0-0","A",null]}""", 400, "invalid-field", "/ids/1", "/ids/2");
    });

    private static async Task CorrectAsync(SmallAgency agency, string id)
    {
        var asked = await agency.Api.PostAsync(
            $"{Ani}/corrections",
            $$"""
            {"id":"{{id}}","date":"2026-01-05","kind":"arrival","time":"07:30","evidence":"Rapat.",
             "requestedById":"ani-1"}
            """);
        Assert.Equal(201, asked.Status);
    }

    private static async Task<int?> WaitingAsync(SmallAgency agency, string person) =>
        (int?)(await agency.Api.GetAsync($"/api/v1/me?employeeId={person}")).Json!["waiting"]!["unseen"];

    private static async Task<JsonArray> ItemsAsync(Api api, string person) =>
        (await api.GetAsync($"{person}/inbox")).Json!["items"]!.AsArray();
}
