using System.Transactions;
using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Administration;

namespace Kinerja.Local.Tests.ServiceBus;

/// <summary>What only the .NET client can do: processors with options of their own, transactions, idle times.</summary>
public sealed class DotNetTests(RunningBus bus) : IClassFixture<RunningBus>
{
    [Fact]
    public async Task A_failing_handler_is_reported_and_the_message_tried_until_it_is_dead()
    {
        await bus.SendAsync("failing", new ServiceBusMessage("1"));
        var errors = new List<(ServiceBusErrorSource, string, string)>();
        await using var processor = Processor("failing", _ => throw new InvalidOperationException("rusak"), errors);
        await processor.StartProcessingAsync();
        var dead = await RunningBus.ReceiveAsync(bus.DeadLettersOf("failing"));
        await processor.StopProcessingAsync();
        Assert.Equal("MaxDeliveryCountExceeded", dead.DeadLetterReason);
        Assert.Equal(Enumerable.Repeat((ServiceBusErrorSource.ProcessMessageCallback, "failing", "rusak"), 3), errors);
    }

    [Fact]
    public async Task A_handler_may_settle_by_itself()
    {
        await bus.SendAsync("own-settling", new ServiceBusMessage("1"));
        var counts = new List<int>();
        var errors = new List<(ServiceBusErrorSource, string, string)>();
        await using var processor = Processor("own-settling", HandleAsync, errors);
        await processor.StartProcessingAsync();
        await RunningBus.UntilAsync(() => counts.Count == 2, "the second delivery");
        await processor.StopProcessingAsync();
        Assert.Equal([1, 2], counts);
        Assert.Empty(errors);
        await bus.AssertGoneAsync("own-settling");

        Task HandleAsync(ProcessMessageEventArgs args)
        {
            counts.Add(args.Message.DeliveryCount);
            return args.Message.DeliveryCount == 1
                ? args.AbandonMessageAsync(args.Message)
                : args.CompleteMessageAsync(args.Message);
        }
    }

    [Fact]
    public async Task Stopping_waits_for_the_handler_and_settles_its_message()
    {
        await bus.SendAsync("stopping", new ServiceBusMessage("1"));
        var started = new TaskCompletionSource();
        var finished = false;
        await using var processor = Processor("stopping", HandleAsync, []);
        await processor.StartProcessingAsync();
        await started.Task.WaitAsync(RunningBus.Patience);
        await processor.StopProcessingAsync();
        Assert.True(finished);
        await bus.AssertGoneAsync("stopping");

        async Task HandleAsync(ProcessMessageEventArgs args)
        {
            var asked = new TaskCompletionSource();
            await using var registration = args.CancellationToken.Register(asked.SetResult);
            started.SetResult();
            await asked.Task;
            finished = true;
        }
    }

    [Fact]
    public async Task A_processor_of_an_unknown_queue_reports_it()
    {
        var errors = new List<(ServiceBusErrorSource Source, string, string Text)>();
        await using var processor = Processor("nowhere", _ => Task.CompletedTask, errors);
        await processor.StartProcessingAsync();
        await RunningBus.UntilAsync(() => errors.Count > 0, "a report");
        await processor.StopProcessingAsync();
        Assert.Equal(ServiceBusErrorSource.Receive, errors[0].Source);
        Assert.Contains("(MessagingEntityNotFound)", errors[0].Text);
    }

    [Fact]
    public async Task A_transaction_is_refused_in_clear_words()
    {
        await using var hasty = bus.HastyClient();
        using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
        var refused = await Assert.ThrowsAnyAsync<Exception>(
            () => hasty.CreateSender("limits").SendMessageAsync(new ServiceBusMessage("x")));
        Assert.Contains("The local bus has no transactions", refused.Message);
    }

    [Fact]
    public async Task Rules_cannot_be_changed_at_run_time()
    {
        await using var rules = bus.Client.CreateRuleManager("news", "by-label");
        var refused = await Assert.ThrowsAsync<NotSupportedException>(
            () => rules.CreateRuleAsync("more", new TrueRuleFilter()));
        Assert.Contains("com.microsoft:add-rule", refused.Message);
    }

    [Fact]
    public async Task A_connection_that_waits_long_is_kept_alive()
    {
        await using var client = new ServiceBusClient(
            bus.Bus.ConnectionString, new ServiceBusClientOptions { ConnectionIdleTimeout = TimeSpan.FromSeconds(1) });
        var waiting = client.CreateReceiver("idle").ReceiveMessageAsync(RunningBus.Patience);
        var longAfter = DateTime.UtcNow.AddSeconds(5);
        await RunningBus.UntilAsync(() => DateTime.UtcNow > longAfter, "five idle times");
        Assert.False(waiting.IsCompleted);
        await bus.SendAsync("idle", new ServiceBusMessage("at last"));
        var got = await waiting;
        Assert.Equal(("at last", 1), (got.Body.ToString(), got.DeliveryCount));
    }

    private ServiceBusProcessor Processor(
        string queue, Func<ProcessMessageEventArgs, Task> handler,
        List<(ServiceBusErrorSource Source, string Queue, string Text)> errors)
    {
        var processor = bus.Client.CreateProcessor(queue, new ServiceBusProcessorOptions());
        processor.ProcessMessageAsync += handler;
        processor.ProcessErrorAsync += args =>
        {
            errors.Add((args.ErrorSource, args.EntityPath, args.Exception.Message));
            return Task.CompletedTask;
        };
        return processor;
    }
}
