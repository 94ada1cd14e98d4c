namespace Kinerja.Host.Tests;

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
    public async Task A_position_outside_or_in_a_hole_is_stored_not_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        const string Far = """{"latitude":-2.6,"longitude":140.7,"accuracyMetres":5}""";
        const string Hole = """{"latitude":-2.5356,"longitude":140.7144,"accuracyMetres":3}""";

        var far = await agency.Api.PostAsync(Path, agency.CheckIn("outside-1", position: Far));
        var hole = await agency.Api.PostAsync(Path, agency.CheckIn("in-a-hole", position: Hole));

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
    public async Task The_month_is_folded_from_what_was_stored()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PostAsync(Path, agency.CheckIn("month-in-1", captured: "2026-01-05T07:45:30+09:00"));

        var month = await agency.Api.GetAsync("/api/v1/employees/ani-1/attendance/2026-01");

        var monday = month.Json!["days"]![4]!;
        Assert.Equal(("2026-01-05", "present", 15), ((string?)monday["date"], (string?)monday["status"], (int?)monday["lateMinutes"]));
        Assert.Equal("dayOff", (string?)month.Json["days"]![0]!["status"]);
    }
}
