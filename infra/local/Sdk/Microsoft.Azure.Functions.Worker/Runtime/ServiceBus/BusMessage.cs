using Azure.Messaging.ServiceBus;

namespace Microsoft.Azure.Functions.Worker.Runtime.ServiceBus;

/// <summary>A message in the shape that the function asks for.</summary>
internal static class BusMessage
{
    public static object As(Type type, ServiceBusReceivedMessage message) =>
        type == typeof(string) ? message.Body.ToString()
        : type == typeof(BinaryData) ? message.Body
        : type == typeof(byte[]) ? message.Body.ToArray()
        : message;

    /// <summary>A message that no bus delivered, made of what was given by hand.</summary>
    public static ServiceBusReceivedMessage ByHand(string input) =>
        ServiceBusModelFactory.ServiceBusReceivedMessage(
            body: BinaryData.FromString(input), messageId: Guid.NewGuid().ToString("N"), deliveryCount: 1);

    public static IReadOnlyDictionary<string, object?> Data(ServiceBusReceivedMessage message) =>
        new Dictionary<string, object?>
        {
            ["MessageId"] = message.MessageId,
            ["DeliveryCount"] = message.DeliveryCount,
            ["SequenceNumber"] = message.SequenceNumber,
            ["EnqueuedTimeUtc"] = message.EnqueuedTime.UtcDateTime,
            ["CorrelationId"] = message.CorrelationId,
            ["Subject"] = message.Subject,
            ["ContentType"] = message.ContentType,
            ["ApplicationProperties"] = message.ApplicationProperties,
        };
}
