using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.BusClient.Running;

public sealed class MessagesTests(ClientBus bus) : IClassFixture<ClientBus>
{
    private static readonly byte[] NoText = [0, 255, 128, 10, 13];

    [Fact]
    public async Task A_message_sent_alone_arrives_as_it_was()
    {
        var sent = Some("single", BinaryData.FromBytes(NoText));
        await bus.Client.CreateSender("single").SendMessageAsync(sent);

        Same(sent, await bus.ReceiveAsync("single"));
    }

    [Fact]
    public async Task Messages_sent_together_arrive_as_they_were_and_in_order()
    {
        ServiceBusMessage[] sent =
        [
            Some("one", BinaryData.FromString("{\"nilai\":\"é\"}")),
            Some("two", BinaryData.FromBytes(NoText)),
            Some("three", BinaryData.FromString("")),
        ];
        await bus.Client.CreateSender("batch").SendMessagesAsync(sent);

        var receiver = bus.Client.CreateReceiver("batch");
        foreach (var message in sent)
            Same(message, await ClientBus.ReceiveAsync(receiver));
    }

    [Fact]
    public async Task A_full_batch_is_taken_by_the_service()
    {
        var sender = bus.Client.CreateSender("large");
        using var batch = await sender.CreateMessageBatchAsync();
        while (batch.TryAddMessage(new ServiceBusMessage(new string('"', 4_000)) { Subject = "penuh" }))
        {
        }

        await sender.SendMessagesAsync(batch);
        using var alone = await sender.CreateMessageBatchAsync();
        Assert.True(alone.TryAddMessage(new ServiceBusMessage(new byte[(256 * 1024) - 200])));
        await sender.SendMessagesAsync(alone);

        var receiver = bus.Client.CreateReceiver("large", new ServiceBusReceiverOptions
        {
            ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete,
        });
        var received = await receiver.ReceiveMessagesAsync(batch.Count + 1, ClientBus.Patience);
        Assert.Equal(batch.Count + 1, received.Count);
        Assert.Equal((256 * 1024) - 200, received[^1].Body.ToMemory().Length);
    }

    [Fact]
    public async Task A_scheduled_message_comes_at_its_time()
    {
        var at = DateTimeOffset.UtcNow.AddSeconds(2);
        await bus.Client.CreateSender("schedules").ScheduleMessageAsync(new ServiceBusMessage("nanti"), at);
        await ClientBus.AssertEmptyAsync(bus.Client.CreateReceiver("schedules"));

        var message = await bus.ReceiveAsync("schedules");

        Assert.True(message.EnqueuedTime >= at.AddSeconds(-1), $"Enqueued {message.EnqueuedTime:O}, due {at:O}");
        Assert.True(message.ScheduledEnqueueTime >= at);
    }

    [Fact]
    public async Task The_same_id_is_taken_once()
    {
        var sender = bus.Client.CreateSender("duplicates");
        await sender.SendMessageAsync(new ServiceBusMessage("1") { MessageId = "sama" });
        await sender.SendMessagesAsync([new("2") { MessageId = "sama" }, new("3") { MessageId = "lain" }]);

        var receiver = bus.Client.CreateReceiver("duplicates");
        var received = new[] { await ClientBus.ReceiveAsync(receiver), await ClientBus.ReceiveAsync(receiver) };

        Assert.Equal(["1", "3"], received.Select(message => message.Body.ToString()));
        await ClientBus.AssertEmptyAsync(receiver);
    }

    [Fact]
    public async Task A_subscription_gets_what_its_filter_lets_through()
    {
        var sender = bus.Client.CreateSender("events");
        foreach (var type in new[] { "published", "other", "page" })
        {
            var message = new ServiceBusMessage(type);
            message.ApplicationProperties["type"] = type;
            await sender.SendMessageAsync(message);
        }

        var rankings = bus.Client.CreateReceiver("events", "rankings");
        Assert.Equal(["published", "page"], await BodiesAsync(rankings, 2));
        await ClientBus.AssertEmptyAsync(rankings);
        Assert.Equal(["published", "other", "page"], await BodiesAsync(bus.Client.CreateReceiver("events", "all"), 3));
    }

    private static async Task<List<string>> BodiesAsync(ServiceBusReceiver receiver, int count)
    {
        var bodies = new List<string>();
        for (var at = 0; at < count; at++)
        {
            var message = await ClientBus.ReceiveAsync(receiver);
            bodies.Add(message.Body.ToString());
            await receiver.CompleteMessageAsync(message);
        }

        return bodies;
    }

    private static ServiceBusMessage Some(string id, BinaryData body)
    {
        var message = new ServiceBusMessage(body)
        {
            MessageId = id,
            CorrelationId = "c-1",
            Subject = "kemenkeu/2026-Q1 é",
            To = "to",
            ReplyTo = "back",
            ContentType = "application/json; charset=utf-8",
            TimeToLive = TimeSpan.FromMinutes(90),
        };
        message.ApplicationProperties["text"] = "\"é\" 5";
        message.ApplicationProperties["digits"] = "5";
        message.ApplicationProperties["whole"] = 5;
        message.ApplicationProperties["large"] = long.MaxValue;
        message.ApplicationProperties["part"] = 5.0;
        message.ApplicationProperties["small"] = 1.25e-9;
        message.ApplicationProperties["yes"] = true;
        message.ApplicationProperties["when"] = new DateTimeOffset(2026, 3, 31, 16, 59, 59, TimeSpan.Zero);
        message.ApplicationProperties["cloudEvents_type"] = "id.go.kinerja.ranking.published.v1";
        return message;
    }

    private static void Same(ServiceBusMessage sent, ServiceBusReceivedMessage received)
    {
        Assert.Equal(sent.Body.ToArray(), received.Body.ToArray());
        Assert.Equal(
            (sent.MessageId, sent.CorrelationId, sent.Subject, sent.To, sent.ReplyTo, sent.ContentType),
            (received.MessageId, received.CorrelationId, received.Subject, received.To, received.ReplyTo,
                received.ContentType));
        Assert.Equal(sent.TimeToLive, received.TimeToLive);
        Assert.Equal(new Dictionary<string, object>(sent.ApplicationProperties), received.ApplicationProperties);
        Assert.Equal(1, received.DeliveryCount);
        Assert.Equal(received.EnqueuedTime + received.TimeToLive, received.ExpiresAt);
        Assert.True(received.LockedUntil > received.EnqueuedTime);
    }
}
