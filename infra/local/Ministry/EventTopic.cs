using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Ministry;

/// <summary>The ministry's own subscription of the topic, emptied into the journal.</summary>
internal static class EventTopic
{
    private const string Topic = "kinerja-events";
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    /// <summary>Until nothing came for two seconds. A message is completed once the journal has it.</summary>
    internal static async Task TakeAsync(
        string connection, string subscription, EventJournal journal, CancellationToken cancel)
    {
        await using var bus = new ServiceBusClient(connection);
        await using var receiver = bus.CreateReceiver(Topic, subscription);
        while (await receiver.ReceiveMessagesAsync(50, Quiet, cancel) is { Count: > 0 } messages)
        {
            journal.Add(messages.Select(ReceivedEvent.OfMessage));
            foreach (var message in messages)
            {
                await receiver.CompleteMessageAsync(message, cancel);
            }
        }
    }
}
