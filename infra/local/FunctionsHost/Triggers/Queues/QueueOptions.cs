using Azure.Storage.Queues;
using Kinerja.FunctionsHost.Functions;

namespace Kinerja.FunctionsHost.Triggers.Queues;

/// <summary>How queues are listened to, as host.json says under extensions.queues.</summary>
/// <param name="BatchSize">How many messages are taken at once, 1 to 32.</param>
/// <param name="NewBatchThreshold">More are taken when no more than this many still run.</param>
/// <param name="MaxDequeueCount">After so many tries a message goes to the poison queue.</param>
/// <param name="MaxPollingInterval">The longest wait between two looks at an empty queue.</param>
/// <param name="VisibilityTimeout">How long a message that failed stays hidden.</param>
/// <param name="Encoding">How a message's text is written.</param>
internal sealed record QueueOptions(
    int BatchSize,
    int NewBatchThreshold,
    int MaxDequeueCount,
    TimeSpan MaxPollingInterval,
    TimeSpan VisibilityTimeout,
    QueueMessageEncoding Encoding)
{
    /// <summary>How long a message is hidden while it runs; renewed at half of that.</summary>
    public required TimeSpan RunVisibility { get; init; }

    public static QueueOptions Read(HostJson json)
    {
        var batch = json.Number(16, "extensions", "queues", "batchSize");
        return new QueueOptions(
            batch,
            json.Number(batch / 2, "extensions", "queues", "newBatchThreshold"),
            json.Number(5, "extensions", "queues", "maxDequeueCount"),
            json.Time(TimeSpan.FromMinutes(1), "extensions", "queues", "maxPollingInterval"),
            json.Time(TimeSpan.Zero, "extensions", "queues", "visibilityTimeout"),
            json.Text("extensions", "queues", "messageEncoding") is { } name
                ? Enum.Parse<QueueMessageEncoding>(name, ignoreCase: true)
                : QueueMessageEncoding.Base64)
        {
            // Only here: the genuine host knows ten minutes and nothing else.
            RunVisibility = json.Time(TimeSpan.FromMinutes(10), "extensions", "queues", "runVisibility"),
        };
    }
}
