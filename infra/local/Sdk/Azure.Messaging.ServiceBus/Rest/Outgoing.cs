using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Writes a message for the wire: as a request of its own, or as one entry of a batch.</summary>
internal static class Outgoing
{
    public const string BatchContentType = "application/vnd.microsoft.servicebus.json";

    // Headers hold ASCII; a batch is UTF-8 and need not escape more than JSON asks for.
    private static readonly JsonWriterOptions InHeader = new() { SkipValidation = true };
    private static readonly JsonWriterOptions InBatch = new()
    {
        SkipValidation = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Servers end a request whose headers pass 16 KiB; a batch of one carries the same in its body.
    private const int LargestHeaders = 8 * 1024;

    // What the service's own form of a message adds to what can be counted here, with room to spare.
    private const int Envelope = 128;

    // Names that mean something to HTTP itself and would not come back as they were sent.
    private static readonly HashSet<string> OfHttp = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Authorization", "BrokerProperties", "Cache-Control", "Connection", "Cookie", "Date", "Expect",
        "From", "Host", "Keep-Alive", "Location", "Origin", "Pragma", "Range", "Referer", "Server", "TE", "Trailer",
        "Transfer-Encoding", "Upgrade", "User-Agent", "Vary", "Via", "Warning",
    };

    public static bool IsText(ServiceBusMessage message) => Utf8.IsValid(message.Body.ToMemory().Span);

    /// <summary>What the message counts for against the size limit when sent alone.</summary>
    public static long Size(ServiceBusMessage message) =>
        Envelope + message.Body.ToMemory().Length + Json(InBatch, json => WriteBroker(json, message, inBatch: false)).Length
        + message.ApplicationProperties.Sum(property =>
            Encoding.UTF8.GetByteCount(property.Key) + Header(property.Key, property.Value).Length);

    public static bool FitsHeaders(ServiceBusMessage message)
    {
        var length = 0;
        foreach (var (name, value) in message.ApplicationProperties)
        {
            if (name.Length == 0 || OfHttp.Contains(name) || name.AsSpan().ContainsAnyExcept(HeaderName)
                || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            length += name.Length + Header(name, value).Length;
        }

        return length <= LargestHeaders;
    }

    private static SearchValues<char> HeaderName { get; } = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static void FillSingle(HttpRequestMessage request, ServiceBusMessage message)
    {
        request.Content = new ReadOnlyMemoryContent(message.Body.ToMemory());
        if (!string.IsNullOrEmpty(message.ContentType))
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", message.ContentType);
        }

        var broker = Json(InHeader, json => WriteBroker(json, message, inBatch: false));
        request.Headers.TryAddWithoutValidation("BrokerProperties", Encoding.ASCII.GetString(broker));
        foreach (var (name, value) in message.ApplicationProperties)
        {
            request.Headers.TryAddWithoutValidation(name, Header(name, value));
        }
    }

    public static byte[] BatchEntry(ServiceBusMessage message) => Json(InBatch, json =>
    {
        json.WriteStartObject();
        json.WriteString("Body", message.Body.ToMemory().Span);
        json.WritePropertyName("BrokerProperties");
        WriteBroker(json, message, inBatch: true);
        if (message.ApplicationProperties.Count > 0)
        {
            json.WriteStartObject("UserProperties");
            foreach (var (name, value) in message.ApplicationProperties)
            {
                json.WritePropertyName(name);
                PropertyValue.Write(json, name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private static string Header(string name, object? value) =>
        Encoding.ASCII.GetString(Json(InHeader, json => PropertyValue.Write(json, name, value)));

    private static void WriteBroker(Utf8JsonWriter json, ServiceBusMessage message, bool inBatch)
    {
        json.WriteStartObject();
        Text("MessageId", message.MessageId);
        Text("CorrelationId", message.CorrelationId);
        Text("Label", message.Subject);
        Text("To", message.To);
        Text("ReplyTo", message.ReplyTo);
        Text("SessionId", message.SessionId);
        Text("PartitionKey", message.PartitionKey);
        if (inBatch)
        {
            Text("ContentType", message.ContentType);
        }

        if (message.TimeToLive != TimeSpan.MaxValue)
        {
            if (inBatch)
            {
                json.WriteString("TimeToLiveTimeSpan", message.TimeToLive.ToString("c", CultureInfo.InvariantCulture));
            }
            else
            {
                json.WriteNumber("TimeToLive", message.TimeToLive.TotalSeconds);
            }
        }

        if (message.ScheduledEnqueueTime != default)
        {
            json.WriteString("ScheduledEnqueueTimeUtc", NotBefore(message.ScheduledEnqueueTime));
        }

        json.WriteEndObject();

        void Text(string name, string? value)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }
    }

    // The form has whole seconds; rounding down would hand the message out too early.
    private static string NotBefore(DateTimeOffset time)
    {
        var part = time.UtcTicks % TimeSpan.TicksPerSecond;
        var whole = part == 0 ? time : time.AddTicks(TimeSpan.TicksPerSecond - part);
        return whole.ToString("r", CultureInfo.InvariantCulture);
    }

    private static byte[] Json(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
