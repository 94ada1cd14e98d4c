using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.ServiceBus.Durability;

/// <summary>What a restart after kill -9 finds again, and what it makes of a journal that was cut or damaged.</summary>
public sealed class RestartTests : IAsyncDisposable
{
    private const string Queue = "durable";
    private readonly DurableBus _bus = new();

    public async ValueTask DisposeAsync() => await _bus.DisposeAsync();

    [Fact]
    public async Task Locks_lapse_with_the_process_and_deliveries_stay_counted()
    {
        await _bus.StartAsync();
        await _bus.SendAsync(Queue, "held");
        var held = await RunningBus.ReceiveAsync(_bus.Client.CreateReceiver(Queue));
        await _bus.KillAndStartAsync();
        var receiver = _bus.Client.CreateReceiver(Queue);
        Assert.Equal(
            ServiceBusFailureReason.MessageLockLost,
            await RunningBus.ReasonAsync(() => receiver.CompleteMessageAsync(held)));
        Assert.Equal(2, (await RunningBus.ReceiveAsync(receiver)).DeliveryCount);
    }

    [Fact]
    public async Task What_was_settled_scheduled_and_seen_stays_so()
    {
        await _bus.StartAsync();
        var due = DateTimeOffset.UtcNow.AddSeconds(3);
        var receiver = _bus.Client.CreateReceiver(Queue);
        await _bus.SendAsync(Queue, "done");
        await receiver.CompleteMessageAsync(await RunningBus.ReceiveAsync(receiver));
        await _bus.SendAsync(Queue, "taken");
        await RunningBus.ReceiveAsync(_bus.Taker(Queue));
        await _bus.SendAsync(Queue, "later", due);
        await _bus.KillAndStartAsync();
        foreach (var id in new[] { "done", "taken", "later" })
            await _bus.SendAsync(Queue, id);
        var later = await RunningBus.ReceiveAsync(_bus.Taker(Queue));
        Assert.Equal("later", later.Body.ToString());
        Assert.True(DateTimeOffset.UtcNow >= due.AddMilliseconds(-1), "It came early.");
        Assert.Empty(await _bus.TakeAllAsync(Queue));
    }

    [Fact]
    public async Task What_was_deferred_stays_so_with_its_changed_properties()
    {
        await _bus.StartAsync();
        await _bus.SendAsync("kept-aside", "aside");
        var receiver = _bus.Client.CreateReceiver("kept-aside");
        var message = await RunningBus.ReceiveAsync(receiver);
        await receiver.DeferMessageAsync(
            message, new Dictionary<string, object> { ["whole"] = 5, ["span"] = TimeSpan.FromMinutes(1) });
        await receiver.ReceiveDeferredMessageAsync(message.SequenceNumber);
        // Twice, so that what the first start wrote is read as well.
        await _bus.KillAndStartAsync();
        await _bus.KillAndStartAsync();
        Assert.Empty(await _bus.TakeAllAsync("kept-aside"));
        receiver = _bus.Client.CreateReceiver("kept-aside");
        var back = await receiver.ReceiveDeferredMessageAsync(message.SequenceNumber);
        Assert.Equal(
            new Dictionary<string, object> { ["whole"] = 5, ["span"] = TimeSpan.FromMinutes(1) },
            back.ApplicationProperties);
        Assert.Equal(3, back.DeliveryCount);
    }

    [Fact]
    public async Task A_torn_last_line_is_cut_off()
    {
        await FillAndKillAsync("whole");
        await File.AppendAllTextAsync(_bus.Journal, """[{"op":"add","entity":"durable","seq":2,"at":17""");
        await _bus.StartAsync();
        Assert.Equal("whole", (await RunningBus.ReceiveAsync(_bus.Taker(Queue))).Body.ToString());
        await _bus.SendAsync(Queue, "after");
        await _bus.KillAndStartAsync();
        Assert.Equal(["after"], (await _bus.TakeAllAsync(Queue)).Select(message => message.Body.ToString()));
    }

    [Fact]
    public async Task A_torn_batch_is_cut_off_whole()
    {
        await _bus.StartAsync();
        await _bus.SendAsync(Queue, "whole");
        await _bus.Client.CreateSender(Queue).SendMessagesAsync([new("one"), new("two"), new("three")]);
        await _bus.KillAsync();
        await using (var journal = File.OpenWrite(_bus.Journal))
            journal.SetLength(journal.Length - 10);
        await _bus.StartAsync();
        Assert.Equal(["whole"], (await _bus.TakeAllAsync(Queue)).Select(message => message.Body.ToString()));
    }

    [Fact]
    public async Task Damage_before_the_last_line_is_not_passed_over()
    {
        await FillAndKillAsync("whole");
        await File.WriteAllTextAsync(_bus.Journal, "[{\"op\":\n" + await File.ReadAllTextAsync(_bus.Journal));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(_bus.StartAsync);
        Assert.Contains("line 1 is damaged", error.Message);
    }

    [Fact]
    public async Task A_start_keeps_only_what_still_counts()
    {
        await _bus.StartAsync();
        for (var at = 0; at < 20; at++)
        {
            await _bus.SendAsync("kept-aside", new string('x', 100));
            await RunningBus.ReceiveAsync(_bus.Taker("kept-aside"));
        }

        await _bus.SendAsync("kept-aside", "kept");
        await _bus.StopAsync();
        var before = new FileInfo(_bus.Journal).Length;
        await _bus.StartAsync();
        Assert.True(
            new FileInfo(_bus.Journal).Length < before / 2, $"From {before} to {new FileInfo(_bus.Journal).Length}");
        Assert.Equal(["kept"], (await _bus.TakeAllAsync("kept-aside")).Select(message => message.Body.ToString()));
    }

    private async Task FillAndKillAsync(string id)
    {
        await _bus.StartAsync();
        await _bus.SendAsync(Queue, id);
        await _bus.KillAsync();
    }
}
