using System.Globalization;

namespace Kinerja.Local.Tests.ServiceBus;

public sealed class RestFaceTests(RunningBus running) : IClassFixture<RunningBus>
{
    private BusCalls Calls => running.Calls;

    [Fact]
    public async Task A_settled_message_is_gone_and_its_lock_unknown()
    {
        var sent = await Calls.SendAsync("http-settles", "body", new { MessageId = "id" });
        var locked = await Calls.LockAsync("http-settles");
        var settled = await Calls.CallAsync(HttpMethod.Delete, locked.Location);
        var repeated = await Calls.CallAsync(HttpMethod.Delete, locked.Location);
        var empty = await Calls.TakeAsync("http-settles");
        Assert.Equal([201, 201, 200, 404, 204], [sent.Status, locked.Status, settled.Status, repeated.Status, empty.Status]);
        Assert.Equal(("body", "id"), (locked.Body, locked.Broker!["MessageId"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_last_delivery_leads_to_the_dead_letter_queue()
    {
        await Calls.SendAsync("http-poison", "poison", null, ("agency", "\"bkn\""));
        foreach (var count in new[] { 1, 2 })
        {
            var locked = await Calls.LockAsync("http-poison");
            Assert.Equal(count, locked.DeliveryCount);
            Assert.Equal(200, (await Calls.CallAsync(HttpMethod.Put, locked.Location)).Status);
        }

        Assert.Equal(204, (await Calls.LockAsync("http-poison")).Status);
        var dead = await Calls.TakeAsync("http-poison/$DeadLetterQueue");
        Assert.Equal((200, "poison"), (dead.Status, dead.Body));
        Assert.Equal("\"MaxDeliveryCountExceeded\"", dead.Headers["DeadLetterReason"]);
        Assert.Equal("\"bkn\"", dead.Headers["agency"]);
    }

    [Fact]
    public async Task A_waiting_reader_gets_a_message_sent_meanwhile()
    {
        var waiting = Calls.LockAsync("http-waits", timeoutSeconds: 30);
        await Calls.SendAsync("http-waits", "at last");
        Assert.Equal((201, "at last"), ((await waiting).Status, (await waiting).Body));
    }

    [Fact]
    public async Task A_lapsed_lock_brings_the_message_back()
    {
        await Calls.SendAsync("http-lapses", "slow");
        var first = await Calls.LockAsync("http-lapses");
        var second = await Calls.LockAsync("http-lapses", timeoutSeconds: 30);
        Assert.Equal((1, 2), (first.DeliveryCount, second.DeliveryCount));
        Assert.Equal(404, (await Calls.CallAsync(HttpMethod.Delete, first.Location)).Status);
        Assert.Equal(200, (await Calls.CallAsync(HttpMethod.Delete, second.Location)).Status);
    }

    [Fact]
    public async Task A_renewed_lock_outlives_its_first_end()
    {
        await Calls.SendAsync("http-renewals", "long work");
        var locked = await Calls.LockAsync("http-renewals");
        var firstEnd = DateTime.UtcNow.AddSeconds(3);
        while (DateTime.UtcNow < firstEnd.AddSeconds(0.5))
        {
            Assert.Equal(200, (await Calls.CallAsync(HttpMethod.Post, locked.Location)).Status);
            await Task.Delay(100);
        }

        Assert.Equal(200, (await Calls.CallAsync(HttpMethod.Delete, locked.Location)).Status);
    }

    [Fact]
    public async Task A_scheduled_message_comes_at_its_time()
    {
        var due = DateTimeOffset.UtcNow.AddSeconds(2);
        var broker = new { ScheduledEnqueueTimeUtc = due.ToString("R", CultureInfo.InvariantCulture) };
        await Calls.SendAsync("http-schedules", "later", broker);
        var got = await Calls.TakeAsync("http-schedules", timeoutSeconds: 30);
        Assert.Equal("later", got.Body);
        Assert.True(DateTimeOffset.UtcNow > due.AddSeconds(-1), "it came early");
    }

    [Fact]
    public async Task A_repeated_message_id_is_taken_once()
    {
        var first = await Calls.SendAsync("http-duplicates", "first", new { MessageId = "same" });
        var again = await Calls.SendAsync("http-duplicates", "again", new { MessageId = "same" });
        Assert.Equal((201, 201), (first.Status, again.Status));
        Assert.Equal("first", (await Calls.TakeAsync("http-duplicates")).Body);
        Assert.Equal(204, (await Calls.TakeAsync("http-duplicates")).Status);
    }

    [Theory]
    [InlineData("send")]
    [InlineData("receive")]
    [InlineData("settle")]
    public async Task A_planned_fault_answers_503_once(string operation)
    {
        await Calls.SendAsync("http-busy", "body");
        var locked = await Calls.LockAsync("http-busy");
        var plan = BusCalls.Json($$"""{"entity":"http-busy","operation":"{{operation}}","count":1}""");
        Assert.Equal(200, (await Calls.CallAsync(HttpMethod.Post, "$local/fault", plan)).Status);
        Func<Task<BusAnswer>> call = operation switch
        {
            "send" => () => Calls.SendAsync("http-busy", "another"),
            "receive" => () => Calls.LockAsync("http-busy"),
            _ => () => Calls.CallAsync(HttpMethod.Delete, locked.Location),
        };
        Assert.Equal(503, (await call()).Status);
        Assert.InRange((await call()).Status, 200, 204);
    }

    [Fact]
    public async Task Counts_tell_what_an_entity_holds()
    {
        await Calls.SendAsync("http-counts", "active");
        await Calls.SendAsync("http-counts", "scheduled", new { ScheduledEnqueueTimeUtc = "Fri, 01 Jan 2100 00:00:00 GMT" });
        var answer = await Calls.CallAsync(HttpMethod.Get, "$local/entities");
        Assert.Contains(
            """{"path":"http-counts","kind":"queue","active":1,"scheduled":1,"deferred":0,"deadLetter":0}""",
            answer.Body);
        Assert.Equal(200, (await Calls.CallAsync(HttpMethod.Get, "$local/health")).Status);
    }
}
