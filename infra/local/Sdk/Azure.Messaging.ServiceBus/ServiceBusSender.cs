using System.Text.Json;
using Azure.Messaging.ServiceBus.Rest;

namespace Azure.Messaging.ServiceBus;

/// <summary>Sends to one queue or topic.</summary>
public class ServiceBusSender : IAsyncDisposable
{
    private readonly ServiceBusClient? _client;
    private readonly Entity? _entity;
    private bool _closed;

    protected ServiceBusSender()
    {
    }

    protected internal ServiceBusSender(ServiceBusClient client, string queueOrTopicName)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _entity = Entity.Of(queueOrTopicName);
        client.RefuseOtherEntity(queueOrTopicName);
    }

    public virtual string EntityPath => To.Path;

    public virtual string FullyQualifiedNamespace => Client.FullyQualifiedNamespace;

    public virtual bool IsClosed => _closed || Client.IsClosed;

    private ServiceBusClient Client => _client ?? throw new InvalidOperationException("Made without a client.");

    private Entity To => _entity ?? throw new InvalidOperationException("Made without an entity.");

    public virtual async Task SendMessageAsync(
        ServiceBusMessage message,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        await SendMessagesAsync([message], cancellationToken).ConfigureAwait(false);
    }

    public virtual async Task SendMessagesAsync(
        IEnumerable<ServiceBusMessage> messages,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        using var batch = new ServiceBusMessageBatch(ServiceBusMessageBatch.StandardLimit);
        foreach (var message in messages)
        {
            if (!batch.TryAddMessage(message))
            {
                throw new ServiceBusException(
                    $"The messages are larger than the {batch.MaxSizeInBytes} bytes that one send may have.",
                    ServiceBusFailureReason.MessageSizeExceeded,
                    EntityPath);
            }
        }

        await SendMessagesAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    public virtual async Task SendMessagesAsync(
        ServiceBusMessageBatch messageBatch,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messageBatch);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        foreach (var call in Sending.Calls(To, messageBatch.Items))
        {
            using var answer = await Client.Connection.SendAsync(call, cancellationToken).ConfigureAwait(false);
        }
    }

    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(
        CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        cancellationToken.ThrowIfCancellationRequested();
        return new(new ServiceBusMessageBatch(ServiceBusMessageBatch.StandardLimit));
    }

    /// <returns>The sequence number, or -1 from a service that does not tell it over HTTP.</returns>
    public virtual async Task<long> ScheduleMessageAsync(
        ServiceBusMessage message,
        DateTimeOffset scheduledEnqueueTime,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        message.ScheduledEnqueueTime = scheduledEnqueueTime;
        using var batch = await CreateMessageBatchAsync(cancellationToken).ConfigureAwait(false);
        if (!batch.TryAddMessage(message))
        {
            throw new ServiceBusException(
                $"The message is larger than {batch.MaxSizeInBytes} bytes.",
                ServiceBusFailureReason.MessageSizeExceeded,
                EntityPath);
        }

        var call = Sending.Calls(To, batch.Items).Single();
        using var answer = await Client.Connection.SendAsync(call, cancellationToken).ConfigureAwait(false);
        using var broker = JsonDocument.Parse(Incoming.BrokerProperties(answer) ?? "{}");
        return Incoming.SequenceNumber(broker.RootElement) ?? -1;
    }

    public virtual Task CloseAsync(CancellationToken cancellationToken = default)
    {
        _closed = true;
        return Task.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }
}
