using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.BusClient.Wire;

public sealed class ReceivingTests
{
    private const string Broker =
        """
        {"MessageId":"m","CorrelationId":"c","Label":"subject","To":"to","ReplyTo":"back","SessionId":"s",
        "PartitionKey":"s","DeliveryCount":2,"LockToken":"11111111-2222-3333-4444-555555555555",
        "LockedUntilUtc":"Thu, 01 Jan 2026 00:01:00 GMT","SequenceNumber":9007199254740993,"State":"Active",
        "EnqueuedSequenceNumber":7,"EnqueuedTimeUtc":"Thu, 01 Jan 2026 00:00:00 GMT","TimeToLive":60.5}
        """;

    private static readonly DateTimeOffset NewYear = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_received_message_has_all_its_parts()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        service.Answer(201, "isi", ("BrokerProperties", Broker.ReplaceLineEndings("")), ("Content-Type", "text/plain"),
            ("text", "\"\\u00E9\""), ("number", "-3"), ("large", "4294967296"), ("share", "0.5"), ("flag", "false"),
            ("when", "\"Thu, 01 Jan 2026 00:00:00 GMT\""), ("X-Note", "not a property"));

        var message = await client.CreateReceiver("t", "s").ReceiveMessageAsync(TimeSpan.FromSeconds(5));

        Assert.NotNull(message);
        Assert.Equal("isi", message.Body.ToString());
        Assert.Equal(("m", "c", "subject"), (message.MessageId, message.CorrelationId, message.Subject));
        Assert.Equal(("to", "back", "s", "s"), (message.To, message.ReplyTo, message.SessionId, message.PartitionKey));
        Assert.Equal("text/plain", message.ContentType);
        Assert.Equal(2, message.DeliveryCount);
        Assert.Equal("11111111-2222-3333-4444-555555555555", message.LockToken);
        Assert.Equal(NewYear.AddMinutes(1), message.LockedUntil);
        Assert.Equal(9007199254740993, message.SequenceNumber);
        Assert.Equal(7, message.EnqueuedSequenceNumber);
        Assert.Equal(NewYear, message.EnqueuedTime);
        Assert.Equal(TimeSpan.FromSeconds(60.5), message.TimeToLive);
        Assert.Equal(NewYear.AddSeconds(60.5), message.ExpiresAt);
        Assert.Equal(
            new Dictionary<string, object>
            {
                ["text"] = "é",
                ["number"] = -3,
                ["large"] = 4294967296,
                ["share"] = 0.5,
                ["flag"] = false,
                ["when"] = NewYear,
            },
            message.ApplicationProperties);
        Assert.Equal("/t/Subscriptions/s/messages/head?timeout=5", service.Requests[0].Path);
    }

    [Fact]
    public async Task An_empty_poll_before_the_time_is_up_is_repeated()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        service.Answer(204).Answer(201, "x", ("BrokerProperties", "{}"));

        var message = await client.CreateReceiver("q").ReceiveMessageAsync(TimeSpan.FromSeconds(5));

        Assert.NotNull(message);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Nothing_in_time_is_no_message()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();

        Assert.Null(await client.CreateReceiver("q").ReceiveMessageAsync(TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public async Task Several_are_taken_until_there_are_no_more()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        service.Answer(201, "1", ("BrokerProperties", "{}")).Answer(201, "2", ("BrokerProperties", "{}")).Answer(204);

        var messages = await client.CreateReceiver("q").ReceiveMessagesAsync(10, TimeSpan.FromSeconds(60));

        Assert.Equal(["1", "2"], messages.Select(message => message.Body.ToString()));
        Assert.Equal(
            ["/q/messages/head?timeout=55", "/q/messages/head?timeout=0", "/q/messages/head?timeout=0"],
            service.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Settling_and_renewing_name_the_message_and_its_lock()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        service.Answer(200).Answer(200).Answer(
            200, "", ("BrokerProperties", "{\"LockedUntilUtc\":\"Thu, 01 Jan 2026 00:09:00 GMT\"}"));
        var receiver = client.CreateReceiver("q", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        var token = Guid.Parse("11111111-2222-3333-4444-555555555555");
        var message = ServiceBusModelFactory.ServiceBusReceivedMessage(lockTokenGuid: token, sequenceNumber: 12);

        await receiver.CompleteMessageAsync(message);
        await receiver.AbandonMessageAsync(message);
        await receiver.RenewMessageLockAsync(message);

        const string Path = "/q/$DeadLetterQueue/messages/12/11111111-2222-3333-4444-555555555555";
        Assert.Equal(
            [("DELETE", Path), ("PUT", Path), ("POST", Path)],
            service.Requests.Select(request => (request.Method, request.Path)));
        Assert.Equal(NewYear.AddMinutes(9), message.LockedUntil);
        Assert.Equal("q/$DeadLetterQueue", receiver.EntityPath);
    }

    [Fact]
    public async Task Receive_and_delete_takes_at_once_and_has_nothing_to_settle()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        service.Answer(200, "x", ("BrokerProperties", "{}"));
        var receiver = client.CreateReceiver("q", new ServiceBusReceiverOptions
        {
            ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete,
        });

        var message = await receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(5));

        Assert.NotNull(message);
        Assert.Equal("DELETE", service.Requests[0].Method);
        await Assert.ThrowsAsync<InvalidOperationException>(() => receiver.CompleteMessageAsync(message));
    }

    [Fact]
    public async Task Changing_properties_while_abandoning_is_refused()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        var message = ServiceBusModelFactory.ServiceBusReceivedMessage();

        await Assert.ThrowsAsync<NotSupportedException>(() => client.CreateReceiver("q")
            .AbandonMessageAsync(message, new Dictionary<string, object> { ["why"] = "so" }));
        Assert.Empty(service.Requests);
    }
}
