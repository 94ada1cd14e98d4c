using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.ServiceBus.Contract;

/// <summary>Whatever is refused is refused by name, and only that.</summary>
public sealed class RefusalTests(RunningBus bus) : IClassFixture<RunningBus>
{
    [Fact]
    public async Task A_message_over_256_kilobytes_is_refused() => Assert.Equal(
        ServiceBusFailureReason.MessageSizeExceeded,
        await RunningBus.ReasonAsync(() => bus.SendAsync("limits", new ServiceBusMessage(new byte[(256 * 1024) + 1]))));

    [Fact]
    public async Task An_unknown_queue_is_not_found()
    {
        var receiver = bus.Client.CreateReceiver("nowhere");
        await NotFoundAsync(() => bus.SendAsync("nowhere", new ServiceBusMessage("x")));
        await NotFoundAsync(() => receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(1)));
        await NotFoundAsync(() => receiver.PeekMessageAsync());
    }

    [Fact]
    public async Task An_unknown_subscription_is_not_found() => await NotFoundAsync(
        () => bus.Client.CreateReceiver("news", "nobody").ReceiveMessageAsync(TimeSpan.FromSeconds(1)));

    [Fact]
    public async Task A_topic_is_not_read_and_a_subscription_not_written()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => bus.Client.CreateReceiver("news").ReceiveMessageAsync(TimeSpan.FromSeconds(1)));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => bus.SendAsync("news/Subscriptions/everything", new ServiceBusMessage("x")));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => bus.SendAsync("limits/$DeadLetterQueue", new ServiceBusMessage("x")));
    }

    [Fact]
    public async Task A_session_is_refused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => bus.Client.AcceptNextSessionAsync("limits"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bus.Client.AcceptSessionAsync("limits", "one"));
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        await using var stranger = bus.HastyClient(
            bus.Bus.ConnectionString.Replace("SAS_KEY_VALUE", "guess", StringComparison.Ordinal));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => stranger.CreateSender("limits").SendMessageAsync(new ServiceBusMessage("x")));
    }

    [Fact]
    public async Task A_busy_send_fails_and_the_next_succeeds()
    {
        await using var hasty = bus.HastyClient();
        var sender = hasty.CreateSender("busy-sends");
        await bus.MakeBusyAsync("busy-sends", "send", 1);
        var busy = await Assert.ThrowsAsync<ServiceBusException>(
            () => sender.SendMessageAsync(new ServiceBusMessage("1")));
        Assert.Equal((ServiceBusFailureReason.ServiceBusy, true), (busy.Reason, busy.IsTransient));
        await sender.SendMessageAsync(new ServiceBusMessage("2"));
        Assert.Equal("2", (await RunningBus.ReceiveAsync(bus.Taker("busy-sends"))).Body.ToString());
    }

    [Fact]
    public async Task A_refused_send_among_others_is_told_alone()
    {
        await using var hasty = bus.HastyClient();
        var sender = hasty.CreateSender("busy-among-many");
        await sender.SendMessageAsync(new ServiceBusMessage("first"));
        await bus.MakeBusyAsync("busy-among-many", "send", 1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async at =>
        {
            var sent = sender.SendMessageAsync(new ServiceBusMessage($"{at}"));
            await sent.ContinueWith(_ => { }, TaskScheduler.Default);
            return (Body: $"{at}", Sent: sent.IsCompletedSuccessfully);
        }));
        Assert.Equal(11, answers.Count(answer => answer.Sent));
        var got = await RunningBus.ReceiveAsync(bus.Taker("busy-among-many"), 12);
        Assert.Equal(
            answers.Where(answer => answer.Sent).Select(answer => answer.Body).Append("first").Order(),
            got.Select(message => message.Body.ToString()).Order());
    }

    [Fact]
    public async Task A_busy_receive_fails_and_the_next_succeeds()
    {
        await using var hasty = bus.HastyClient();
        await bus.SendAsync("busy-receives", new ServiceBusMessage("1"));
        var receiver = hasty.CreateReceiver("busy-receives");
        await bus.MakeBusyAsync("busy-receives", "receive", 1);
        Assert.Equal(
            ServiceBusFailureReason.ServiceBusy,
            await RunningBus.ReasonAsync(() => receiver.ReceiveMessageAsync(RunningBus.Patience)));
        Assert.Equal(1, (await RunningBus.ReceiveAsync(receiver)).DeliveryCount);
    }

    [Fact]
    public async Task A_busy_settlement_fails_and_the_next_succeeds()
    {
        await using var hasty = bus.HastyClient();
        await bus.SendAsync("busy-settles", new ServiceBusMessage("1"));
        var receiver = hasty.CreateReceiver("busy-settles");
        var message = await RunningBus.ReceiveAsync(receiver);
        await bus.MakeBusyAsync("busy-settles", "settle", 1);
        Assert.Equal(
            ServiceBusFailureReason.ServiceBusy,
            await RunningBus.ReasonAsync(() => receiver.RenewMessageLockAsync(message)));
        await receiver.RenewMessageLockAsync(message);
        await bus.MakeBusyAsync("busy-settles", "settle", 1);
        Assert.Equal(
            ServiceBusFailureReason.ServiceBusy,
            await RunningBus.ReasonAsync(() => receiver.CompleteMessageAsync(message)));
        await bus.Client.CreateReceiver("busy-settles").CompleteMessageAsync(message);
        await bus.AssertGoneAsync("busy-settles");
    }

    private static async Task NotFoundAsync(Func<Task> act) =>
        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, await RunningBus.ReasonAsync(act));
}
