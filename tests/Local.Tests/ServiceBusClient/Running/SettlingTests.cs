using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.BusClient.Running;

public sealed class SettlingTests(ClientBus bus) : IClassFixture<ClientBus>
{
    [Fact]
    public async Task An_abandoned_message_comes_back_and_a_completed_one_is_gone()
    {
        await SendAsync("settling");
        var receiver = bus.Client.CreateReceiver("settling");

        await receiver.AbandonMessageAsync(await ClientBus.ReceiveAsync(receiver));
        var again = await ClientBus.ReceiveAsync(receiver);
        Assert.Equal(2, again.DeliveryCount);

        await receiver.CompleteMessageAsync(again);
        await bus.AssertGoneAsync("settling");
        var lost = await Assert.ThrowsAsync<ServiceBusException>(() => receiver.CompleteMessageAsync(again));
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, lost.Reason);
    }

    [Fact]
    public async Task Receive_and_delete_leaves_nothing()
    {
        await SendAsync("deleting");
        var receiver = bus.Client.CreateReceiver("deleting", new ServiceBusReceiverOptions
        {
            ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete,
        });

        Assert.Equal("isi", (await ClientBus.ReceiveAsync(receiver)).Body.ToString());
        await bus.AssertGoneAsync("deleting");
    }

    [Fact]
    public async Task After_the_last_delivery_it_is_among_the_dead_letters()
    {
        await SendAsync("poison");
        var receiver = bus.Client.CreateReceiver("poison");
        for (var delivery = 0; delivery < 2; delivery++)
            await receiver.AbandonMessageAsync(await ClientBus.ReceiveAsync(receiver));

        var deadLetters = bus.Client.CreateReceiver(
            "poison", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        var dead = await ClientBus.ReceiveAsync(deadLetters);

        Assert.Equal("isi", dead.Body.ToString());
        Assert.Equal("MaxDeliveryCountExceeded", dead.DeadLetterReason);
        Assert.NotNull(dead.DeadLetterErrorDescription);
        await deadLetters.CompleteMessageAsync(dead);
        await ClientBus.AssertEmptyAsync(deadLetters);
        await bus.AssertGoneAsync("poison");
    }

    [Fact]
    public async Task A_renewed_lock_outlives_its_first_end()
    {
        await SendAsync("renewals");
        var receiver = bus.Client.CreateReceiver("renewals");
        var message = await ClientBus.ReceiveAsync(receiver);
        var first = message.LockedUntil;
        await ClientBus.UntilAsync(() => DateTimeOffset.UtcNow > first.AddSeconds(-1), "the last second of the lock");

        await receiver.RenewMessageLockAsync(message);
        Assert.True(message.LockedUntil > first);
        await ClientBus.UntilAsync(() => DateTimeOffset.UtcNow > first.AddSeconds(1), "the first end of the lock");

        await receiver.CompleteMessageAsync(message);
    }

    [Fact]
    public async Task A_lapsed_lock_is_lost_and_the_message_comes_back()
    {
        await SendAsync("lapses");
        var receiver = bus.Client.CreateReceiver("lapses");
        var message = await ClientBus.ReceiveAsync(receiver);

        var again = await ClientBus.ReceiveAsync(receiver);

        Assert.Equal(2, again.DeliveryCount);
        var lost = await Assert.ThrowsAsync<ServiceBusException>(() => receiver.CompleteMessageAsync(message));
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, lost.Reason);
    }

    [Fact]
    public async Task A_busy_moment_is_outlasted()
    {
        await bus.MakeBusyAsync("busy", "send", 2);
        await SendAsync("busy");
        await bus.MakeBusyAsync("busy", "receive", 1);
        var receiver = bus.Client.CreateReceiver("busy");
        var message = await ClientBus.ReceiveAsync(receiver);
        await bus.MakeBusyAsync("busy", "settle", 1);
        await receiver.CompleteMessageAsync(message);

        await bus.AssertGoneAsync("busy");
    }

    [Fact]
    public async Task A_service_that_stays_busy_says_so()
    {
        await using var hasty = new ServiceBusClient(bus.Bus.ConnectionString, new ServiceBusClientOptions
        {
            RetryOptions = new ServiceBusRetryOptions { MaxRetries = 0 },
        });
        await bus.MakeBusyAsync("large", "send", 1);

        var busy = await Assert.ThrowsAsync<ServiceBusException>(
            () => hasty.CreateSender("large").SendMessageAsync(new ServiceBusMessage("x")));

        Assert.Equal((ServiceBusFailureReason.ServiceBusy, true), (busy.Reason, busy.IsTransient));
    }

    [Fact]
    public async Task An_unknown_entity_is_not_found()
    {
        var sending = await Assert.ThrowsAsync<ServiceBusException>(() => SendAsync("nowhere"));
        var receiving = await Assert.ThrowsAsync<ServiceBusException>(
            () => bus.Client.CreateReceiver("events", "nobody").ReceiveMessageAsync(TimeSpan.FromSeconds(1)));

        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, sending.Reason);
        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, receiving.Reason);
    }

    [Fact]
    public async Task A_wrong_key_is_unauthorized()
    {
        await using var stranger = new ServiceBusClient(
            bus.Bus.ConnectionString.Replace("SAS_KEY_VALUE", "guess", StringComparison.Ordinal));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => stranger.CreateSender("single").SendMessageAsync(new ServiceBusMessage("x")));
    }

    private Task SendAsync(string queue) =>
        bus.Client.CreateSender(queue).SendMessageAsync(new ServiceBusMessage("isi"));
}
