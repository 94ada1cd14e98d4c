using System.Collections.Concurrent;
using System.Globalization;
using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.ServiceBus.Contract;

/// <summary>Looking, taking, waiting, prefetching, and processors of several calls.</summary>
public sealed class ReceivingTests(RunningBus bus) : IClassFixture<RunningBus>
{
    [Fact]
    public async Task Peeking_takes_nothing()
    {
        await bus.SendAsync("peeks", new("a"), new("b"), new("c"));
        var receiver = bus.Client.CreateReceiver("peeks");
        Assert.Equal(["a", "b"], await PeekAsync(receiver, 2));
        Assert.Equal(["c"], await PeekAsync(receiver, 2));
        Assert.Empty(await PeekAsync(receiver, 2));
        Assert.Equal(["b", "c"], await PeekAsync(receiver, 5, 2));
        var first = await RunningBus.ReceiveAsync(receiver);
        Assert.Equal(("a", 1), (first.Body.ToString(), first.DeliveryCount));
    }

    [Fact]
    public async Task Large_messages_are_peeked_together()
    {
        for (var at = 0; at < 10; at++)
            await bus.SendAsync("large-peeks", new ServiceBusMessage(new byte[200_000]));
        var receiver = bus.Client.CreateReceiver("large-peeks");
        Assert.Equal(
            10, (await receiver.PeekMessagesAsync(10)).Count(message => message.Body.ToMemory().Length == 200_000));
    }

    [Fact]
    public async Task Receive_and_delete_removes_at_once()
    {
        await bus.SendAsync("removals", new("one"), new("two"));
        Assert.Equal("one", (await RunningBus.ReceiveAsync(bus.Taker("removals"))).Body.ToString());
        Assert.Equal(["two"], await PeekAsync(bus.Client.CreateReceiver("removals"), 5));
    }

    [Fact]
    public async Task A_receiver_can_wait_again_after_an_empty_wait()
    {
        var receiver = bus.Client.CreateReceiver("drains");
        for (var wait = 0; wait < 3; wait++)
            Assert.Empty(await receiver.ReceiveMessagesAsync(10, TimeSpan.FromMilliseconds(100)));
        var waiting = RunningBus.ReceiveAsync(receiver);
        await bus.SendAsync("drains", new ServiceBusMessage("at last"));
        var got = await waiting;
        Assert.Equal(("at last", 1), (got.Body.ToString(), got.DeliveryCount));
        await receiver.CompleteMessageAsync(got);
    }

    [Fact]
    public async Task A_subscribed_handler_gets_every_message()
    {
        await bus.SendAsync("streams", [.. Enumerable.Range(0, 100).Select(at => new ServiceBusMessage($"{at}"))]);
        var got = new ConcurrentQueue<string>();
        var errors = new ConcurrentQueue<string>();
        await using var processor = bus.Client.CreateProcessor(
            "streams", new ServiceBusProcessorOptions { MaxConcurrentCalls = 4 });
        processor.ProcessMessageAsync += args =>
        {
            got.Enqueue(args.Message.Body.ToString());
            return args.Message.Body.ToString() == "3" && args.Message.DeliveryCount == 1
                ? throw new InvalidOperationException("fail once")
                : Task.CompletedTask;
        };
        processor.ProcessErrorAsync += args =>
        {
            errors.Enqueue(args.Exception.Message);
            return Task.CompletedTask;
        };
        await processor.StartProcessingAsync();
        await RunningBus.UntilAsync(() => got.Count == 101, "101 deliveries");
        await processor.StopProcessingAsync();
        Assert.Equal(Enumerable.Range(0, 100), got.Distinct().Select(int.Parse).Order());
        Assert.Equal(2, got.Count(body => body == "3"));
        Assert.Equal(["fail once"], errors);
        await bus.AssertGoneAsync("streams");
    }

    [Fact]
    public async Task Eight_calls_at_a_time_keep_their_short_locks()
    {
        await bus.SendAsync("eight-calls", [.. Enumerable.Range(0, 16).Select(at => new ServiceBusMessage($"{at}"))]);
        var handled = new ConcurrentQueue<string>();
        var errors = new ConcurrentQueue<string>();
        await using var processor = bus.Client.CreateProcessor(
            "eight-calls", new ServiceBusProcessorOptions { MaxConcurrentCalls = 8 });
        processor.ProcessMessageAsync += async args =>
        {
            var firstEnd = args.Message.LockedUntil;
            await RunningBus.UntilAsync(
                () => DateTimeOffset.UtcNow > firstEnd.AddSeconds(1), "more than one lock time");
            handled.Enqueue(args.Message.Body.ToString());
        };
        processor.ProcessErrorAsync += args =>
        {
            errors.Enqueue(args.Exception.Message);
            return Task.CompletedTask;
        };
        await processor.StartProcessingAsync();
        await RunningBus.UntilAsync(() => handled.Count >= 16, "16 handled messages");
        await processor.StopProcessingAsync();
        Assert.Empty(errors);
        Assert.Equal(Enumerable.Range(0, 16), handled.Select(int.Parse).Order());
        await bus.AssertGoneAsync("eight-calls");
    }

    [Fact]
    public async Task Fifty_at_a_time_each_come_once()
    {
        await bus.SendAsync("fifty", [.. Enumerable.Range(0, 300).Select(at => new ServiceBusMessage($"{at}"))]);
        await using var receiver = bus.Client.CreateReceiver(
            "fifty", new ServiceBusReceiverOptions { PrefetchCount = 50 });
        var first = await RunningBus.ReceiveAsync(receiver);
        await receiver.AbandonMessageAsync(first);
        var got = new List<(int Body, int Delivery)>();
        while (got.Count < 300)
        {
            var some = await receiver.ReceiveMessagesAsync(30, RunningBus.Patience);
            await Task.WhenAll(some.Select(message => receiver.CompleteMessageAsync(message)));
            got.AddRange(
                some.Select(
                    message => (
                        int.Parse(message.Body.ToString(), CultureInfo.InvariantCulture),
                        message.DeliveryCount)));
        }

        Assert.Equal(Enumerable.Range(0, 300).Select(at => (at, at == 0 ? 2 : 1)), got.Order());
        await bus.AssertGoneAsync("fifty");
    }

    [Fact]
    public async Task An_expired_message_moves_to_the_dead_letter_queue()
    {
        await bus.SendAsync(
            "expiries",
            new ServiceBusMessage("short") { TimeToLive = TimeSpan.FromMilliseconds(200) },
            new ServiceBusMessage("long") { TimeToLive = TimeSpan.FromMinutes(10) });
        var dead = await RunningBus.ReceiveAsync(bus.DeadLettersOf("expiries"));
        Assert.Equal(("short", "TTLExpiredException"), (dead.Body.ToString(), dead.DeadLetterReason));
        Assert.Equal("long", (await RunningBus.ReceiveAsync(bus.Client.CreateReceiver("expiries"))).Body.ToString());
    }

    [Fact]
    public async Task A_message_lives_no_longer_than_its_entity_lets_it()
    {
        await bus.SendAsync(
            "short-lives",
            new ServiceBusMessage("brief"),
            new ServiceBusMessage("wanted longer") { TimeToLive = TimeSpan.FromDays(1) });
        var dead = await RunningBus.ReceiveAsync(bus.DeadLettersOf("short-lives"), 2);
        Assert.Equal(["brief", "wanted longer"], dead.Select(message => message.Body.ToString()));
        await bus.SendAsync(
            "capped-lives",
            new ServiceBusMessage("a"),
            new ServiceBusMessage("b") { TimeToLive = TimeSpan.FromDays(9) });
        var living = await RunningBus.ReceiveAsync(bus.Client.CreateReceiver("capped-lives"), 2);
        Assert.All(living, message => Assert.Equal(TimeSpan.FromDays(1), message.TimeToLive));
        Assert.All(living, message => Assert.Equal(message.EnqueuedTime.AddDays(1), message.ExpiresAt));
    }

    private static async Task<IEnumerable<string>> PeekAsync(
        ServiceBusReceiver receiver, int count, long? from = null) =>
        (await receiver.PeekMessagesAsync(count, from)).Select(message => message.Body.ToString());
}
