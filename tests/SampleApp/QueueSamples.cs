using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.SampleApp;

public sealed record Order(string Item, int Count);

public sealed class QueueSamples(Notes notes)
{
    [Function("AsMessage")]
    public void AsMessage([QueueTrigger("%Prefix%-message", Connection = "Queues")] QueueMessage message) =>
        notes.Add(
            $"message {message.Body} #{message.DequeueCount} {message.MessageId.Length > 0 && message.PopReceipt.Length > 0} {message.ExpiresOn?.Year}");

    [Function("AsText")]
    public void AsText([QueueTrigger("%Prefix%-text", Connection = "Queues")] string text, FunctionContext context)
    {
        notes.Add($"text {text}");
        notes.Add(string.Join(' ', context.BindingContext.BindingData.Keys.Order(StringComparer.Ordinal)));
    }

    [Function("AsData")]
    public void AsData([QueueTrigger("%Prefix%-data", Connection = "Queues")] BinaryData data) =>
        notes.Add($"data {data}");

    [Function("AsBytes")]
    public void AsBytes([QueueTrigger("%Prefix%-bytes", Connection = "Queues")] byte[] bytes) =>
        notes.Add($"bytes {bytes.Length}");

    [Function("AsOrder")]
    public void AsOrder([QueueTrigger("%Prefix%-order", Connection = "Queues")] Order order) =>
        notes.Add($"order {order.Count} {order.Item}");

    [Function("Poisoned")]
    public void Poisoned([QueueTrigger("%Prefix%-poisoned", Connection = "Queues")] QueueMessage message)
    {
        notes.Add($"try {message.Body} #{message.DequeueCount}");
        throw new InvalidOperationException("no luck");
    }

    [Function("Held")]
    public async Task HeldAsync(
        [QueueTrigger("%Prefix%-held", Connection = "Queues")] QueueMessage message,
        CancellationToken cancellationToken)
    {
        notes.Add($"held {message.Body} #{message.DequeueCount}");
        await notes.FinishAsync(cancellationToken);
        notes.Add($"done {message.Body}");
    }
}
