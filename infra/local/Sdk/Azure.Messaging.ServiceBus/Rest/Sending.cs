using System.Runtime.Serialization;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Divides messages into requests, in their order.</summary>
internal static class Sending
{
    /// <remarks>
    /// A message that is alone goes with its body bare and its properties as headers. Several go together as JSON,
    /// which holds bodies as text, so a body of other bytes goes alone between two batches.
    /// </remarks>
    public static IEnumerable<Call> Calls(Entity entity, IReadOnlyList<ServiceBusMessageBatch.Item> items)
    {
        for (var start = 0; start < items.Count;)
        {
            var end = start;
            while (end < items.Count && items[end].Json is not null)
            {
                end++;
            }

            end = Math.Max(end, start + 1);
            yield return end - start == 1 ? Alone(entity, items[start]) : Together(entity, [.. Json(items, start, end)]);
            start = end;
        }
    }

    private static Call Alone(Entity entity, ServiceBusMessageBatch.Item item)
    {
        if (Outgoing.FitsHeaders(item.Message))
        {
            return new Call(HttpMethod.Post, entity, "/messages")
            {
                Fill = request => Outgoing.FillSingle(request, item.Message),
            };
        }

        return item.Json is { } json
            ? Together(entity, [json])
            : throw new SerializationException(
                "A body that is no text needs application properties whose names and values fit HTTP headers.");
    }

    private static Call Together(Entity entity, IReadOnlyList<byte[]> entries)
    {
        var body = new byte[entries.Sum(entry => entry.Length + 1) + 1];
        var at = 0;
        foreach (var entry in entries)
        {
            body[at] = (byte)(at == 0 ? '[' : ',');
            entry.CopyTo(body, at + 1);
            at += entry.Length + 1;
        }

        body[at] = (byte)']';
        return new Call(HttpMethod.Post, entity, "/messages")
        {
            Fill = request =>
            {
                request.Content = new ByteArrayContent(body);
                request.Content.Headers.TryAddWithoutValidation("Content-Type", Outgoing.BatchContentType);
            },
        };
    }

    private static IEnumerable<byte[]> Json(IReadOnlyList<ServiceBusMessageBatch.Item> items, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (items[at].Json is { } json)
            {
                yield return json;
            }
        }
    }
}
