using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Kinerja.Application.Events;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Queues;

/// <summary>
/// How many messages a work queue holds, about: waiting or being worked on, and set aside after too many failures.
/// </summary>
/// <param name="Queue">Its name.</param>
/// <param name="Waiting">About how many.</param>
/// <param name="Poisoned">About how many.</param>
/// <param name="OldestAt">
/// Since when the front message stands there, by the queue's clock; null when none waits. One that is being worked on
/// is not seen.
/// </param>
public sealed record WorkQueueLength(string Queue, int Waiting, int Poisoned, Instant? OldestAt);

/// <summary>A message that failed too often, as the front of its poison queue shows it.</summary>
public sealed record PoisonMessage(string Id, DateTimeOffset SetAsideAt, BinaryData Body);

/// <summary>How many were sent to their work queue again, and about how many are left.</summary>
public sealed record Replay(int Replayed, int Left);

/// <summary>
/// What the Functions host set aside: looked at without touching it, and sent once more to where it came from when its
/// cause is mended. A message is sent before it is taken away, so a crash in between repeats it, which every step
/// bears.
/// </summary>
public sealed class PoisonQueues(QueueServiceClient account, WorkQueues queues)
{
    /// <summary>The service shows and hands out no more at once.</summary>
    public const int MostShown = 32;

    public const int MostReplayed = 1000;

    /// <summary>Another replay meanwhile does not see what this one holds.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    public static Result<string> Known(string queue) =>
        EntityNames.Queues.Contains(queue) ? queue : NotFound.Queue(queue);

    public async Task<IReadOnlyList<WorkQueueLength>> LengthsAsync(CancellationToken cancel)
    {
        var lengths = new List<WorkQueueLength>();
        foreach (var queue in EntityNames.Queues)
        {
            lengths.Add(
                new(
                    queue,
                    await queues.CountAsync(queue, cancel),
                    await queues.CountAsync(EntityNames.PoisonOf(queue), cancel),
                    await queues.OldestAsync(queue, cancel)));
        }

        return lengths;
    }

    /// <summary>The first ones, at most <see cref="MostShown"/>.</summary>
    public async Task<IReadOnlyList<PoisonMessage>> ShowAsync(string queue, CancellationToken cancel)
    {
        try
        {
            var shown = await PoisonOf(queue).PeekMessagesAsync(MostShown, cancel);
            return [.. shown.Value.Select(
                m => new PoisonMessage(m.MessageId, m.InsertedOn ?? DateTimeOffset.UnixEpoch, m.Body))];
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }

    /// <summary>The first ones, at most so many.</summary>
    public async Task<Replay> ReplayAsync(string queue, int most, CancellationToken cancel)
    {
        var replayed = 0;
        try
        {
            while (replayed < most && await TakeAsync(
                queue, Math.Min(MostShown, most - replayed), cancel) is { Length: > 0 } taken)
            {
                foreach (var message in taken)
                {
                    await account.GetQueueClient(queue).SendMessageAsync(
                        message.Body, timeToLive: WorkQueues.UntilDone, cancellationToken: cancel);
                    await PoisonOf(queue).DeleteMessageAsync(message.MessageId, message.PopReceipt, cancel);
                    replayed++;
                }
            }
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            // Nothing was ever set aside.
        }

        return new(replayed, await queues.CountAsync(EntityNames.PoisonOf(queue), cancel));
    }

    private async Task<QueueMessage[]> TakeAsync(string queue, int most, CancellationToken cancel) =>
        await PoisonOf(queue).ReceiveMessagesAsync(most, Held, cancel);

    private QueueClient PoisonOf(string queue) => account.GetQueueClient(EntityNames.PoisonOf(queue));
}
