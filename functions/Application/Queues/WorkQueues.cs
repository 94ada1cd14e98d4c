using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Kinerja.Application.Events;
using NodaTime;

namespace Kinerja.Application.Queues;

/// <summary>
/// The account's own queues, which carry the work inside. A message is taken at least once and stays until it is done:
/// it has no time to live, and there is no duplicate detection, so every step must bear being repeated.
/// </summary>
public sealed class WorkQueues(QueueServiceClient account)
{
    /// <summary>The service takes one message a request; a few requests at once hide most of the way there.</summary>
    private const int SendsAtOnce = 8;

    /// <summary>Storage's own way of saying that a message never expires.</summary>
    internal static readonly TimeSpan UntilDone = TimeSpan.FromSeconds(-1);

    /// <summary>For places where nothing else has created the queues, such as one machine.</summary>
    public async Task CreateAsync(CancellationToken cancel)
    {
        foreach (var queue in EntityNames.Queues)
        {
            await account.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancel);
        }
    }

    /// <summary>About how many messages wait or are being worked on; 0 where the queue was never made.</summary>
    internal async Task<int> CountAsync(string queue, CancellationToken cancel)
    {
        try
        {
            return (await account.GetQueueClient(queue).GetPropertiesAsync(cancel)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return 0;
        }
    }

    /// <summary>
    /// Since when the front message stands there; null when none waits, or the queue was never made.
    /// </summary>
    internal async Task<Instant?> OldestAsync(string queue, CancellationToken cancel)
    {
        try
        {
            return (await account.GetQueueClient(queue).PeekMessageAsync(cancel)).Value is { InsertedOn: { } at }
                ? Instant.FromDateTimeOffset(at)
                : null;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return null;
        }
    }

    /// <summary>In no order. When it throws, some of the messages may have been sent.</summary>
    internal Task SendAsync(string queue, IEnumerable<BinaryData> messages, CancellationToken cancel)
    {
        var client = account.GetQueueClient(queue);
        return Parallel.ForEachAsync(
            messages,
            new ParallelOptions { MaxDegreeOfParallelism = SendsAtOnce, CancellationToken = cancel },
            async (message, stop) => await client.SendMessageAsync(
                message, timeToLive: UntilDone, cancellationToken: stop));
    }
}
