namespace Kinerja.Host.Tests.Presence.CheckIns;

[Collection(nameof(CloudFixture))]
public sealed class CheckInTests(CloudFixture cloud)
{
    private const string Path = "/api/v1/check-ins";

    [Fact]
    public async Task At_0730_in_WIT_the_work_date_is_that_day_though_UTC_is_the_day_before()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);

        var answer = await agency.Api.PostAsync(Path, agency.CheckIn("utc-trap-1"));

        Assert.Equal(201, answer.Status);
        Assert.Equal("2026-01-05", (string?)answer.Json!["workDate"]);
        Assert.Equal("2026-01-05T07:30:00+09:00", (string?)answer.Json["timeThatCounts"]);
        Assert.Equal("inside", (string?)answer.Json["placement"]);
        Assert.Equal("office", (string?)answer.Json["workMode"]);
        Assert.InRange((double)answer.Json["signedDistanceMetres"]!, -64, -62);
    }

    [Fact]
    public async Task A_resend_gets_the_stored_verdict_and_counts_once()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var body = agency.CheckIn("resend-01");

        var first = await agency.Api.PostAsync(Path, body);
        var again = await agency.Api.PostAsync(Path, body.Replace("10:00:00", "10:02:00", StringComparison.Ordinal));
        var list = await agency.Api.GetAsync("/api/v1/employees/ani-1/check-ins?month=2026-01");

        Assert.Equal((201, 200), (first.Status, again.Status));
        Assert.True((bool?)again.Json!["replayed"]);
        Assert.Equal((string?)first.Json!["receivedAt"], (string?)again.Json["receivedAt"]);
        Assert.Single(list.Json!["checkIns"]!.AsArray());
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PostAsync(Path, agency.CheckIn("reused-01"));

        var other = await agency.Api.PostAsync(Path, agency.CheckIn("reused-01", kind: "out"));

        Assert.Equal((422, "urn:kinerja:problem:reused-id"), (other.Status, other.ProblemType));
    }

    [Fact]
    public async Task The_same_id_for_another_day_is_refused_and_the_same_body_days_later_is_answered()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var body = agency.CheckIn("days-0001", captured: "2025-12-30T07:30:00+09:00");
        var first = await agency.Api.PostAsync(Path, body);

        var other = await agency.Api.PostAsync(
            Path, agency.CheckIn("days-0001", captured: "2026-01-05T07:30:00+09:00"));
        // A clock an hour wrong, so that the server's own day would count.
        var again = await agency.Api.PostAsync(
            Path, body.Replace("2026-01-05T10:00", "2026-01-05T11:00", StringComparison.Ordinal));

        Assert.Equal((201, "2025-12-30"), (first.Status, (string?)first.Json!["workDate"]));
        Assert.Equal((422, "urn:kinerja:problem:reused-id"), (other.Status, other.ProblemType));
        Assert.Equal((200, "2025-12-30"), (again.Status, (string?)again.Json!["workDate"]));
    }

    [Fact]
    public async Task The_same_fact_under_another_id_is_answered_with_the_stored_one()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PostAsync(Path, agency.CheckIn("fact-0001"));

        var again = await agency.Api.PostAsync(Path, agency.CheckIn("fact-0002"));
        var list = await agency.Api.GetAsync("/api/v1/employees/ani-1/check-ins?month=2026-01");

        Assert.Equal((200, "fact-0001"), (again.Status, (string?)again.Json!["id"]));
        Assert.Single(list.Json!["checkIns"]!.AsArray());
    }

    [Fact]
    public async Task A_person_may_be_named_by_NIP_and_comes_back_as_the_surrogate()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        string By(string person) =>
            agency.CheckIn("by-nip-01").Replace("\"employeeId\":\"ani-1\"", person, StringComparison.Ordinal);

        var answer = await agency.Api.PostAsync(Path, By("\"nip\":\"199009132025242014\""));
        var unknown = await agency.Api.PostAsync(Path, By("\"nip\":\"199009132025242099\""));
        var both = await agency.Api.PostAsync(Path, By("\"employeeId\":\"ani-1\",\"nip\":\"199009132025242014\""));
        var neither = await agency.Api.PostAsync(Path, By("\"provider\":\"gps\""));

        Assert.Equal((201, "ani-1"), (answer.Status, (string?)answer.Json!["employeeId"]));
        Assert.Equal([404, 400, 400], new[] { unknown, both, neither }.Select(a => a.Status));
        Assert.Equal(["/nip", "/nip", "/employeeId"], new[] { unknown, both, neither }.SelectMany(a => a.Pointers));
        Assert.All([answer, unknown, both, neither], a => Assert.DoesNotContain("1990", a.Json!.ToJsonString()));
    }

    // Defects seen in peers: latitude or longitude 0 taken for "no position", accuracy taken and ignored.
    [Fact]
    public async Task Latitude_0_and_longitude_0_are_places()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        const string Nowhere = """{"latitude":0,"longitude":0,"accuracyMetres":5}""";

        var answer = await agency.Api.PostAsync(Path, agency.CheckIn("null-island", position: Nowhere));

        Assert.Equal((201, "outside"), (answer.Status, (string?)answer.Json!["placement"]));
        Assert.InRange((double)answer.Json["signedDistanceMetres"]!, 10_000_000, 20_100_000);
    }

    [Fact]
    public async Task Accuracy_counts_in_the_verdict_and_one_too_good_to_be_true_in_the_trust()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        string At(string accuracy) => SmallAgency.InTheOffice.Replace("10}", accuracy + "}", StringComparison.Ordinal);

        var coarse = await agency.Api.PostAsync(Path, agency.CheckIn("coarse-01", position: At("3000")));
        var perfect = await agency.Api.PostAsync(
            Path, agency.CheckIn("perfect-1", captured: "2026-01-05T07:31:00+09:00", position: At("0")));

        Assert.Equal("uncertain", (string?)coarse.Json!["placement"]);
        Assert.Equal(
            (201, "inside", 80), (perfect.Status, (string?)perfect.Json!["placement"], (int?)perfect.Json["trust"]));
        Assert.Equal("accuracyTooGood", (string?)perfect.Json["reasons"]!.AsArray()[^1]!["code"]);
    }

    [Fact]
    public async Task An_accuracy_beyond_use_is_stored_and_not_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        string At(string accuracy) => SmallAgency.InTheOffice.Replace("10}", accuracy + "}", StringComparison.Ordinal);

        var answers = new List<Answer>();
        foreach (var (accuracy, i) in new[] { "10001", "100001", "3e7", "1.7e308" }.Select((a, i) => (a, i)))
        {
            answers.Add(await agency.Api.PostAsync(Path, agency.CheckIn(
                $"coarse-1{i}", captured: $"2026-01-05T07:3{i}:00+09:00", position: At(accuracy))));
        }

        var negative = await agency.Api.PostAsync(Path, agency.CheckIn("coarse-20", position: At("-1")));

        Assert.All(answers, a => Assert.Equal(
            (201, "unknown", "accuracyUnusable"),
            (a.Status, (string?)a.Json!["placement"], (string?)a.Json["reasons"]![0]!["code"])));
        Assert.Equal(400, negative.Status);
        var list = await agency.Api.GetAsync("/api/v1/employees/ani-1/check-ins?month=2026-01");
        Assert.Equal(4, list.Json!["checkIns"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_position_outside_or_in_a_hole_is_stored_not_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        const string Far = """{"latitude":-2.6,"longitude":140.7,"accuracyMetres":5}""";
        const string Hole = """{"latitude":-2.5356,"longitude":140.7144,"accuracyMetres":3}""";

        var far = await agency.Api.PostAsync(Path, agency.CheckIn("outside-1", position: Far));
        var hole = await agency.Api.PostAsync(
            Path, agency.CheckIn("in-a-hole", captured: "2026-01-05T07:31:00+09:00", position: Hole));

        Assert.Equal((201, "outside"), (far.Status, (string?)far.Json!["placement"]));
        Assert.Equal((201, "outside"), (hole.Status, (string?)hole.Json!["placement"]));
        Assert.True((double?)hole.Json["signedDistanceMetres"] > 0);
    }

    [Fact]
    public async Task A_batch_answers_item_by_item_in_order()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var good = agency.CheckIn("batch-good");
        var unknown = agency.CheckIn("batch-bad1", employee: "nobody");
        var foreign = agency.CheckIn("batch-bad2").Replace(agency.Id, "another", StringComparison.Ordinal);

        var answer = await agency.Api.PostAsync(
            Path + "/batch", $$"""{"checkIns":[{{unknown}},{{good}},{"id":1},{{foreign}},{{good}}]}""");

        Assert.Equal(207, answer.Status);
        var items = answer.Json!["items"]!.AsArray();
        Assert.Equal([404, 400, 403], new[] { 0, 2, 3 }.Select(i => (int)items[i]!["status"]!));
        Assert.Equal([200, 201], new[] { 1, 4 }.Select(i => (int)items[i]!["status"]!).Order());
        Assert.Equal("/checkIns/2/id", (string?)items[2]!["problem"]!["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task A_batch_answers_small_and_tells_all_when_asked_or_later_by_itself()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var body = $$"""{"checkIns":[{{string.Join(',', Enumerable.Range(10, 50).Select(i => agency.CheckIn(
            $"small-{i}", captured: $"2026-01-05T07:{i}:00+09:00")))}}]}""";

        var small = await agency.Api.PostAsync(Path + "/batch", body);
        var full = await agency.Api.PostAsync(Path + "/batch?details=full", body);
        var one = await agency.Api.GetAsync("/api/v1/employees/ani-1/check-ins/small-10");
        var unknown = await agency.Api.GetAsync("/api/v1/employees/ani-1/check-ins/small-99");
        var words = await agency.Api.PostAsync(Path + "/batch?details=some", body);

        Assert.Equal(
            """{"index":0,"status":201,"id":"small-10","placement":"inside"}""",
            small.Json!["items"]![0]!.ToJsonString());
        Assert.InRange(small.Bytes, 1, body.Length / 3);
        Assert.Equal((200, "small-10"), (one.Status, (string?)one.Json!["id"]));
        var told = full.Json!["items"]![0]!["checkIn"]!;
        Assert.Equal(Said(told), Said(one.Json));
        Assert.Equal((404, "urn:kinerja:problem:unknown-check-in"), (unknown.Status, unknown.ProblemType));
        Assert.Equal((400, "/details"), (words.Status, Assert.Single(words.Pointers)));

        // The receipt says the same; its signature is another each time.
        static string Said(System.Text.Json.Nodes.JsonNode checkIn)
        {
            var copy = checkIn.DeepClone();
            copy["receipt"] = ((string)copy["receipt"]!).Split('.')[1];
            return copy.ToJsonString();
        }
    }

    [Fact]
    public async Task The_month_is_folded_from_what_was_stored()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PostAsync(Path, agency.CheckIn("month-in-1", captured: "2026-01-05T07:45:30+09:00"));

        var month = await agency.Api.GetAsync("/api/v1/employees/ani-1/attendance/2026-01");

        var monday = month.Json!["days"]![4]!;
        Assert.Equal(
            ("2026-01-05", "present", 15),
            ((string?)monday["date"], (string?)monday["status"], (int?)monday["lateMinutes"]));
        Assert.Equal("dayOff", (string?)month.Json["days"]![0]!["status"]);
    }
}
