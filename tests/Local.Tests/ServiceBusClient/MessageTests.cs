using System.Runtime.Serialization;
using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.BusClient;

public sealed class MessageTests
{
    private const string Local =
        "Endpoint=sb://127.0.0.1:9;SharedAccessKeyName=k;SharedAccessKey=s;UseDevelopmentEmulator=true";

    [Fact]
    public void A_new_message_has_no_id_and_never_expires()
    {
        var message = new ServiceBusMessage("isi");

        Assert.Null(message.MessageId);
        Assert.Equal(TimeSpan.MaxValue, message.TimeToLive);
        Assert.Equal(default, message.ScheduledEnqueueTime);
        Assert.Equal("isi", message.Body.ToString());
    }

    [Fact]
    public void An_id_has_between_1_and_128_characters()
    {
        var message = new ServiceBusMessage { MessageId = new string('a', 128) };

        Assert.ThrowsAny<ArgumentException>(() => message.MessageId = new string('a', 129));
        Assert.ThrowsAny<ArgumentException>(() => message.MessageId = "");
        Assert.ThrowsAny<ArgumentException>(() => message.SessionId = new string('a', 129));
    }

    [Fact]
    public void The_partition_key_follows_the_session()
    {
        var message = new ServiceBusMessage { PartitionKey = "p" };
        message.SessionId = "s";

        Assert.Equal("s", message.PartitionKey);
        Assert.Throws<ArgumentOutOfRangeException>(() => message.PartitionKey = "other");
    }

    [Fact]
    public void A_time_to_live_is_longer_than_nothing() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceBusMessage { TimeToLive = TimeSpan.Zero });

    [Fact]
    public async Task One_message_may_fill_a_batch_with_its_bare_body()
    {
        await using var client = new ServiceBusClient(Local);
        using var batch = await client.CreateSender("q").CreateMessageBatchAsync();
        var quotes = new string('"', 261_000);

        Assert.Equal(256 * 1024, batch.MaxSizeInBytes);
        Assert.True(batch.TryAddMessage(new ServiceBusMessage(quotes)));
        Assert.False(batch.TryAddMessage(new ServiceBusMessage("x")));
        Assert.Equal(1, batch.Count);
        Assert.InRange(batch.SizeInBytes, 261_000, 256 * 1024);
    }

    [Fact]
    public async Task A_batch_is_full_before_its_json_is_too_large()
    {
        await using var client = new ServiceBusClient(Local);
        using var batch = await client.CreateSender("q").CreateMessageBatchAsync();
        var message = new ServiceBusMessage(new string('a', 1_000));
        while (batch.TryAddMessage(message))
        {
        }

        Assert.InRange(batch.Count, 240, 262);
        Assert.InRange(batch.SizeInBytes, batch.MaxSizeInBytes - 1_100, batch.MaxSizeInBytes);
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_before_it_is_sent()
    {
        await using var client = new ServiceBusClient(Local);
        var large = new ServiceBusMessage(new byte[256 * 1024]);

        var failure = await Assert.ThrowsAsync<ServiceBusException>(
            () => client.CreateSender("q").SendMessagesAsync([large]));

        Assert.Equal(ServiceBusFailureReason.MessageSizeExceeded, failure.Reason);
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public async Task A_property_of_a_type_that_cannot_travel_is_refused()
    {
        await using var client = new ServiceBusClient(Local);
        var message = new ServiceBusMessage("x");
        message.ApplicationProperties["list"] = new List<int>();

        await Assert.ThrowsAsync<SerializationException>(() => client.CreateSender("q").SendMessageAsync(message));
    }

    [Fact]
    public async Task What_is_closed_refuses_to_work()
    {
        var client = new ServiceBusClient(Local);
        var sender = client.CreateSender("q");
        var receiver = client.CreateReceiver("q");
        await client.DisposeAsync();

        Assert.True(client.IsClosed && sender.IsClosed && receiver.IsClosed);
        Assert.Throws<ObjectDisposedException>(() => client.CreateSender("q"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => sender.SendMessageAsync(new ServiceBusMessage("x")));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => receiver.ReceiveMessageAsync());
    }
}
