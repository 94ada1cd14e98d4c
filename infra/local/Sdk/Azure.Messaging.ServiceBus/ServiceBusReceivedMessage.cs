namespace Azure.Messaging.ServiceBus;

/// <summary>A message as the service handed it out.</summary>
public class ServiceBusReceivedMessage
{
    internal ServiceBusReceivedMessage()
    {
    }

    public BinaryData Body { get; internal init; } = BinaryData.Empty;

    public string? MessageId { get; internal init; }

    public string? SessionId { get; internal init; }

    public string? PartitionKey { get; internal init; }

    public string? TransactionPartitionKey { get; internal init; }

    public string? CorrelationId { get; internal init; }

    public string? Subject { get; internal init; }

    public string? To { get; internal init; }

    public string? ReplyTo { get; internal init; }

    public string? ReplyToSessionId { get; internal init; }

    public string? ContentType { get; internal init; }

    public TimeSpan TimeToLive { get; internal init; } = TimeSpan.MaxValue;

    public DateTimeOffset ScheduledEnqueueTime { get; internal init; }

    public IReadOnlyDictionary<string, object> ApplicationProperties { get; internal init; } =
        new Dictionary<string, object>();

    public string LockToken => LockTokenGuid.ToString();

    public int DeliveryCount { get; internal init; }

    public DateTimeOffset LockedUntil { get; internal set; }

    public long SequenceNumber { get; internal init; } = -1;

    public long EnqueuedSequenceNumber { get; internal init; }

    public DateTimeOffset EnqueuedTime { get; internal init; }

    public DateTimeOffset ExpiresAt =>
        TimeToLive >= DateTimeOffset.MaxValue - EnqueuedTime ? DateTimeOffset.MaxValue : EnqueuedTime + TimeToLive;

    public string? DeadLetterSource { get; internal init; }

    public string? DeadLetterReason => Text("DeadLetterReason");

    public string? DeadLetterErrorDescription => Text("DeadLetterErrorDescription");

    public ServiceBusMessageState State { get; internal init; }

    internal Guid LockTokenGuid { get; init; }

    /// <summary>How long a lock lasts, as seen when the message came; the answer to a renewal need not say it.</summary>
    internal TimeSpan LockDuration { get; init; }

    /// <summary>Set once completed or abandoned, so that a processor does not settle it again.</summary>
    internal bool IsSettled { get; set; }

    public override string ToString() => $"{{MessageId:{MessageId}}}";

    private string? Text(string property) =>
        ApplicationProperties.TryGetValue(property, out var value) ? value as string : null;
}

public enum ServiceBusMessageState
{
    Active = 0,
    Deferred = 1,
    Scheduled = 2,
}
