using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.ServiceBus.Durability;

/// <summary>
/// The disk is full in the middle of a line: whoever asked is refused, and nothing that was acknowledged is lost.
/// </summary>
public sealed class FullDiskTests : IAsyncDisposable
{
    private const string Queue = "durable";
    private readonly DurableBus _bus = new();

    public async ValueTask DisposeAsync() => await _bus.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(150)]
    public async Task A_message_that_does_not_fit_is_refused_and_leaves_no_trace(int space)
    {
        await _bus.StartAsync();
        await SendManyAsync("before", 20);
        var whole = await File.ReadAllTextAsync(_bus.Journal);
        await _bus.LimitDiskAsync(space);
        for (var at = 0; at < 3; at++)
            await FullAsync(() => _bus.SendAsync(Queue, $"refused-{at}"));
        Assert.Equal(whole, await File.ReadAllTextAsync(_bus.Journal));
        await _bus.LimitDiskAsync(null);
        await SendManyAsync("after", 20);
        await _bus.SendAsync(Queue, "refused-0");
        await _bus.KillAndStartAsync();
        Assert.Equal(
            [.. Ids("before", 20), .. Ids("after", 20), "refused-0"],
            (await _bus.TakeAllAsync(Queue)).Select(message => message.Body.ToString()));
    }

    [Fact]
    public async Task A_batch_that_does_not_fit_is_refused_whole()
    {
        await _bus.StartAsync();
        await _bus.LimitDiskAsync(1500);
        await FullAsync(() => SendManyAsync("batch", 20));
        await _bus.LimitDiskAsync(null);
        await _bus.KillAndStartAsync();
        Assert.Empty(await _bus.TakeAllAsync(Queue));
    }

    [Fact]
    public async Task A_settlement_that_does_not_fit_is_refused_and_can_be_tried_again()
    {
        await _bus.StartAsync();
        await SendManyAsync("settled", 3);
        var receiver = _bus.Client.CreateReceiver(Queue);
        var messages = await RunningBus.ReceiveAsync(receiver, 3);
        await _bus.LimitDiskAsync(5);
        await FullAsync(() => receiver.CompleteMessageAsync(messages[0]));
        await FullAsync(() => receiver.DeadLetterMessageAsync(messages[1]));
        await receiver.RenewMessageLockAsync(messages[0]);
        await _bus.LimitDiskAsync(null);
        var again = _bus.Client.CreateReceiver(Queue);
        await again.CompleteMessageAsync(messages[0]);
        await again.DeadLetterMessageAsync(messages[1]);
        await _bus.KillAndStartAsync();
        Assert.Equal(["settled-2"], (await _bus.TakeAllAsync(Queue)).Select(message => message.Body.ToString()));
        Assert.Equal(["settled-1"], (await _bus.TakeDeadAsync(Queue)).Select(message => message.Body.ToString()));
    }

    [Fact]
    public async Task Readers_are_served_when_there_is_space_again()
    {
        await _bus.StartAsync();
        await _bus.SendAsync("taken", "waits");
        var held = await RunningBus.ReceiveAsync(_bus.Client.CreateReceiver("taken"));
        await _bus.LimitDiskAsync(5);
        var waiting = RunningBus.ReceiveAsync(_bus.Client.CreateReceiver("taken"));
        await RunningBus.UntilAsync(
            () => DateTimeOffset.UtcNow > held.LockedUntil.AddSeconds(1), "the end of the lock");
        Assert.False(waiting.IsCompleted);
        await _bus.LimitDiskAsync(null);
        Assert.Equal(("waits", 2), ((await waiting).Body.ToString(), (await waiting).DeliveryCount));
    }

    [Fact]
    public async Task What_falls_due_on_a_full_disk_comes_when_there_is_space_again()
    {
        await _bus.StartAsync();
        // Open before the times begin to run.
        await using var sender = _bus.Client.CreateSender("expiries");
        using var opened = await sender.CreateMessageBatchAsync();
        await _bus.SendAsync(Queue, "first");
        Assert.Single(await _bus.TakeAllAsync(Queue));
        var life = TimeSpan.FromSeconds(5);
        await _bus.SendAsync(Queue, "due", DateTimeOffset.UtcNow + life);
        await sender.SendMessageAsync(new ServiceBusMessage("old") { TimeToLive = life });
        await _bus.LimitDiskAsync(5);
        var later = DateTimeOffset.UtcNow + life;
        await RunningBus.UntilAsync(() => DateTimeOffset.UtcNow > later, "the times of both");
        Assert.Equal(
            ServiceBusMessageState.Scheduled, (await _bus.Client.CreateReceiver(Queue).PeekMessageAsync()).State);
        await _bus.LimitDiskAsync(null);
        Assert.Equal("due", (await RunningBus.ReceiveAsync(_bus.Taker(Queue))).Body.ToString());
        Assert.Equal("old", (await RunningBus.ReceiveAsync(_bus.Taker("expiries/$DeadLetterQueue"))).Body.ToString());
    }

    private Task SendManyAsync(string name, int count) => _bus.Client.CreateSender(Queue).SendMessagesAsync(
        Ids(name, count).Select(id => new ServiceBusMessage(id) { MessageId = id }));

    private static IEnumerable<string> Ids(string name, int count) =>
        Enumerable.Range(0, count).Select(at => $"{name}-{at}");

    private static async Task FullAsync(Func<Task> act) =>
        Assert.Equal(ServiceBusFailureReason.QuotaExceeded, await RunningBus.ReasonAsync(act));
}
