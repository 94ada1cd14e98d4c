using System.Globalization;
using System.Text.Json;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Reads a received message out of the answer: broker properties, application properties, body.</summary>
internal static class Incoming
{
    // What HTTP itself puts into an answer. Anything else that holds a JSON scalar is an application property.
    private static readonly HashSet<string> OfHttp = new(StringComparer.OrdinalIgnoreCase)
    {
        "Age", "Alt-Svc", "BrokerProperties", "Cache-Control", "Connection", "Date", "ETag", "Expires", "Keep-Alive",
        "Location", "Pragma", "Retry-After", "Server", "Strict-Transport-Security", "Trailer", "Transfer-Encoding",
        "Upgrade", "Vary", "Via", "X-Powered-By",
    };

    public static async Task<ServiceBusReceivedMessage> ReadAsync(
        HttpResponseMessage answer,
        CancellationToken cancellationToken)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        using var broker = JsonDocument.Parse(BrokerProperties(answer) ?? "{}");
        var properties = broker.RootElement;
        var now = answer.Headers.Date ?? DateTimeOffset.UtcNow;
        var lockedUntil = LockedUntil(properties);
        return new ServiceBusReceivedMessage
        {
            Body = BinaryData.FromBytes(body),
            MessageId = Text(properties, "MessageId"),
            SessionId = Text(properties, "SessionId"),
            PartitionKey = Text(properties, "PartitionKey"),
            TransactionPartitionKey = Text(properties, "ViaPartitionKey"),
            CorrelationId = Text(properties, "CorrelationId"),
            Subject = Text(properties, "Label"),
            To = Text(properties, "To"),
            ReplyTo = Text(properties, "ReplyTo"),
            ReplyToSessionId = Text(properties, "ReplyToSessionId"),
            ContentType = ContentType(answer),
            TimeToLive = TimeToLive(properties),
            ScheduledEnqueueTime = Date(properties, "ScheduledEnqueueTimeUtc") ?? default,
            ApplicationProperties = ApplicationProperties(answer),
            LockTokenGuid = Guid.TryParse(Text(properties, "LockToken"), out var token) ? token : Guid.Empty,
            DeliveryCount = (int)(Number(properties, "DeliveryCount") ?? 0),
            LockedUntil = lockedUntil ?? default,
            LockDuration = lockedUntil - now ?? TimeSpan.Zero,
            SequenceNumber = (long)(Number(properties, "SequenceNumber") ?? -1),
            EnqueuedSequenceNumber = (long)(Number(properties, "EnqueuedSequenceNumber") ?? 0),
            EnqueuedTime = Date(properties, "EnqueuedTimeUtc") ?? now,
            DeadLetterSource = Text(properties, "DeadLetterSource"),
            State = Enum.TryParse<ServiceBusMessageState>(Text(properties, "State"), out var state) ? state : default,
        };
    }

    public static string? BrokerProperties(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("BrokerProperties", out var values) ? values.FirstOrDefault() : null;

    // The name of this one has changed over the years.
    public static DateTimeOffset? LockedUntil(JsonElement broker) =>
        Date(broker, "LockedUntilUtc") ?? Date(broker, "LockedUntil");

    public static long? SequenceNumber(JsonElement broker) => (long?)Number(broker, "SequenceNumber");

    private static Dictionary<string, object> ApplicationProperties(HttpResponseMessage answer)
    {
        var properties = new Dictionary<string, object>();
        foreach (var (name, values) in answer.Headers.NonValidated)
        {
            if (!OfHttp.Contains(name) && PropertyValue.TryRead(values.ToString(), out var value))
            {
                properties[name] = value;
            }
        }

        return properties;
    }

    private static string? ContentType(HttpResponseMessage answer) =>
        answer.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;

    private static string? Text(JsonElement broker, string name) =>
        broker.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
            : null;

    private static decimal? Number(JsonElement broker, string name) =>
        decimal.TryParse(Text(broker, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static DateTimeOffset? Date(JsonElement broker, string name) =>
        DateTimeOffset.TryParse(
            Text(broker, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date.ToUniversalTime()
            : null;

    // Unlimited comes as the seconds of the longest time span, not always to the last digit, or not at all.
    private static TimeSpan TimeToLive(JsonElement broker) =>
        Number(broker, "TimeToLive") is { } seconds && seconds < Math.Floor((decimal)TimeSpan.MaxValue.TotalSeconds)
            ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : TimeSpan.MaxValue;
}
