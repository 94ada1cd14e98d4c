using Azure.Messaging.ServiceBus;

namespace Kinerja.Application.Events;

internal static class Batches
{
    /// <summary>
    /// Sends in order, as many messages to a batch as fit; one that fits no batch is a bug and throws.
    /// </summary>
    internal static async Task SendAllAsync(
        this ServiceBusSender sender,
        IEnumerable<ServiceBusMessage> messages,
        CancellationToken cancel)
    {
        var batch = await sender.CreateMessageBatchAsync(cancel);
        try
        {
            foreach (var message in messages)
            {
                if (batch.TryAddMessage(message))
                {
                    continue;
                }

                await sender.SendMessagesAsync(batch, cancel);
                batch.Dispose();
                batch = await sender.CreateMessageBatchAsync(cancel);
                if (!batch.TryAddMessage(message))
                {
                    throw new InvalidOperationException($"Message {message.MessageId} is larger than a batch.");
                }
            }

            if (batch.Count > 0)
            {
                await sender.SendMessagesAsync(batch, cancel);
            }
        }
        finally
        {
            batch.Dispose();
        }
    }
}
