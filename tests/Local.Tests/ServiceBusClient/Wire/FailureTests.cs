using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.BusClient.Wire;

public sealed class FailureTests
{
    private static readonly ServiceBusMessage Message = new("x");

    [Theory]
    [InlineData(404, "", ServiceBusFailureReason.MessagingEntityNotFound, false)]
    [InlineData(410, "", ServiceBusFailureReason.MessagingEntityNotFound, false)]
    [InlineData(403, "The queue is full.", ServiceBusFailureReason.QuotaExceeded, false)]
    [InlineData(403, "It has 262145 bytes, the limit is 262144.", ServiceBusFailureReason.MessageSizeExceeded, false)]
    [InlineData(413, "", ServiceBusFailureReason.MessageSizeExceeded, false)]
    [InlineData(500, "", ServiceBusFailureReason.GeneralError, true)]
    [InlineData(502, "", ServiceBusFailureReason.ServiceCommunicationProblem, true)]
    [InlineData(503, "50009 ServerBusy", ServiceBusFailureReason.ServiceBusy, true)]
    [InlineData(504, "", ServiceBusFailureReason.ServiceTimeout, true)]
    [InlineData(409, "", ServiceBusFailureReason.GeneralError, false)]
    public async Task A_refused_send_says_why(int status, string text, ServiceBusFailureReason reason, bool transient)
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client(maxRetries: 0);
        service.Answer(status, text);

        var failure = await Assert.ThrowsAsync<ServiceBusException>(
            () => client.CreateSender("q").SendMessageAsync(Message));

        Assert.Equal((reason, transient, "q"), (failure.Reason, failure.IsTransient, failure.EntityPath));
        Assert.Contains(text, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_unauthorized_access()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        service.Answer(401, "InvalidSignature");

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => client.CreateSender("q").SendMessageAsync(Message));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_bad_request_is_an_argument_exception()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        service.Answer(400, "no such property");

        await Assert.ThrowsAsync<ArgumentException>(() => client.CreateSender("q").SendMessageAsync(Message));
    }

    [Fact]
    public async Task Settling_what_is_gone_means_that_the_lock_is_lost()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        service.Answer(404, "gone");
        var message = ServiceBusModelFactory.ServiceBusReceivedMessage(sequenceNumber: 1);

        var failure = await Assert.ThrowsAsync<ServiceBusException>(
            () => client.CreateReceiver("q").CompleteMessageAsync(message));

        Assert.Equal(ServiceBusFailureReason.MessageLockLost, failure.Reason);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_busy_service_is_asked_again()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        service.Answer(503).Answer(500).Answer(201);

        await client.CreateSender("q").SendMessageAsync(Message);

        Assert.Equal(3, service.Requests.Count);
        Assert.All(service.Requests, request => Assert.Equal("x", request.Text));
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_asked_four_times()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        service.Answer(503).Answer(503).Answer(503).Answer(503);

        await Assert.ThrowsAsync<ServiceBusException>(() => client.CreateSender("q").SendMessageAsync(Message));

        Assert.Equal(4, service.Requests.Count);
    }

    [Fact]
    public async Task The_wait_that_the_service_asks_for_takes_the_place_of_our_own()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client(delay: TimeSpan.FromMinutes(5));
        service.Answer(503, "", ("Retry-After", "0")).Answer(201);

        await client.CreateSender("q").SendMessageAsync(Message).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task A_silent_service_is_a_timeout()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client(tryTimeout: TimeSpan.FromMilliseconds(50), maxRetries: 0);
        service.Hang();

        var failure = await Assert.ThrowsAsync<ServiceBusException>(
            () => client.CreateSender("q").SendMessageAsync(Message));

        Assert.Equal(ServiceBusFailureReason.ServiceTimeout, failure.Reason);
    }

    [Fact]
    public async Task A_caller_who_gives_up_sees_a_cancellation()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();
        service.Hang();
        using var givenUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.CreateReceiver("q").ReceiveMessageAsync(TimeSpan.FromSeconds(30), givenUp.Token));
    }

    [Fact]
    public async Task Nobody_listening_is_a_communication_problem()
    {
        var service = await FakeBus.StartAsync();
        await using var client = service.Client(maxRetries: 1);
        await service.DisposeAsync();

        var failure = await Assert.ThrowsAsync<ServiceBusException>(
            () => client.CreateSender("q").SendMessageAsync(Message));

        Assert.Equal(ServiceBusFailureReason.ServiceCommunicationProblem, failure.Reason);
    }
}
