using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;

namespace Kinerja.Local.Tests.FunctionsHost;

public sealed class ServiceBusTriggerTests : IAsyncLifetime
{
    private readonly BusProcess _bus = BusProcess.Create();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _bus.DisposeAsync();

    [Fact]
    public async Task A_message_runs_its_function_and_is_completed()
    {
        await _bus.StartAsync();
        await using var host = await StartHostAsync();
        await SendAsync("kinerja-runs", "one");
        await host.Notes.WaitForAsync("runs one #1");
        await host.DisposeAsync();

        Assert.Null(await ReceiveAsync("kinerja-runs"));
    }

    [Fact]
    public async Task Each_subscription_feeds_its_function_in_the_type_it_asks_for()
    {
        await _bus.StartAsync();
        await using var host = await StartHostAsync();
        await SendAsync("kinerja-events", "event");

        await host.Notes.WaitForAsync("text event");
        await host.Notes.WaitForAsync("bytes 5");
    }

    [Fact]
    public async Task A_failing_message_is_delivered_again_and_dead_lettered()
    {
        await _bus.StartAsync();
        await using var host = await StartHostAsync();
        await SendAsync("kinerja-runs", "fail");
        await host.Notes.WaitForAsync("runs fail #3");

        var dead = await ReceiveAsync("kinerja-runs", SubQueue.DeadLetter, waitSeconds: 10);
        Assert.Equal("fail", dead?.Body.ToString());
        Assert.Equal(["runs fail #1", "runs fail #2", "runs fail #3"], host.Notes.All);
        Assert.Equal(3, host.Log.Lines.Count(line => line == "Error: Function Runs failed. no luck"));
    }

    [Fact]
    public async Task A_stop_leaves_an_unfinished_message_for_redelivery()
    {
        await _bus.StartAsync();
        var host = await StartHostAsync();
        await SendAsync("kinerja-runs", "stay");
        await host.Notes.WaitForAsync("runs stay #1");
        await host.Host.StopAsync(new CancellationToken(canceled: true));
        await host.DisposeAsync();

        // A poll that ended with the host may have taken it once more: then its lock runs out first.
        var again = await ReceiveAsync("kinerja-runs", waitSeconds: 20);
        Assert.Equal("stay", again?.Body.ToString());
        Assert.InRange(again?.DeliveryCount ?? 0, 2, 3);
    }

    [Fact]
    public async Task A_bus_that_comes_up_late_is_waited_for_and_named_once()
    {
        await using var host = await StartHostAsync();
        await host.Log.WaitForAsync("Warning: Function Runs cannot receive from kinerja-runs; it keeps trying.");
        await _bus.StartAsync();
        await SendAsync("kinerja-runs", "late");

        await host.Notes.WaitForAsync("runs late #1");
        Assert.Single(host.Log.Lines, line => line.StartsWith("Warning: Function Runs cannot", StringComparison.Ordinal));
        Assert.Single(host.Log.Lines, line => line.StartsWith("Information: Function Runs receives", StringComparison.Ordinal));
    }

    private Task<SampleHost> StartHostAsync() => SampleHost.StartAsync<BusSamples>(Configure);

    private void Configure(FunctionsApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection([new("Bus", _bus.ConnectionString), new("Queue", "kinerja-runs")]);

    private async Task SendAsync(string entity, string body)
    {
        await using var client = new ServiceBusClient(_bus.ConnectionString);
        await client.CreateSender(entity).SendMessageAsync(new ServiceBusMessage(body) { MessageId = Guid.NewGuid().ToString() });
    }

    private async Task<ServiceBusReceivedMessage?> ReceiveAsync(
        string queue, SubQueue part = SubQueue.None, int waitSeconds = 1)
    {
        await using var client = new ServiceBusClient(_bus.ConnectionString);
        var receiver = client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = part });
        return await receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(waitSeconds));
    }
}
