using System.Net;
using System.Text;
using Kinerja.AgencyApp;

namespace Kinerja.Local.Tests.AgencyApp;

public sealed class AgencyAppClientTests
{
    private const string Stored = """
        {"placement":"inside","workMode":"flexible","reasons":[{"code":"insideFence"},{"code":"mockLocationReported"}]}
        """;

    private static readonly AgencyRequest CheckIn = new("a1", RequestKind.CheckIn, "POST", "/api/v1/check-ins", "{}");
    private static readonly AgencyRequest Units = new(
        "a1", RequestKind.Units, "PUT", "/api/v1/agencies/a1/units", "{}");

    [Fact]
    public async Task A_new_check_in_counts_with_its_placement_and_flags()
    {
        var tally = await Answering(_ => Answer(201, Stored)).SendAsync([CheckIn], default);
        Assert.Equal((1, 1, 0), (tally.Sent, tally.Stored, tally.Replayed));
        Assert.Equal((1, 1, 1, 0), (tally.Inside, tally.Flagged, tally.Flexible, tally.Outside));
    }

    [Fact]
    public async Task A_replayed_check_in_counts_no_placement_twice()
    {
        var tally = await Answering(_ => Answer(200, Stored)).SendAsync([CheckIn], default);
        Assert.Equal((1, 0, 1, 0, 0), (tally.Sent, tally.Stored, tally.Replayed, tally.Inside, tally.Flagged));
    }

    [Fact]
    public async Task A_batch_counts_item_by_item()
    {
        const string Items = """
            {"items":[{"index":0,"status":201,"checkIn":{"placement":"outside","reasons":[{"code":"sentLate"}]}},
            {"index":1,"status":200,"checkIn":{"placement":"inside","reasons":[]}},
            {"index":2,"status":422,"problem":{"type":"urn:kinerja:problem:captured-too-long-ago"}}]}
            """;
        var batch = CheckIn with { Kind = RequestKind.CheckInBatch };
        var tally = await Answering(_ => Answer(207, Items)).SendAsync([batch], default);
        Assert.Equal((3, 1, 1), (tally.Sent, tally.Stored, tally.Replayed));
        Assert.Equal((1, 0, 1), (tally.Outside, tally.Inside, tally.SentLate));
        Assert.Equal(1, tally.Refused["urn:kinerja:problem:captured-too-long-ago"]);
    }

    [Theory]
    [InlineData(422, """{"type":"urn:kinerja:problem:reused-id"}""", "urn:kinerja:problem:reused-id")]
    [InlineData(403, "<html>", "http-403")]
    public async Task A_refusal_is_counted_by_its_type(int status, string body, string type)
    {
        var tally = await Answering(_ => Answer(status, body)).SendAsync([CheckIn], default);
        Assert.Equal(1, tally.Refused[type]);
        Assert.Equal((1, 0, 0), (tally.Sent, tally.Stored, tally.Retries));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_busy_service_is_asked_again_with_growing_pauses(int status)
    {
        var clock = new EagerClock();
        var tally = await Answering(n => n <= 3 ? Answer(status, "") : Answer(201, Stored), clock).SendAsync(
            [CheckIn], default);
        Assert.Equal((1, 3), (tally.Stored, tally.Retries));
        Assert.Equal([200, 400, 800], clock.Pauses.Select(p => p.TotalMilliseconds));
    }

    [Fact]
    public async Task Retry_After_is_honoured()
    {
        var clock = new EagerClock();
        await Answering(n => n == 1 ? Busy("7") : Answer(201, Stored), clock).SendAsync([CheckIn], default);
        Assert.Equal([7], clock.Pauses.Select(p => p.TotalSeconds));
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        var client = Answering(n => n == 1 ? throw new HttpRequestException("reset") : Answer(201, Stored));
        Assert.Equal(1, (await client.SendAsync([CheckIn], default)).Stored);
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_counted_as_refused_in_the_end()
    {
        var tally = await Answering(_ => Answer(503, "")).SendAsync([CheckIn], default);
        Assert.Equal(1, tally.Refused["http-503"]);
        Assert.Equal(5, tally.Retries);
    }

    [Fact]
    public async Task A_refused_setup_throws_with_the_problem_in_words()
    {
        const string Problem = """
            {"type":"urn:x","title":"Not valid","detail":"Zone?","errors":[{"pointer":"/units/0/zone","detail":"bad"}]}
            """;
        var client = Answering(_ => Answer(400, Problem));
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SetUpAsync([Units], default));
        Assert.Contains("400 Not valid: Zone?", fault.Message, StringComparison.Ordinal);
        Assert.Contains("/units/0/zone", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setup_goes_in_order_and_one_at_a_time()
    {
        var service = new FakeApi(_ => Answer(200, "{}"));
        var tally = await Client(service).SetUpAsync(Sample.Quarter.Setup, default);
        Assert.Equal(Sample.Quarter.Setup.Select(r => r.Path), service.Paths);
        Assert.Equal((1, Sample.Quarter.Setup.Count), (service.MostAtOnce, tally.Put));
    }

    [Fact]
    public async Task A_moment_is_sent_sixteen_at_a_time_with_the_token_of_each_agency()
    {
        var service = new FakeApi(_ => Answer(201, Stored), yields: 50);
        var other = CheckIn with { AgencyId = "b2" };
        var tally = await Client(service).SendAsync(
            Enumerable.Repeat(CheckIn, 100).Concat(Enumerable.Repeat(other, 100)), default);
        Assert.Equal(200, tally.Stored);
        Assert.InRange(service.MostAtOnce, 2, 16);
        Assert.Equal(["Bearer token-a1", "Bearer token-b2"], service.Tokens.Distinct().Order());
    }

    [Fact]
    public void Tallies_add_up_member_by_member()
    {
        var one = new ReplayTally { Sent = 3, Stored = 2, Inside = 1, Flagged = 1 };
        one.Refuse("x");
        var sum = new ReplayTally { Sent = 1 };
        sum.Add(one);
        sum.Add(one);
        Assert.Equal((7, 4, 2, 2, 2), (sum.Sent, sum.Stored, sum.Inside, sum.Flagged, sum.Refused["x"]));
    }

    private static AgencyAppClient Answering(Func<int, HttpResponseMessage> answer, TimeProvider? clock = null) =>
        Client(new FakeApi(answer), clock);

    private static AgencyAppClient Client(FakeApi api, TimeProvider? clock = null) => new(
        new HttpClient(api) { BaseAddress = new Uri("http://api.test") },
        (agency, _) => Task.FromResult($"token-{agency}"),
        clock ?? new EagerClock());

    private static HttpResponseMessage Answer(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static HttpResponseMessage Busy(string retryAfter)
    {
        var answer = Answer(429, "");
        answer.Headers.Add("Retry-After", retryAfter);
        return answer;
    }
}
