namespace Kinerja.Local.Tests.ServiceBus.Durability;

/// <summary>The bus is killed while eight send or receive: what was acknowledged holds.</summary>
public sealed class KillTests : IAsyncDisposable
{
    private readonly DurableBus _bus = new();

    public async ValueTask DisposeAsync() => await _bus.DisposeAsync();

    [Theory]
    [InlineData(".NET", false)]
    [InlineData(".NET", true)]
    [InlineData("JavaScript", false)]
    [InlineData("JavaScript", true)]
    public async Task A_kill_amid_sends_loses_and_doubles_nothing(string client, bool diskFills)
    {
        await _bus.StartAsync();
        await using var workers = Workers.Start(client, _bus.Bus, "send", "durable");
        await workers.UntilAsync(100);
        for (var time = 0; diskFills && time < 3; time++)
        {
            await _bus.LimitDiskAsync(1000 + (time * 77));
            var before = workers.Acknowledged.Count;
            await Task.Delay(100);
            // What was on its way, and what still fitted.
            Assert.InRange(workers.Acknowledged.Count, before, before + (2 * Workers.AtOnce));
            await _bus.LimitDiskAsync(null);
            await workers.UntilAsync(before + 50);
        }

        await workers.UntilAsync(300);
        await _bus.KillAsync();
        await workers.EndAsync();

        await _bus.StartAsync();
        var received = await _bus.TakeAllAsync("durable");
        var ids = received.Select(message => message.MessageId).ToArray();
        Assert.Equal(ids.Distinct().Count(), ids.Length);
        Assert.Empty(workers.Acknowledged.Except(ids));
        // A message may be stored whose acknowledgement the kill cut off: at most one a sender.
        Assert.InRange(ids.Length, workers.Acknowledged.Count, workers.Acknowledged.Count + Workers.AtOnce);
        var numbers = received.Select(message => message.SequenceNumber).ToArray();
        Assert.Equal(Enumerable.Range(1, numbers.Length).Select(each => (long)each), numbers);
        await _bus.SendAsync("durable", "next");
        Assert.Equal(numbers.Length + 1, (await RunningBus.ReceiveAsync(_bus.Taker("durable"))).SequenceNumber);
    }

    [Theory]
    [InlineData(".NET")]
    [InlineData("JavaScript")]
    public async Task A_kill_amid_receives_brings_back_what_was_not_completed_and_nothing_else(string client)
    {
        await _bus.StartAsync();
        var all = Enumerable.Range(0, 1000).Select(at => $"{at}").ToArray();
        await _bus.Client.CreateSender("taken").SendMessagesAsync(
            all.Select(id => new Azure.Messaging.ServiceBus.ServiceBusMessage(id) { MessageId = id }));
        await using var workers = Workers.Start(client, _bus.Bus, "receive", "taken");
        await workers.UntilAsync(100);
        await _bus.KillAsync();
        await workers.EndAsync();

        await _bus.StartAsync();
        var left = (await _bus.TakeAllAsync("taken")).Select(message => message.MessageId).ToArray();
        Assert.Equal(left.Distinct().Count(), left.Length);
        Assert.Empty(workers.Acknowledged.Intersect(left));
        // A message may be gone whose acknowledgement the kill cut off.
        Assert.InRange(all.Except(left).Except(workers.Acknowledged).Count(), 0, Workers.AtOnce);
    }
}
