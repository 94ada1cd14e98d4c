using System.Text.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using NodaTime;

namespace Kinerja.Application.Queues;

public sealed record WorkQueueListResponse(IReadOnlyList<WorkQueueLength> Queues)
{
    public static WorkQueueListResponse Of(IReadOnlyList<WorkQueueLength> lengths) =>
        new(lengths);
}

/// <summary>The message as JSON where it is JSON, else as the text that it is.</summary>
public readonly struct PoisonMessageResponse(PoisonMessage poison)
{
    public string Id => poison.Id;
    public Instant SetAsideAt => Instant.FromDateTimeOffset(poison.SetAsideAt);
    public JsonElement Message => Read(poison.Body);

    private static JsonElement Read(BinaryData body)
    {
        try
        {
            return JsonElement.Parse(body.ToMemory().Span);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(body.ToString(), JsonFormat.Default.String);
        }
    }
}

public sealed record PoisonListResponse(IReadOnlyList<PoisonMessageResponse> Messages)
{
    public static PoisonListResponse Of(IReadOnlyList<PoisonMessage> messages) =>
        new([.. messages.Select(one => new PoisonMessageResponse(one))]);
}

public sealed record ReplayRequest(int? Most)
{
    /// <summary>How many messages at most; all that one request may move when nothing is said.</summary>
    public Result<int> Read() => Most switch
    {
        null => PoisonQueues.MostReplayed,
        >= 1 and <= PoisonQueues.MostReplayed => Most.Value,
        _ => Refusal.Malformed("/most", $"From 1 to {PoisonQueues.MostReplayed}."),
    };
}
