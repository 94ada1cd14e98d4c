using Azure.Storage.Queues;
using Kinerja.Application.Events;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Queues;
using Kinerja.Domain;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Host.Tests.Queues;

/// <summary>
/// What failed too often is looked at and sent once more, by whoever runs the platform and by nobody else. The cloud is
/// this class's own: on the shared one other tests' steps stand in the same queue, and it may not be empty for minutes.
/// </summary>
public sealed class PoisonTests(CloudFixture cloud) : IClassFixture<CloudFixture>, IAsyncLifetime
{
    private const string Queues = "/api/v1/operations/queues";
    private const string Days = $"{Queues}/{EntityNames.DaysQueue}";

    private readonly QueueClient _poison = cloud.Services.GetRequiredService<QueueServiceClient>()
        .GetQueueClient(EntityNames.PoisonOf(EntityNames.DaysQueue));

    private Api Operator => cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("penyelenggara", ["operations"]));

    public Task InitializeAsync() => _poison.CreateIfNotExistsAsync();

    public Task DisposeAsync() => _poison.DeleteIfExistsAsync();

    [Fact]
    public async Task What_was_set_aside_is_shown_and_replayed_from_the_front_and_then_done()
    {
        var step = new CloseStep(
            AgencyId.Parse("antrean-racun").Value, new YearMonth(2026, 1), 0, Instant.FromUtc(2026, 1, 5, 1, 0));
        await _poison.SendMessageAsync(WorkMessages.Write(step, null));
        await _poison.SendMessageAsync(WorkMessages.Write(step with { Bucket = 1 }, null));
        await _poison.SendMessageAsync("no JSON at all");

        await using var worker = await LaterApp.OpenAsync(cloud, CloudFixture.Monday);
        var shown = await Operator.GetAsync($"{Days}/poison");
        var replayed = await Operator.PostAsync($"{Days}/poison/replays", """{"most":2}""");
        var left = await Operator.GetAsync($"{Days}/poison");

        var messages = shown.Json!["messages"]!.AsArray();
        Assert.Equal(
            ["antrean-racun", "antrean-racun"], messages.Take(2).Select(m => (string?)m!["message"]!["agencyId"]));
        Assert.Equal("no JSON at all", (string?)messages[2]!["message"]);
        Assert.Equal("""{"replayed":2,"left":1}""", replayed.Json!.ToJsonString());
        Assert.Equal((string?)messages[2]!["id"], (string?)Assert.Single(left.Json!["messages"]!.AsArray())!["id"]);
        await UntilAsync(async () => await LengthAsync("waiting") == 0);
        Assert.Equal(1, await LengthAsync("poisoned"));
    }

    [Fact]
    public async Task Where_nothing_was_ever_set_aside_nothing_is_shown_or_replayed()
    {
        await _poison.DeleteAsync();
        Assert.Empty((await Operator.GetAsync($"{Days}/poison")).Json!["messages"]!.AsArray());
        Assert.Equal(
            """{"replayed":0,"left":0}""",
            (await Operator.PostAsync($"{Days}/poison/replays", "{}")).Json!.ToJsonString());
    }

    [Theory]
    [InlineData("kinerja-days-poison")]
    [InlineData("somebody-elses")]
    public async Task No_other_queue_can_be_named(string queue) =>
        Assert.Equal(
            "urn:kinerja:problem:unknown-queue",
            (await Operator.PostAsync($"{Queues}/{queue}/poison/replays", "{}")).ProblemType);

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task How_many_has_bounds(int most) =>
        Assert.Equal(
            ["/most"], (await Operator.PostAsync($"{Days}/poison/replays", $$"""{"most":{{most}}}""")).Pointers);

    private async Task<int> LengthAsync(string what) =>
        (int)(await Operator.GetAsync(Queues)).Json!["queues"]!.AsArray()
        .Single(q => (string?)q!["queue"] == EntityNames.DaysQueue)![what]!;

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var tries = 0; !await condition(); tries++)
        {
            Assert.True(tries < 600, "In vain waited for the queue to be worked off.");
            await Task.Delay(100);
        }
    }
}
