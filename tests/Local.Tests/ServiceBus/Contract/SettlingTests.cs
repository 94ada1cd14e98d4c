using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.ServiceBus.Contract;

/// <summary>Complete, abandon, dead-letter, defer, and what becomes of locks.</summary>
public sealed class SettlingTests(RunningBus bus) : IClassFixture<RunningBus>
{
    [Fact]
    public async Task A_completed_message_is_gone()
    {
        await bus.SendAsync("completions", new("first"), new("second"));
        var receiver = bus.Client.CreateReceiver("completions");
        var first = await RunningBus.ReceiveAsync(receiver);
        await receiver.CompleteMessageAsync(first);
        Assert.Equal(["second"], (await receiver.PeekMessagesAsync(10)).Select(message => message.Body.ToString()));
        Assert.Equal(
            ServiceBusFailureReason.MessageLockLost,
            await RunningBus.ReasonAsync(() => receiver.CompleteMessageAsync(first)));
    }

    [Fact]
    public async Task An_abandoned_message_comes_back_with_a_higher_count()
    {
        await bus.SendAsync("abandons", new ServiceBusMessage("again") { ApplicationProperties = { ["kept"] = 1 } });
        var receiver = bus.Client.CreateReceiver("abandons");
        for (var count = 1; count <= 3; count++)
        {
            var message = await RunningBus.ReceiveAsync(receiver);
            Assert.Equal(count, message.DeliveryCount);
            await receiver.AbandonMessageAsync(message, new Dictionary<string, object> { ["tried"] = count });
        }

        var last = await RunningBus.ReceiveAsync(receiver);
        Assert.Equal(new Dictionary<string, object> { ["kept"] = 1, ["tried"] = 3 }, last.ApplicationProperties);
        await receiver.CompleteMessageAsync(last);
        await bus.AssertGoneAsync("abandons");
    }

    [Fact]
    public async Task Changed_properties_keep_their_types()
    {
        var values = new Dictionary<string, object>
        {
            ["int"] = 5,
            ["long"] = 5L,
            ["large"] = long.MaxValue,
            ["double"] = 5.0,
            ["uint"] = 5u,
            ["short"] = (short)5,
            ["text"] = "5",
            ["yes"] = true,
            ["guid"] = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"),
            ["time"] = new DateTimeOffset(2026, 3, 31, 16, 59, 59, TimeSpan.Zero),
            ["span"] = TimeSpan.FromMinutes(3.5),
        };
        await bus.SendAsync(
            "typed-changes", new ServiceBusMessage("isi") { ApplicationProperties = { ["long"] = 1, ["kept"] = 7L } });
        var receiver = bus.Client.CreateReceiver("typed-changes");
        await receiver.AbandonMessageAsync(await RunningBus.ReceiveAsync(receiver), values);
        var again = await RunningBus.ReceiveAsync(receiver);
        Assert.Equal(new Dictionary<string, object>(values) { ["kept"] = 7L }, again.ApplicationProperties);
        await receiver.DeferMessageAsync(again, new Dictionary<string, object> { ["int"] = 6L });
        var deferred = await receiver.ReceiveDeferredMessageAsync(again.SequenceNumber);
        Assert.Equal(
            new Dictionary<string, object>(values) { ["kept"] = 7L, ["int"] = 6L }, deferred.ApplicationProperties);
        await receiver.DeadLetterMessageAsync(
            deferred, new Dictionary<string, object> { ["byte"] = (byte)8 }, "why", "because");
        var dead = await RunningBus.ReceiveAsync(bus.DeadLettersOf("typed-changes"));
        Assert.Equal(
            new Dictionary<string, object>(values)
            {
                ["kept"] = 7L,
                ["int"] = 6L,
                ["byte"] = (byte)8,
                ["DeadLetterReason"] = "why",
                ["DeadLetterErrorDescription"] = "because",
            },
            dead.ApplicationProperties);
    }

    [Fact]
    public async Task The_last_delivery_leads_to_the_dead_letter_queue()
    {
        await bus.SendAsync("poison", new ServiceBusMessage("poison") { Subject = "kept" });
        var receiver = bus.Client.CreateReceiver("poison");
        for (var delivery = 0; delivery < 3; delivery++)
            await receiver.AbandonMessageAsync(await RunningBus.ReceiveAsync(receiver));
        var graveyard = bus.DeadLettersOf("poison");
        var dead = await RunningBus.ReceiveAsync(graveyard);
        Assert.Equal(
            ("poison", "kept", "MaxDeliveryCountExceeded"),
            (dead.Body.ToString(), dead.Subject, dead.DeadLetterReason));
        Assert.Contains("3 delivery attempts", dead.DeadLetterErrorDescription);
        await graveyard.CompleteMessageAsync(dead);
        await RunningBus.AssertEmptyAsync(graveyard);
        await bus.AssertGoneAsync("poison");
    }

    [Fact]
    public async Task A_dead_lettered_message_keeps_its_reason()
    {
        await bus.SendAsync("rejections", new ServiceBusMessage("bad") { MessageId = "bad-1" });
        var receiver = bus.Client.CreateReceiver("rejections");
        await receiver.DeadLetterMessageAsync(await RunningBus.ReceiveAsync(receiver), "SchemaMismatch", "no agency");
        var graveyard = bus.DeadLettersOf("rejections");
        Assert.Equal("SchemaMismatch", (await graveyard.PeekMessageAsync()).DeadLetterReason);
        var dead = await RunningBus.ReceiveAsync(graveyard);
        Assert.Equal(
            ("SchemaMismatch", "no agency", "bad-1", "bad"),
            (dead.DeadLetterReason, dead.DeadLetterErrorDescription, dead.MessageId, dead.Body.ToString()));
        await graveyard.CompleteMessageAsync(dead);
        await RunningBus.AssertEmptyAsync(graveyard);
    }

    [Fact]
    public async Task A_renewed_lock_outlives_its_first_end()
    {
        await bus.SendAsync("renewals", new ServiceBusMessage("long work"));
        var receiver = bus.Client.CreateReceiver("renewals");
        var message = await RunningBus.ReceiveAsync(receiver);
        var firstEnd = message.LockedUntil;
        while (DateTimeOffset.UtcNow < firstEnd.AddSeconds(0.5))
        {
            await receiver.RenewMessageLockAsync(message);
            Assert.True(message.LockedUntil > DateTimeOffset.UtcNow);
            await Task.Delay(100);
        }

        await receiver.CompleteMessageAsync(message);
        await bus.AssertGoneAsync("renewals");
    }

    [Fact]
    public async Task Eight_renewals_at_once_succeed()
    {
        await bus.SendAsync("eight-renewals", [.. Enumerable.Range(0, 8).Select(at => new ServiceBusMessage($"{at}"))]);
        var receiver = bus.Client.CreateReceiver("eight-renewals");
        var messages = await RunningBus.ReceiveAsync(receiver, 8);
        await Task.WhenAll(messages.Select(message => receiver.RenewMessageLockAsync(message)));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => receiver.RenewMessageLockAsync(messages[0])));
        await Task.WhenAll(messages.Select(message => receiver.CompleteMessageAsync(message)));
        await bus.AssertGoneAsync("eight-renewals");
    }

    [Fact]
    public async Task A_lapsed_lock_brings_the_message_back()
    {
        await bus.SendAsync("lapses", new ServiceBusMessage("slow"));
        var slow = bus.Client.CreateReceiver("lapses");
        var held = await RunningBus.ReceiveAsync(slow);
        var quick = bus.Client.CreateReceiver("lapses");
        var again = await RunningBus.ReceiveAsync(quick);
        Assert.True(DateTimeOffset.UtcNow >= held.LockedUntil, "It came back under its lock.");
        Assert.Equal(2, again.DeliveryCount);
        Assert.NotEqual(held.LockToken, again.LockToken);
        Assert.Equal(
            ServiceBusFailureReason.MessageLockLost,
            await RunningBus.ReasonAsync(() => slow.CompleteMessageAsync(held)));
        Assert.Equal(
            ServiceBusFailureReason.MessageLockLost,
            await RunningBus.ReasonAsync(() => slow.RenewMessageLockAsync(held)));
        await quick.CompleteMessageAsync(again);
        await bus.AssertGoneAsync("lapses");
    }

    [Fact]
    public async Task A_lost_lock_among_held_ones_is_told_alone()
    {
        await bus.SendAsync("mixed-settlements", new ServiceBusMessage("lost"));
        var receiver = bus.Client.CreateReceiver("mixed-settlements");
        var lost = await RunningBus.ReceiveAsync(receiver);
        var other = await RunningBus.ReceiveAsync(bus.Client.CreateReceiver("mixed-settlements"));
        Assert.Equal("lost", other.Body.ToString());
        await bus.SendAsync("mixed-settlements", new("a"), new("b"), new("c"));
        var held = await RunningBus.ReceiveAsync(receiver, 3);
        var settled = held.Prepend(lost).Select(message => receiver.CompleteMessageAsync(message)).ToArray();
        Assert.Equal(ServiceBusFailureReason.MessageLockLost, await RunningBus.ReasonAsync(() => settled[0]));
        await Task.WhenAll(settled[1..]);
    }

    [Fact]
    public async Task A_message_is_settled_after_its_receiver_closed()
    {
        await bus.SendAsync("closed-receivers", new("first"), new("second"));
        var closed = bus.Client.CreateReceiver("closed-receivers");
        var messages = await RunningBus.ReceiveAsync(closed, 2);
        await closed.CloseAsync();
        var open = bus.Client.CreateReceiver("closed-receivers");
        await RunningBus.AssertEmptyAsync(open);
        await open.CompleteMessageAsync(messages[0]);
        await open.AbandonMessageAsync(messages[1]);
        Assert.Equal("second", (await RunningBus.ReceiveAsync(open)).Body.ToString());
    }

    [Fact]
    public async Task A_deferred_message_is_read_by_its_number()
    {
        await bus.SendAsync("deferrals", new("wait"), new("go"));
        var receiver = bus.Client.CreateReceiver("deferrals");
        var waiting = await RunningBus.ReceiveAsync(receiver);
        await receiver.DeferMessageAsync(waiting);
        await receiver.CompleteMessageAsync(await RunningBus.ReceiveAsync(receiver));
        Assert.Equal(ServiceBusMessageState.Deferred, (await receiver.PeekMessageAsync()).State);
        var back = await receiver.ReceiveDeferredMessageAsync(waiting.SequenceNumber);
        Assert.Equal(("wait", ServiceBusMessageState.Deferred), (back.Body.ToString(), back.State));
        await receiver.RenewMessageLockAsync(back);
        await receiver.CompleteMessageAsync(back);
        Assert.Equal(
            ServiceBusFailureReason.MessageNotFound,
            await RunningBus.ReasonAsync(() => receiver.ReceiveDeferredMessageAsync(waiting.SequenceNumber)));
    }

    [Fact]
    public async Task A_deferred_message_stays_deferred()
    {
        await bus.SendAsync("set-aside", new ServiceBusMessage("aside"));
        var receiver = bus.Client.CreateReceiver("set-aside");
        var message = await RunningBus.ReceiveAsync(receiver);
        await receiver.DeferMessageAsync(message);
        await receiver.AbandonMessageAsync(await receiver.ReceiveDeferredMessageAsync(message.SequenceNumber));
        await RunningBus.AssertEmptyAsync(receiver);
        var held = await receiver.ReceiveDeferredMessageAsync(message.SequenceNumber);
        await RunningBus.UntilAsync(
            () => DateTimeOffset.UtcNow > held.LockedUntil.AddSeconds(0.2), "the end of the lock");
        await RunningBus.AssertEmptyAsync(receiver);
        await receiver.CompleteMessageAsync(await receiver.ReceiveDeferredMessageAsync(message.SequenceNumber));
    }

    [Fact]
    public async Task A_deferred_message_expires_when_it_is_asked_for()
    {
        await bus.SendAsync(
            "expired-deferrals", new ServiceBusMessage("aside") { TimeToLive = TimeSpan.FromSeconds(5) });
        var receiver = bus.Client.CreateReceiver("expired-deferrals");
        var message = await RunningBus.ReceiveAsync(receiver);
        await receiver.DeferMessageAsync(message);
        await RunningBus.UntilAsync(
            () => DateTimeOffset.UtcNow > message.ExpiresAt.AddSeconds(0.5), "the end of its life");
        Assert.Equal(ServiceBusMessageState.Deferred, (await receiver.PeekMessageAsync()).State);
        Assert.Equal(
            ServiceBusFailureReason.MessageNotFound,
            await RunningBus.ReasonAsync(() => receiver.ReceiveDeferredMessageAsync(message.SequenceNumber)));
        Assert.Equal(
            "TTLExpiredException",
            (await RunningBus.ReceiveAsync(bus.DeadLettersOf("expired-deferrals"))).DeadLetterReason);
    }
}
