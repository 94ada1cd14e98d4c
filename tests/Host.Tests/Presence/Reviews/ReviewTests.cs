namespace Kinerja.Host.Tests.Presence.Reviews;

[Collection(nameof(TimerCloud))]
public sealed class ReviewTests(CloudFixture cloud)
{
    private const string Path = "/api/v1/check-ins";

    /// <summary>
    /// Post, sweep by hand as an operator would, read as the superior, decide; the day stands all the while.
    /// </summary>
    [Fact]
    public async Task A_mock_flag_opens_a_review_that_the_rater_decides_and_the_day_stands()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await agency.Api.PostAsync(Path, agency.CheckIn("mocked-01").Replace(
            "\"kind\"", "\"mockLocation\":true,\"kind\"", StringComparison.Ordinal));
        await cloud.FireTimerAsync("SignalSweep");
        var review = await OpenedAsync(agency);
        await cloud.SweepAsync(agency.Id);
        var at = $"/api/v1/agencies/{agency.Id}/reviews/{(string)review["id"]!}";
        var one = await agency.Api.GetAsync(at);
        Assert.Equal(
            ("lowTrust", "open", "ani-1"),
            ((string?)one.Json!["signal"], (string?)one.Json["state"], (string?)one.Json["employeeId"]));
        Assert.Equal("mocked-01", (string?)one.Json["evidence"]![0]!["checkIns"]![0]);
        Assert.Equal("present", await DayAsync(agency));

        var stranger = await agency.Api.PostAsync(
            at + "/decision", """{"decidedById":"budi","decision":"rejected","reason":"?"}""");
        const string Decision =
            """{"decidedById":"head-1","decision":"accepted","reason":"Ponsel baru, sudah diperiksa."}""";
        var decided = await agency.Api.PostAsync(at + "/decision", Decision);
        var again = await agency.Api.PostAsync(at + "/decision", Decision);

        Assert.Equal((403, "urn:kinerja:problem:not-the-rater"), (stranger.Status, stranger.ProblemType));
        Assert.Equal((200, "accepted"), (decided.Status, (string?)decided.Json!["state"]));
        Assert.Equal(decided.Json.ToJsonString(), again.Json!.ToJsonString());
        Assert.Equal("present", await DayAsync(agency));
        var open = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/reviews?raterId=head-1&state=open");
        Assert.Empty(open.Json!["reviews"]!.AsArray());
        var accepted = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/reviews?raterId=head-1&state=accepted");
        Assert.Equal((string)review["id"]!, (string?)Assert.Single(accepted.Json!["reviews"]!.AsArray())!["id"]);

        // Decided twice by the same words it is told once.
        Assert.Equal(
            [("reviewOpened", (string?)review["id"]), ("reviewDecided", (string?)review["id"])],
            [.. await ToldAsync(agency, "head-1"), .. await ToldAsync(agency, "ani-1")]);
    }

    private static async Task<IEnumerable<(string?, string?)>> ToldAsync(SmallAgency agency, string person) =>
        (await agency.Api.GetAsync($"/api/v1/employees/{person}/inbox")).Json!["items"]!.AsArray()
            .Select(item => ((string?)item!["code"], (string?)item["about"]!["reference"]));

    [Fact]
    public async Task An_unknown_review_and_wrong_words_are_refused()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}/reviews";
        const string Decision = """{"decidedById":"head-1","decision":"open","reason":" "}""";

        var unknown = await agency.Api.GetAsync(root + "/202601-lowTrust-9-ani-1");
        var state = await agency.Api.GetAsync(root + "?raterId=head-1&state=all");
        var rater = await agency.Api.GetAsync(root + "?raterId=nobody");
        var words = await agency.Api.PostAsync(root + "/202601-lowTrust-9-ani-1/decision", Decision);

        Assert.Equal([404, 400, 404, 400], new[] { unknown, state, rater, words }.Select(a => a.Status));
        Assert.Equal(["/decision", "/reason"], words.Pointers);
    }

    [Fact]
    public async Task A_policy_of_the_agency_decides_what_lowers_trust_and_the_verdict_names_it()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var put = await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/check-in/2026-01-01",
            """{"mostClockSkewSeconds":60,"weights":{"mockLocation":10},"expectedPerDay":3}""");
        var wrong = await agency.Api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/check-in/2026-01-01",
            """{"mostAgeDays":0,"midDayFrom":"13:00","midDayTo":"12:00","signals":{"sharedPeople":1}}""");

        var answer = await agency.Api.PostAsync(Path, agency.CheckIn("policy-01").Replace(
            "\"kind\"", "\"mockLocation\":true,\"kind\"", StringComparison.Ordinal));

        Assert.Equal(200, put.Status);
        Assert.Equal(400, wrong.Status);
        Assert.Equal(["/midDayTo", "/mostAgeDays", "/signals/sharedPeople"], wrong.Pointers.Order());
        Assert.Equal((90, "check-in-2026-01-01.1"), ((int?)answer.Json!["trust"], (string?)answer.Json["policy"]));
    }

    /// <summary>The timer was fired and not waited for.</summary>
    private static async Task<System.Text.Json.Nodes.JsonNode> OpenedAsync(SmallAgency agency)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var list = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/reviews?raterId=head-1&state=open");
            if (list.Json!["reviews"]!.AsArray() is { Count: > 0 } reviews)
            {
                return Assert.Single(reviews)!;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    private static async Task<string?> DayAsync(SmallAgency agency)
    {
        var month = await agency.Api.GetAsync("/api/v1/employees/ani-1/attendance/2026-01");
        return (string?)month.Json!["days"]![4]!["status"];
    }
}
