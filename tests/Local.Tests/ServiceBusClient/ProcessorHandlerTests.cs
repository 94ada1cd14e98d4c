using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.BusClient;

public sealed class ProcessorHandlerTests
{
    [Fact]
    public async Task Both_handlers_must_be_set_before_the_start()
    {
        await using var client = NewClient();
        await using var processor = client.CreateProcessor("q");
        await Assert.ThrowsAsync<InvalidOperationException>(() => processor.StartProcessingAsync());

        processor.ProcessMessageAsync += Nothing;
        await Assert.ThrowsAsync<InvalidOperationException>(() => processor.StartProcessingAsync());
        Assert.False(processor.IsProcessing);
    }

    [Fact]
    public async Task There_is_one_handler_for_each()
    {
        await using var client = NewClient();
        await using var processor = client.CreateProcessor("q");
        processor.ProcessMessageAsync += Nothing;

        Assert.Throws<NotSupportedException>(() => processor.ProcessMessageAsync += Nothing);
        Assert.Throws<ArgumentException>(() => processor.ProcessMessageAsync -= _ => Task.CompletedTask);
        processor.ProcessMessageAsync -= Nothing;
        processor.ProcessMessageAsync += Nothing;
    }

    [Fact]
    public async Task While_running_it_starts_no_second_time_and_changes_no_handler()
    {
        await using var client = NewClient();
        await using var processor = client.CreateProcessor("q");
        processor.ProcessMessageAsync += Nothing;
        processor.ProcessErrorAsync += Nothing;
        await processor.StartProcessingAsync();

        Assert.True(processor.IsProcessing);
        await Assert.ThrowsAsync<InvalidOperationException>(() => processor.StartProcessingAsync());
        Assert.Throws<InvalidOperationException>(() => processor.ProcessErrorAsync -= Nothing);
        await processor.StopProcessingAsync();
        Assert.False(processor.IsProcessing);
    }

    [Fact]
    public async Task The_defaults_are_the_official_ones()
    {
        await using var client = NewClient();
        await using var processor = client.CreateProcessor("t", "s");

        Assert.True(processor.AutoCompleteMessages);
        Assert.Equal(1, processor.MaxConcurrentCalls);
        Assert.Equal(TimeSpan.FromMinutes(5), processor.MaxAutoLockRenewalDuration);
        Assert.Equal(ServiceBusReceiveMode.PeekLock, processor.ReceiveMode);
        Assert.Equal("t/Subscriptions/s", processor.EntityPath);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceBusProcessorOptions { MaxConcurrentCalls = 0 });
    }

    [Fact]
    public async Task A_disposed_processor_does_not_start()
    {
        await using var client = NewClient();
        var processor = client.CreateProcessor("q");
        processor.ProcessMessageAsync += Nothing;
        processor.ProcessErrorAsync += Nothing;
        await processor.DisposeAsync();

        Assert.True(processor.IsClosed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => processor.StartProcessingAsync());
    }

    private static ServiceBusClient NewClient() => new(
        "Endpoint=sb://127.0.0.1:9;SharedAccessKeyName=k;SharedAccessKey=s;UseDevelopmentEmulator=true");

    private static Task Nothing(EventArgs args) => Task.CompletedTask;
}
