using System.Globalization;
using System.Net;
using System.Text.Json;
using Azure.Messaging.ServiceBus.Rest;

namespace Azure.Messaging.ServiceBus;

/// <summary>Receives from one queue or subscription, and settles what it received.</summary>
public class ServiceBusReceiver : IAsyncDisposable
{
    // The service ends a poll before its gateways would.
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(55);

    private readonly ServiceBusClient? _client;
    private readonly Entity? _entity;
    private bool _closed;

    protected ServiceBusReceiver()
    {
    }

    internal ServiceBusReceiver(ServiceBusClient client, Entity entity, ServiceBusReceiverOptions options)
    {
        _client = client;
        _entity = entity.Under(options.SubQueue);
        ReceiveMode = options.ReceiveMode;
        client.RefuseOtherEntity(entity.Root);
    }

    public virtual string EntityPath => From.Path;

    public virtual string FullyQualifiedNamespace => Client.FullyQualifiedNamespace;

    public virtual bool IsClosed => _closed || Client.IsClosed;

    public virtual ServiceBusReceiveMode ReceiveMode { get; }

    private ServiceBusClient Client => _client ?? throw new InvalidOperationException("Made without a client.");

    private Entity From => _entity ?? throw new InvalidOperationException("Made without an entity.");

    public virtual async Task<ServiceBusReceivedMessage?> ReceiveMessageAsync(
        TimeSpan? maxWaitTime = null,
        CancellationToken cancellationToken = default)
    {
        var messages = await ReceiveMessagesAsync(1, maxWaitTime, cancellationToken).ConfigureAwait(false);
        return messages.Count > 0 ? messages[0] : null;
    }

    /// <summary>Waits for a first message and takes with it those that are there too.</summary>
    public virtual async Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
        int maxMessages,
        TimeSpan? maxWaitTime = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        var wait = maxWaitTime ?? Client.Connection.TryTimeout;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wait, TimeSpan.Zero, nameof(maxWaitTime));
        ObjectDisposedException.ThrowIf(IsClosed, this);
        var messages = new List<ServiceBusReceivedMessage>();
        var until = Environment.TickCount64 + (long)Math.Min(wait.TotalMilliseconds, int.MaxValue);
        while (messages.Count == 0 && until - Environment.TickCount64 is > 0 and var left)
        {
            var poll = TimeSpan.FromMilliseconds(left);
            await PollAsync(messages, poll < LongestPoll ? poll : LongestPoll, cancellationToken).ConfigureAwait(false);
        }

        // Once there is one, nothing may be lost: a failure or a cancellation now gives what has been received.
        while (messages.Count > 0 && messages.Count < maxMessages && !cancellationToken.IsCancellationRequested)
        {
            if (!await PollAsync(messages, TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false))
            {
                break;
            }
        }

        return messages;
    }

    public virtual async Task CompleteMessageAsync(
        ServiceBusReceivedMessage message,
        CancellationToken cancellationToken = default)
    {
        (await SettleAsync(HttpMethod.Delete, message, cancellationToken).ConfigureAwait(false)).Dispose();
        message.IsSettled = true;
    }

    /// <remarks>HTTP cannot change properties on the way: giving any is refused.</remarks>
    public virtual async Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default)
    {
        if (propertiesToModify?.Count > 0)
        {
            throw new NotSupportedException("Over HTTP a message is abandoned as it is.");
        }

        (await SettleAsync(HttpMethod.Put, message, cancellationToken).ConfigureAwait(false)).Dispose();
        message.IsSettled = true;
    }

    public virtual async Task RenewMessageLockAsync(
        ServiceBusReceivedMessage message,
        CancellationToken cancellationToken = default)
    {
        using var answer = await SettleAsync(HttpMethod.Post, message, cancellationToken).ConfigureAwait(false);
        using var broker = JsonDocument.Parse(Incoming.BrokerProperties(answer) ?? "{}");
        message.LockedUntil = Incoming.LockedUntil(broker.RootElement)
            ?? (answer.Headers.Date ?? DateTimeOffset.UtcNow) + message.LockDuration;
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

    private async Task<bool> PollAsync(
        List<ServiceBusReceivedMessage> messages,
        TimeSpan wait,
        CancellationToken cancellationToken)
    {
        var seconds = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var method = ReceiveMode == ServiceBusReceiveMode.PeekLock ? HttpMethod.Post : HttpMethod.Delete;
        var call = new Call(method, From, "/messages/head?timeout=" + seconds) { Wait = wait };
        using var answer = await Client.Connection.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.NoContent)
        {
            return false;
        }

        messages.Add(await Incoming.ReadAsync(answer, cancellationToken).ConfigureAwait(false));
        return true;
    }

    private Task<HttpResponseMessage> SettleAsync(
        HttpMethod method,
        ServiceBusReceivedMessage message,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        if (ReceiveMode == ServiceBusReceiveMode.ReceiveAndDelete)
        {
            throw new InvalidOperationException("A message received and deleted has no lock to settle or renew.");
        }

        var number = message.SequenceNumber.ToString(CultureInfo.InvariantCulture);
        var call = new Call(method, From, $"/messages/{number}/{message.LockToken}") { IsSettlement = true };
        return Client.Connection.SendAsync(call, cancellationToken);
    }
}
