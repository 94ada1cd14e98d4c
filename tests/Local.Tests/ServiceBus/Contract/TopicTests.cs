using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.ServiceBus.Contract;

/// <summary>What a topic gives to which subscription.</summary>
public sealed class TopicTests(RunningBus bus) : IClassFixture<RunningBus>
{
    [Fact]
    public async Task Subscriptions_get_what_their_filters_let_through()
    {
        await bus.SendAsync(
            "news",
            Message("1", null, ("type", "published")),
            Message("2", null, ("type", "page"), ("year", 2026)),
            Message("3", null, ("type", "other"), ("year", "2026"), ("final", "true")),
            Message("4", "urgent", ("agency", "kemenkeu")),
            Message("5", "urgent", ("agency", "bkn")),
            Message("6", null, ("year", 2026L), ("final", true)),
            Message("7", null, ("year", 2026.0), ("Type", "page")),
            new ServiceBusMessage("8")
            {
                MessageId = "id",
                CorrelationId = "c",
                To = "to",
                ReplyTo = "back",
                SessionId = "s",
                ReplyToSessionId = "rs",
                ContentType = "text/plain",
            },
            new ServiceBusMessage("9") { MessageId = "id", CorrelationId = "c" });
        Dictionary<string, string> wanted = new()
        {
            ["everything"] = "123456789",
            ["by-property"] = "12",
            ["by-label"] = "4",
            ["by-number"] = "267",
            ["by-truth"] = "6",
            ["by-system"] = "8",
        };
        foreach (var (name, bodies) in wanted)
        {
            var receiver = bus.Client.CreateReceiver("news", name);
            var got = await RunningBus.ReceiveAsync(receiver, bodies.Length);
            Assert.Equal((name, bodies), (name, string.Concat(got.Select(message => message.Body.ToString()))));
            await RunningBus.AssertEmptyAsync(receiver);
        }
    }

    [Fact]
    public async Task A_message_scheduled_to_a_topic_fans_out_at_its_time()
    {
        var sender = bus.Client.CreateSender("later-news");
        var due = DateTimeOffset.UtcNow.AddSeconds(0.7);
        await sender.ScheduleMessageAsync(Page(), due);
        await sender.SendMessageAsync(Page());
        foreach (var name in new[] { "all", "some" })
        {
            var receiver = bus.Client.CreateReceiver("later-news", name);
            Assert.Equal("page", (await RunningBus.ReceiveAsync(receiver)).Body.ToString());
            Assert.Single(await receiver.PeekMessagesAsync(10));
        }

        Assert.True(DateTimeOffset.UtcNow >= due.AddMilliseconds(-1), "It came early.");

        static ServiceBusMessage Page() =>
            new("page") { MessageId = "page-1", ApplicationProperties = { ["type"] = "page" } };
    }

    [Fact]
    public async Task A_subscription_has_dead_letters_of_its_own()
    {
        await bus.SendAsync("dead-news", new ServiceBusMessage("both"));
        var poisoned = bus.Client.CreateReceiver("dead-news", "poisoned");
        await poisoned.AbandonMessageAsync(await RunningBus.ReceiveAsync(poisoned));
        var options = new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter };
        var graveyard = bus.Client.CreateReceiver("dead-news", "poisoned", options);
        Assert.Equal("MaxDeliveryCountExceeded", (await graveyard.PeekMessageAsync()).DeadLetterReason);
        var dead = await RunningBus.ReceiveAsync(graveyard);
        await graveyard.RenewMessageLockAsync(dead);
        await graveyard.CompleteMessageAsync(dead);
        Assert.Empty(await graveyard.PeekMessagesAsync(1, 0));
        Assert.Empty(await bus.Client.CreateReceiver("dead-news", "healthy", options).PeekMessagesAsync(1));
        Assert.Equal(
            "both", (await RunningBus.ReceiveAsync(bus.Client.CreateReceiver("dead-news", "healthy"))).Body.ToString());
    }

    private static ServiceBusMessage Message(
        string body, string? subject, params (string Name, object Value)[] properties)
    {
        var message = new ServiceBusMessage(body) { Subject = subject };
        foreach (var (name, value) in properties)
            message.ApplicationProperties[name] = value;
        return message;
    }
}
