using Azure.Core.Amqp;
using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.ServiceBus.Contract;

/// <summary>What comes out is what went in, alone, in batches, later, once.</summary>
public sealed class SendingTests(RunningBus bus) : IClassFixture<RunningBus>
{
    [Fact]
    public async Task Every_property_of_a_message_arrives()
    {
        var sent = new ServiceBusMessage(BinaryData.FromString("{\"nilai\":\"é\"}"))
        {
            MessageId = "id-1",
            CorrelationId = "correlation",
            Subject = "kemenkeu/2026-Q1 é",
            ContentType = "application/json; charset=utf-8",
            To = "to",
            ReplyTo = "reply-to",
            ReplyToSessionId = "reply-session",
            PartitionKey = "partition",
            TimeToLive = TimeSpan.FromHours(1),
        };
        await bus.SendAsync("properties", sent);
        var got = await RunningBus.ReceiveAsync(bus.Client.CreateReceiver("properties"));
        Assert.Equal(sent.Body.ToArray(), got.Body.ToArray());
        Assert.Equal(
            (sent.MessageId, sent.CorrelationId, sent.Subject, sent.ContentType, sent.To, sent.ReplyTo),
            (got.MessageId, got.CorrelationId, got.Subject, got.ContentType, got.To, got.ReplyTo));
        Assert.Equal(
            (sent.ReplyToSessionId, sent.PartitionKey, sent.TimeToLive),
            (got.ReplyToSessionId, got.PartitionKey, got.TimeToLive));
        Assert.Equal((1, 1, ServiceBusMessageState.Active), (got.DeliveryCount, got.SequenceNumber, got.State));
        Assert.InRange(got.EnqueuedTime, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.True(got.LockedUntil > got.EnqueuedTime);
        Assert.InRange(got.ExpiresAt, got.EnqueuedTime.AddMinutes(59), got.EnqueuedTime.AddMinutes(61));
    }

    [Fact]
    public async Task Every_type_of_property_arrives_as_it_was()
    {
        var values = new object[]
        {
            "\"é\" 5", "", true, false, (byte)200, (sbyte)-5, (short)-300, (ushort)60_000, -70_000, 4_000_000_000u,
            long.MinValue,
            long.MaxValue, ulong.MaxValue, 1.5f, 5.0, 1.25e-9, 12.5m, 'é',
            Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"),
            new DateTime(2026, 3, 31, 16, 59, 59, 123, DateTimeKind.Utc),
            new DateTimeOffset(2026, 3, 31, 16, 59, 59, TimeSpan.Zero),
            TimeSpan.FromMinutes(3.5), new Uri("https://example.go.id/a?b=1"), new byte[] { 0, 255, 10 },
        };
        var message = new ServiceBusMessage("isi");
        for (var at = 0; at < values.Length; at++)
            message.ApplicationProperties[$"p{at}"] = values[at];
        await bus.SendAsync("types", message);
        var got = await RunningBus.ReceiveAsync(bus.Client.CreateReceiver("types"));
        Assert.Equal(values, Enumerable.Range(0, values.Length).Select(at => got.ApplicationProperties[$"p{at}"]));
        Assert.Equal(
            values.Select(v => v.GetType()),
            Enumerable.Range(0, values.Length).Select(at => got.ApplicationProperties[$"p{at}"].GetType()));
    }

    [Fact]
    public async Task Every_kind_of_body_arrives()
    {
        await bus.SendAsync(
            "bodies",
            new ServiceBusMessage(
                new AmqpAnnotatedMessage(AmqpMessageBody.FromData([new byte[] { 0, 255, 128, 10, 13 }]))),
            new ServiceBusMessage(new AmqpAnnotatedMessage(AmqpMessageBody.FromValue("nilai"))),
            new ServiceBusMessage(new AmqpAnnotatedMessage(AmqpMessageBody.FromSequence([[1, "é", 2.5]]))),
            new ServiceBusMessage());
        var got = await RunningBus.ReceiveAsync(bus.Client.CreateReceiver("bodies"), 4);
        var bodies = got.Select(message => message.GetRawAmqpMessage().Body).ToArray();
        Assert.True(bodies[0].TryGetData(out var data));
        Assert.Equal([0, 255, 128, 10, 13], data!.Single().ToArray());
        Assert.True(bodies[1].TryGetValue(out var value));
        Assert.Equal("nilai", value);
        Assert.True(bodies[2].TryGetSequence(out var sequence));
        Assert.Equal([1, "é", 2.5], sequence!.Single());
        Assert.Empty(got[3].Body.ToArray());
    }

    [Fact]
    public async Task A_batch_arrives_whole_and_in_order()
    {
        var sender = bus.Client.CreateSender("batches");
        using var batch = await sender.CreateMessageBatchAsync();
        for (var at = 0; at < 150; at++)
            Assert.True(
                batch.TryAddMessage(new ServiceBusMessage($"{at}") { ApplicationProperties = { ["at"] = at } }));
        await sender.SendMessagesAsync(batch);
        await sender.SendMessagesAsync([new("150"), new("151")]);
        var got = await RunningBus.ReceiveAsync(bus.Taker("batches"), 152);
        Assert.Equal(Enumerable.Range(0, 152).Select(at => $"{at}"), got.Select(message => message.Body.ToString()));
        Assert.Equal(5, got[5].ApplicationProperties["at"]);
    }

    [Fact]
    public async Task A_message_without_an_id_gets_one()
    {
        await bus.SendAsync("nameless", new ServiceBusMessage("1") { Subject = "kept" }, new ServiceBusMessage("2"));
        var got = await RunningBus.ReceiveAsync(bus.Client.CreateReceiver("nameless"), 2);
        Assert.Matches("^[0-9a-f]{32}$", got[0].MessageId);
        Assert.NotEqual(got[0].MessageId, got[1].MessageId);
        Assert.Equal("kept", got[0].Subject);
    }

    [Fact]
    public async Task A_batch_stops_at_256_kilobytes()
    {
        using var batch = await bus.Client.CreateSender("limits").CreateMessageBatchAsync();
        Assert.Equal(256 * 1024, batch.MaxSizeInBytes);
        Assert.True(batch.TryAddMessage(new ServiceBusMessage(new byte[200 * 1024])));
        Assert.False(batch.TryAddMessage(new ServiceBusMessage(new byte[100 * 1024])));
    }

    [Fact]
    public async Task A_message_near_256_kilobytes_arrives_unchanged()
    {
        foreach (var room in new[] { 4096, 1024, 256, 60 })
        {
            var body = new byte[(256 * 1024) - room];
            Random.Shared.NextBytes(body);
            await bus.SendAsync("large", new ServiceBusMessage(body) { MessageId = $"{room}" });
            Assert.Equal(body, (await RunningBus.ReceiveAsync(bus.Taker("large"))).Body.ToArray());
        }
    }

    [Fact]
    public async Task A_full_batch_is_taken()
    {
        var sender = bus.Client.CreateSender("full-batches");
        using var batch = await sender.CreateMessageBatchAsync();
        while (batch.TryAddMessage(new ServiceBusMessage(new string('"', 4_000)) { Subject = "penuh" }))
        {
        }

        await sender.SendMessagesAsync(batch);
        Assert.Equal(batch.Count, (await RunningBus.ReceiveAsync(bus.Taker("full-batches"), batch.Count)).Count);
        await bus.AssertGoneAsync("full-batches");
    }

    [Fact]
    public async Task Sequence_numbers_grow_by_one()
    {
        var sender = bus.Client.CreateSender("order");
        for (var at = 0; at < 30; at++)
            await sender.SendMessageAsync(new ServiceBusMessage($"{at}"));
        var got = await RunningBus.ReceiveAsync(bus.Taker("order"), 30);
        Assert.Equal(
            Enumerable.Range(0, 30).Select(at => ($"{at}", at + 1L)),
            got.Select(each => (each.Body.ToString(), each.SequenceNumber)));
    }

    [Fact]
    public async Task A_scheduled_message_comes_at_its_time()
    {
        var sender = bus.Client.CreateSender("schedules");
        var hour = DateTimeOffset.UtcNow.AddHours(1);
        var number = await sender.ScheduleMessageAsync(new ServiceBusMessage("in an hour"), hour);
        var soon = DateTimeOffset.UtcNow.AddSeconds(1.5);
        await sender.SendMessageAsync(new ServiceBusMessage("soon") { ScheduledEnqueueTime = soon });
        var receiver = bus.Client.CreateReceiver("schedules");
        var waiting = await receiver.PeekMessageAsync();
        Assert.Equal((ServiceBusMessageState.Scheduled, number), (waiting.State, waiting.SequenceNumber));
        Assert.Equal(hour.ToUnixTimeMilliseconds(), waiting.ScheduledEnqueueTime.ToUnixTimeMilliseconds());
        var arrived = await RunningBus.ReceiveAsync(receiver);
        Assert.Equal("soon", arrived.Body.ToString());
        Assert.True(DateTimeOffset.UtcNow >= soon.AddMilliseconds(-1), "It came early.");
        Assert.True(arrived.SequenceNumber > number);
        Assert.Equal(soon.ToUnixTimeMilliseconds(), arrived.EnqueuedTime.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task A_cancelled_message_never_comes()
    {
        var sender = bus.Client.CreateSender("cancellations");
        var minute = DateTimeOffset.UtcNow.AddMinutes(1);
        var one = await sender.ScheduleMessageAsync(new ServiceBusMessage("one"), minute);
        var two = await sender.ScheduleMessagesAsync([new("two"), new("three")], minute);
        await sender.CancelScheduledMessagesAsync([one, two[1]]);
        var left = await bus.Client.CreateReceiver("cancellations").PeekMessagesAsync(5);
        Assert.Equal(["two"], left.Select(message => message.Body.ToString()));
        Assert.Equal(
            ServiceBusFailureReason.MessageNotFound,
            await RunningBus.ReasonAsync(() => sender.CancelScheduledMessageAsync(one)));
    }

    [Fact]
    public async Task A_repeated_message_id_is_taken_once()
    {
        await bus.SendAsync("duplicates", new ServiceBusMessage("first") { MessageId = "same" });
        await bus.SendAsync("duplicates", new ServiceBusMessage("again") { MessageId = "same" });
        await bus.SendAsync(
            "duplicates",
            new ServiceBusMessage("a") { MessageId = "twin" }, new ServiceBusMessage("b") { MessageId = "twin" },
            new ServiceBusMessage("none"));
        await bus.SendAsync(
            "duplicates", new ServiceBusMessage("other") { MessageId = "Same" }, new ServiceBusMessage("none"));
        var got = await RunningBus.ReceiveAsync(bus.Taker("duplicates"), 5);
        Assert.Equal(["first", "a", "none", "other", "none"], got.Select(message => message.Body.ToString()));
        await bus.AssertGoneAsync("duplicates");
    }

    [Fact]
    public async Task An_id_may_come_again_after_the_window()
    {
        await bus.SendAsync("forgotten", new ServiceBusMessage("first") { MessageId = "same" });
        var first = await RunningBus.ReceiveAsync(bus.Taker("forgotten"));
        await RunningBus.UntilAsync(
            () => DateTimeOffset.UtcNow > first.EnqueuedTime.AddSeconds(1.5), "the end of the window");
        await bus.SendAsync("forgotten", new ServiceBusMessage("again") { MessageId = "same" });
        Assert.Equal("again", (await RunningBus.ReceiveAsync(bus.Taker("forgotten"))).Body.ToString());
    }
}
