namespace Azure.Messaging.ServiceBus;

/// <summary>A message to be sent.</summary>
public class ServiceBusMessage
{
    private const int LongestId = 128;

    public ServiceBusMessage()
        : this(BinaryData.Empty)
    {
    }

    public ServiceBusMessage(string body)
        : this(BinaryData.FromString(body))
    {
    }

    public ServiceBusMessage(ReadOnlyMemory<byte> body)
        : this(BinaryData.FromBytes(body))
    {
    }

    public ServiceBusMessage(BinaryData body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
    }

    public BinaryData Body { get; set; }

    public string? MessageId
    {
        get;
        set
        {
            if (string.IsNullOrEmpty(value))
            {
                throw new ArgumentException("A message id is at least one character long.", nameof(value));
            }

            RefuseLong(value);
            field = value;
        }
    }

    public string? SessionId
    {
        get;
        set
        {
            RefuseLong(value);
            field = value;
            if (PartitionKey is not null && value is not null)
            {
                // The service wants both equal, and the session decides.
                PartitionKey = value;
            }
        }
    }

    public string? PartitionKey
    {
        get;
        set
        {
            RefuseLong(value);
            if (SessionId is not null && value is not null && value != SessionId)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(value), value, "The partition key differs from the session id.");
            }

            field = value;
        }
    }

    public string? CorrelationId { get; set; }

    public string? Subject { get; set; }

    public string? To { get; set; }

    public string? ReplyTo { get; set; }

    public string? ContentType { get; set; }

    public TimeSpan TimeToLive
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    }
    = TimeSpan.MaxValue;

    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();

    public override string ToString() => $"{{MessageId:{MessageId}}}";

    private static void RefuseLong(string? value)
    {
        if (value?.Length > LongestId)
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), value, $"Ids and keys have at most {LongestId} characters.");
        }
    }
}
