namespace Kinerja.Host.Tests.Presence.CheckIns;

/// <summary>A leader asks for a proof of presence now, beside the spot checks that a secret draws.</summary>
[Collection(nameof(CloudFixture))]
public sealed class ProofTests(CloudFixture cloud)
{
    private const string SpotChecks = "/api/v1/employees/ani-1/spot-checks?date=2026-01-05";

    [Fact]
    public async Task A_leader_asks_named_people_now_and_they_see_it_and_answer_it()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);

        var asked = await AskAsync(agency, "webinar-1", "head-1", """["ani-1","budi"]""");
        var again = await AskAsync(agency, "webinar-1", "head-1", """["ani-1","budi"]""");
        var seen = await agency.Api.GetAsync(SpotChecks);
        await agency.Api.PostAsync(
            "/api/v1/check-ins", agency.CheckIn("bukti-001", captured: "2026-01-05T10:00:00+09:00", kind: "spotCheck"));
        var answered = await agency.Api.GetAsync(SpotChecks);
        var told = await agency.Api.GetAsync("/api/v1/employees/ani-1/inbox");

        Assert.Equal((201, 200), (asked.Status, again.Status));
        Assert.Equal(["ani-1", "budi"], asked.Json!["employeeIds"]!.AsArray().Select(e => (string?)e));
        var window = Assert.Single(seen.Json!["spotChecks"]!.AsArray())!;
        Assert.Equal(
            ("2026-01-05T10:00:00+09:00", "2026-01-05T10:15:00+09:00", "head-1", "Webinar Senin."),
            ((string?)window["opens"], (string?)window["closes"], (string?)window["askedById"],
                (string?)window["words"]));
        Assert.Equal("spotCheckAsked", (string?)Assert.Single(told.Json!["items"]!.AsArray())!["code"]);
        Assert.Equal("bukti-001", (string?)answered.Json!["spotChecks"]![0]!["answeredBy"]);
    }

    [Fact]
    public async Task A_unit_is_asked_without_the_asker_and_only_by_somebody_above_all_of_it()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/units", """
            {"units":[{"id":"loket","name":"Loket","zone":"Asia/Jayapura","parentId":"tu"}]}
            """);
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/employees", """
            {"employees":[{"id":"citra","unitId":"loket","kind":"pns","raterId":"budi"}]}
            """);

        var loket = await AskAsync(agency, "loket-001", "head-1", null, "loket");
        var colleague = await AskAsync(agency, "loket-002", "ani-1", null, "loket");
        var upwards = await AskAsync(agency, "loket-003", "budi", """["head-1"]""");
        var self = await AskAsync(agency, "loket-004", "budi", """["budi"]""");
        var empty = await AskAsync(agency, "loket-005", "head-1", null, "bulan");

        Assert.Equal(["citra"], loket.Json!["employeeIds"]!.AsArray().Select(e => (string?)e));
        Assert.All(
            [colleague, upwards, self],
            a => Assert.Equal((403, "urn:kinerja:problem:not-above"), (a.Status, a.ProblemType)));
        Assert.Equal((404, "urn:kinerja:problem:unknown-unit"), (empty.Status, empty.ProblemType));
    }

    [Fact]
    public async Task Nobody_is_asked_more_than_three_times_a_day_and_wrong_bodies_are_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        foreach (var n in Enumerable.Range(1, 3))
        {
            Assert.Equal(201, (await AskAsync(agency, $"bukti-00{n}", "head-1", """["ani-1"]""")).Status);
        }

        var fourth = await AskAsync(agency, "bukti-004", "chief", """["budi","ani-1"]""");
        var reused = await AskAsync(agency, "bukti-001", "head-1", """["budi"]""");
        var both = await AskAsync(agency, "bukti-005", "head-1", """["budi"]""", "tu");
        var nobody = await AskAsync(agency, "bukti-006", "head-1", """["budi","hantu"]""");

        Assert.Equal(
            (422, "urn:kinerja:problem:asked-too-often", "/employeeIds/1"),
            (fourth.Status, fourth.ProblemType, Assert.Single(fourth.Pointers)));
        Assert.Equal((422, "urn:kinerja:problem:reused-id"), (reused.Status, reused.ProblemType));
        Assert.Equal((400, "/employeeIds"), (both.Status, Assert.Single(both.Pointers)));
        Assert.Equal((404, "/employeeIds/1"), (nobody.Status, Assert.Single(nobody.Pointers)));
    }

    [Fact]
    public async Task How_often_a_day_somebody_may_be_asked_is_the_agencys_policy()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var policy = await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/check-in/2026-01-01", """{"mostProofsPerDay":1}""");
        var first = await AskAsync(agency, "sekali-001", "head-1", """["ani-1"]""");
        var second = await AskAsync(agency, "sekali-002", "head-1", """["ani-1"]""");
        var again = await AskAsync(agency, "sekali-001", "head-1", """["ani-1"]""");

        Assert.Equal((200, 201, 200), (policy.Status, first.Status, again.Status));
        Assert.Equal((422, "urn:kinerja:problem:asked-too-often"), (second.Status, second.ProblemType));
    }

    private static Task<Answer> AskAsync(
        SmallAgency agency, string id, string by, string? people, string? unit = null)
    {
        var whom = (people is null ? "" : $"\"employeeIds\":{people},")
            + (unit is null ? "" : $"\"unitId\":\"{unit}\",");
        return agency.Api.PostAsync(
            $"/api/v1/agencies/{agency.Id}/presence-proofs",
            $$"""{"id":"{{id}}","askedById":"{{by}}",{{whom}}"minutes":15,"words":"Webinar Senin."}""");
    }
}
