using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Google.Protobuf;
using Kinerja.FunctionsHost.Functions;
using Kinerja.FunctionsHost.Rpc;

namespace Kinerja.FunctionsHost.Triggers.Queues;

/// <summary>What a worker is given of a queue's message.</summary>
internal static class QueueInvocation
{
    private const string Source = "AzureStorageQueues";

    // The worker reads no null.
    private static readonly JsonSerializerOptions WithoutNulls = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
    };

    /// <summary>For a message that is in no queue.</summary>
    public static InvocationRequest ByHand(FunctionEntry function, string text) =>
        Request(function, QueuesModelFactory.QueueMessage("", "", text, 0), BinaryData.FromString(text));

    /// <summary>The body behind a stored text; a text that is not written so throws FormatException.</summary>
    public static BinaryData Decode(BinaryData stored, QueueMessageEncoding encoding) =>
        encoding == QueueMessageEncoding.Base64
        ? BinaryData.FromBytes(Convert.FromBase64String(stored.ToString()))
        : stored;

    public static InvocationRequest Request(FunctionEntry function, QueueMessage message, BinaryData body)
    {
        var request = new InvocationRequest();
        request.InputData.Add(
            new ParameterBinding { Name = function.TriggerName, Data = Input(function, message, body) });
        request.TriggerMetadata["QueueTrigger"] = new TypedData { String = body.ToString() };
        request.TriggerMetadata["Id"] = new TypedData { String = message.MessageId };
        request.TriggerMetadata["PopReceipt"] = new TypedData { String = message.PopReceipt };
        request.TriggerMetadata["DequeueCount"] = Json(message.DequeueCount);
        request.TriggerMetadata["InsertionTime"] = Json(message.InsertedOn ?? DateTimeOffset.UtcNow);
        request.TriggerMetadata["ExpirationTime"] = Json(message.ExpiresOn ?? DateTimeOffset.MaxValue);
        request.TriggerMetadata["NextVisibleTime"] = Json(message.NextVisibleOn ?? DateTimeOffset.MaxValue);
        return request;
    }

    /// <summary>
    /// The whole message for a worker that makes the object itself, else its text or, asked for, its bytes.
    /// </summary>
    private static TypedData Input(FunctionEntry function, QueueMessage message, BinaryData body)
    {
        if (!function.IsDeferred)
        {
            return string.Equals(function.Text("dataType"), "binary", StringComparison.OrdinalIgnoreCase)
                ? new TypedData { Bytes = ByteString.CopyFrom(body) }
                : new TypedData { String = body.ToString() };
        }

        var content = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                message.MessageId,
                message.PopReceipt,
                MessageText = body.ToString(),
                message.NextVisibleOn,
                message.InsertedOn,
                message.ExpiresOn,
                message.DequeueCount,
            },
            WithoutNulls);
        return new TypedData
        {
            ModelBindingData = new ModelBindingData
            {
                Version = "1.0",
                Source = Source,
                ContentType = "application/json",
                Content = ByteString.CopyFrom(content),
            },
        };
    }

    private static TypedData Json<T>(T value) => new() { Json = JsonSerializer.Serialize(value) };
}
