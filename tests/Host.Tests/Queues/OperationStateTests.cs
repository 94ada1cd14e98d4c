using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Kinerja.Application.Events;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Host.Tests.Queues;

/// <summary>
/// How the platform does, for whoever runs it. The cloud is this class's own, since every sample goes through all of
/// it; its second app's clock stands where a test puts it.
/// </summary>
public sealed class OperationStateTests(CloudFixture cloud) : IClassFixture<CloudFixture>
{
    private const string Operations = "/api/v1/operations";

    /// <summary>Of the machine, whose clock is the queues' and the tables'.</summary>
    private static readonly DateTimeOffset Today = DateTimeOffset.UtcNow;

    [Fact]
    public async Task Samples_of_a_day_are_charted_by_hour_and_those_of_the_day_before_are_gone()
    {
        var queue = cloud.Services.GetRequiredService<QueueServiceClient>().GetQueueClient(EntityNames.PullsQueue);
        var noon = Today.Date.AddDays(2).AddHours(12);
        await using (var first = await LaterApp.OpenAsync(cloud, Utc(noon)))
        {
            await first.FireTimerAsync("OperationTimer");
            await first.ApiOf("penyelenggara").UntilAsync(
                $"{Operations}/hours", day => (int)day["hours"]![23]!["samples"]! == 1);
        }

        // Nobody takes it: it is not to be seen before tomorrow, yet it counts among what waits.
        await queue.SendMessageAsync("{}", TimeSpan.FromDays(1));
        await using var later = await LaterApp.OpenAsync(cloud, Utc(noon.AddMinutes(80)));
        await later.SampleAsync();
        await later.SampleAsync();
        var hours = await HoursAsync(later);
        await using var tomorrow = await LaterApp.OpenAsync(cloud, Utc(noon.AddDays(1)));
        var left = await HoursAsync(tomorrow);
        await queue.ClearMessagesAsync();

        Assert.Equal(24, hours.Count);
        Assert.Equal($"{noon.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}", (string?)hours[23]!["from"]);
        Assert.Equal([0, 1], new[] { 22, 23 }.Select(i => (int)Pulls(hours[i]!)["waiting"]!));
        Assert.Equal([1, 1], new[] { 22, 23 }.Select(i => (int)hours[i]!["samples"]!));
        Assert.Equal(0, (int)hours[23]!["outbox"]!["agencies"]!);
        Assert.All(hours[23]!["stores"]!.AsArray(), store => Assert.Equal(0, (int)store!["failures"]!));
        Assert.All(hours.Take(22), hour => Assert.Equal(
            (0, null, null), ((int)hour!["samples"]!, hour["outbox"], hour["stalledRuns"])));
        Assert.Equal(1, left.Sum(hour => (int)hour!["samples"]!));
    }

    [Fact]
    public async Task A_message_that_waits_says_since_when()
    {
        var queue = cloud.Services.GetRequiredService<QueueServiceClient>().GetQueueClient(EntityNames.DaysQueue);
        await queue.SendMessageAsync("{}");

        var shown = (await Operator.GetAsync($"{Operations}/queues")).Json!["queues"]!.AsArray();
        await queue.ClearMessagesAsync();

        var days = shown.Single(one => (string?)one!["queue"] == EntityNames.DaysQueue)!;
        Assert.InRange(DateTimeOffset.Parse((string)days["oldestAt"]!, null), Today.AddMinutes(-5), Today.AddHours(1));
        Assert.DoesNotContain(
            shown, one => (string?)one!["queue"] == EntityNames.RunsQueue && one["oldestAt"] is not null);
    }

    [Fact]
    public async Task What_a_round_could_not_send_is_shown_by_agency_and_how_long_it_waits()
    {
        var lags = cloud.Services.GetRequiredService<IOutboxLags>();
        var at = Instant.FromDateTimeOffset(Today);
        foreach (var i in Enumerable.Range(0, 101))
        {
            var agency = AgencyId.Parse($"lambat-{i:D3}").Value;
            await lags.PutAsync(new(agency, i + 1, at - Duration.FromMinutes(i), at), default);
        }

        await cloud.Services.GetRequiredService<OutboxPublisher>().SendUnsentAsync(default);
        var first = await Operator.GetAsync($"{Operations}/outbox");
        var second = await Operator.GetAsync(
            first.Headers.GetValues("Link").Single().Split('<', '>')[1]);
        await using var later = await LaterApp.OpenAsync(cloud, Utc(Today.Date.AddDays(9)));
        await later.SampleAsync();
        var hour = (await HoursAsync(later))[23]!;
        foreach (var i in Enumerable.Range(0, 101))
        {
            await lags.RemoveAsync(AgencyId.Parse($"lambat-{i:D3}").Value, default);
        }

        Assert.Equal("2026-01-05T01:00:00Z", (string?)first.Json!["lookedAt"]);
        Assert.Equal(100, first.Json["agencies"]!.AsArray().Count);
        Assert.Equal(
            ("lambat-100", 101),
            ((string?)second.Json!["agencies"]![0]!["agencyId"], (int)second.Json["agencies"]![0]!["unsent"]!));
        Assert.Equal(101, (int)hour["outbox"]!["agencies"]!);
        Assert.Equal(
            (long)(Today.Date.AddDays(9) - Today.UtcDateTime.AddMinutes(-100)).TotalSeconds,
            (long)hour["outbox"]!["oldestSeconds"]!);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public async Task A_run_stands_still_after_30_minutes_without_progress(int minutes, bool isStill)
    {
        var agency = (await SmallAgency.RegisterAsync(cloud)).Id;
        var since = Instant.FromUtc(2026, 4, 8, 1, 0);
        await cloud.Services.GetRequiredService<IRuns>().AddAsync(
            new EvaluationRun(
                AgencyId.Parse(agency).Value, new Quarter(2026, 1), 1, RunState.Gathered, 1, 1, since, since, "e", "r")
            {
                ObjectionPolicyVersion = "o",
                DistributionPolicyVersion = "d",
            },
            default);
        await using var later = await LaterApp.OpenAsync(cloud, since.ToDateTimeOffset().AddMinutes(minutes));

        var still = (await later.ApiOf("penyelenggara").GetAsync($"{Operations}/runs")).Json!["runs"]!.AsArray()
            .Where(run => (string?)run!["agencyId"] == agency).ToList();

        Assert.Equal(isStill ? 1 : 0, still.Count);
        Assert.All(still, run => Assert.Equal(
            ("gathered", "2026-04-08T01:00:00Z"), ((string?)run!["state"], (string?)run["stalledSince"])));
    }

    [Fact]
    public async Task The_stores_answer_with_a_time()
    {
        await Operator.GetAsync($"{Operations}/stores");
        var stores = (await Operator.GetAsync($"{Operations}/stores")).Json!["stores"]!.AsArray();

        Assert.Equal(["tables", "queues"], stores.Select(one => (string?)one!["store"]));
        Assert.All(stores, one => Assert.InRange((int)one!["milliseconds"]!, 0, 5000));
    }

    [Theory]
    [InlineData("hours")]
    [InlineData("outbox")]
    [InlineData("runs")]
    [InlineData("stores")]
    public async Task No_agencys_scope_opens_any_of_it(string what) =>
        Assert.Equal(
            "urn:kinerja:problem:missing-scope",
            (await cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("penyelenggara", ["results.read"]))
                .GetAsync($"{Operations}/{what}")).ProblemType);

    private Api Operator => cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("penyelenggara", ["operations"]));

    private static JsonNode Pulls(JsonNode hour) =>
        hour["queues"]!.AsArray().Single(one => (string?)one!["queue"] == EntityNames.PullsQueue)!;

    private static DateTimeOffset Utc(DateTime at) => new(at, TimeSpan.Zero);

    private static async Task<JsonArray> HoursAsync(LaterApp app) =>
        (await app.ApiOf("penyelenggara").GetAsync($"{Operations}/hours")).Json!["hours"]!.AsArray();
}
