using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.BusClient.Running;

public sealed class ProcessorTests(ClientBus bus) : IClassFixture<ClientBus>
{
    private readonly ConcurrentQueue<ProcessErrorEventArgs> _errors = new();

    [Fact]
    public async Task Many_messages_are_handled_once_each_several_at_a_time()
    {
        await SendAsync("many", 40);
        var handled = new ConcurrentQueue<string>();
        var atOnce = new Gate(4);
        await using var processor = Processor("many", new() { MaxConcurrentCalls = 4 }, async args =>
        {
            await atOnce.PassAsync();
            handled.Enqueue(args.Message.Body.ToString());
        });

        await processor.StartProcessingAsync();
        await ClientBus.UntilAsync(() => handled.Count >= 40, "40 handled messages");
        await processor.StopProcessingAsync();

        Assert.Equal(Enumerable.Range(0, 40), handled.Select(int.Parse).Order());
        Assert.Empty(_errors);
        await bus.AssertGoneAsync("many");
    }

    [Fact]
    public async Task A_failing_handler_is_reported_and_the_message_tried_until_it_is_dead()
    {
        await SendAsync("failing", 1);
        await using var processor = Processor(
            "failing", new(), _ => throw new InvalidOperationException("rusak"));

        await processor.StartProcessingAsync();
        var deadLetters = bus.Client.CreateReceiver(
            "failing", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        var dead = await ClientBus.ReceiveAsync(deadLetters);
        await processor.StopProcessingAsync();

        Assert.Equal("MaxDeliveryCountExceeded", dead.DeadLetterReason);
        Assert.Equal(3, _errors.Count);
        Assert.All(_errors, error => Assert.Equal(
            (ServiceBusErrorSource.ProcessMessageCallback, "failing", "rusak"),
            (error.ErrorSource, error.EntityPath, error.Exception.Message)));
    }

    [Fact]
    public async Task A_lock_is_kept_while_a_handler_takes_its_time()
    {
        await SendAsync("slow", 1);
        var deliveries = 0;
        var done = new TaskCompletionSource();
        await using var processor = Processor("slow", new(), async args =>
        {
            Interlocked.Increment(ref deliveries);
            var firstEnd = args.Message.LockedUntil;
            await ClientBus.UntilAsync(() => DateTimeOffset.UtcNow > firstEnd.AddSeconds(2), "two lock times");
            done.TrySetResult();
        });

        await processor.StartProcessingAsync();
        await done.Task.WaitAsync(ClientBus.Patience);
        await processor.StopProcessingAsync();

        Assert.Equal(1, deliveries);
        Assert.Empty(_errors);
        await bus.AssertGoneAsync("slow");
    }

    [Fact]
    public async Task A_handler_may_settle_by_itself()
    {
        await SendAsync("own-settling", 1);
        var counts = new ConcurrentQueue<int>();
        await using var processor = Processor("own-settling", new(), async args =>
        {
            counts.Enqueue(args.Message.DeliveryCount);
            await (args.Message.DeliveryCount == 1
                ? args.AbandonMessageAsync(args.Message)
                : args.CompleteMessageAsync(args.Message));
        });

        await processor.StartProcessingAsync();
        await ClientBus.UntilAsync(() => counts.Count == 2, "the second delivery");
        await processor.StopProcessingAsync();

        Assert.Equal([1, 2], counts);
        Assert.Empty(_errors);
        await bus.AssertGoneAsync("own-settling");
    }

    [Fact]
    public async Task Stopping_waits_for_the_handler_and_settles_its_message()
    {
        await SendAsync("stopping", 1);
        var started = new TaskCompletionSource();
        var finished = false;
        await using var processor = Processor("stopping", new(), async args =>
        {
            started.SetResult();
            var asked = new TaskCompletionSource();
            await using var registration = args.CancellationToken.Register(asked.SetResult);
            await asked.Task;
            finished = true;
        });

        await processor.StartProcessingAsync();
        await started.Task.WaitAsync(ClientBus.Patience);
        await processor.StopProcessingAsync();

        Assert.True(finished);
        await bus.AssertGoneAsync("stopping");
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_reported_as_a_failed_receive()
    {
        await using var processor = Processor("nowhere", new(), _ => Task.CompletedTask);

        await processor.StartProcessingAsync();
        await ClientBus.UntilAsync(() => !_errors.IsEmpty, "a report");
        await processor.StopProcessingAsync();

        Assert.True(_errors.TryPeek(out var error));
        Assert.Equal(ServiceBusErrorSource.Receive, error.ErrorSource);
        var failure = Assert.IsType<ServiceBusException>(error.Exception);
        Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, failure.Reason);
    }

    private ServiceBusProcessor Processor(
        string queue,
        ServiceBusProcessorOptions options,
        Func<ProcessMessageEventArgs, Task> handler)
    {
        var processor = bus.Client.CreateProcessor(queue, options);
        processor.ProcessMessageAsync += handler;
        processor.ProcessErrorAsync += args =>
        {
            _errors.Enqueue(args);
            return Task.CompletedTask;
        };
        return processor;
    }

    private Task SendAsync(string queue, int count) => bus.Client.CreateSender(queue)
        .SendMessagesAsync(Enumerable.Range(0, count).Select(number => new ServiceBusMessage($"{number}")));

    /// <summary>Lets nobody pass before as many wait together as it was made for.</summary>
    private sealed class Gate(int wanted)
    {
        private readonly TaskCompletionSource _open = new();
        private int _waiting;

        public Task PassAsync()
        {
            if (Interlocked.Increment(ref _waiting) >= wanted)
                _open.TrySetResult();
            return _open.Task.WaitAsync(ClientBus.Patience);
        }
    }
}
