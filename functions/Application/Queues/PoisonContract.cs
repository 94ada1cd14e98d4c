using System.Text.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Queues;

public sealed record WorkQueueResponse(string Queue, int Waiting, int Poisoned);

public sealed record WorkQueueListResponse(IReadOnlyList<WorkQueueResponse> Queues)
{
    public static WorkQueueListResponse Of(IReadOnlyList<WorkQueueLength> lengths) =>
        new([.. lengths.Select(l => new WorkQueueResponse(l.Queue, l.Waiting, l.Poisoned))]);
}

/// <summary>The message as JSON where it is JSON, else as the text that it is.</summary>
public sealed record PoisonMessageResponse(string Id, string SetAsideAt, JsonElement Message)
{
    internal static PoisonMessageResponse Of(PoisonMessage poison) => new(
        poison.Id,
        InstantPattern.ExtendedIso.Format(Instant.FromDateTimeOffset(poison.SetAsideAt)),
        Read(poison.Body));

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
        new([.. messages.Select(PoisonMessageResponse.Of)]);
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

public sealed record ReplayResponse(int Replayed, int Left)
{
    public static ReplayResponse Of(Replay replay) => new(replay.Replayed, replay.Left);
}
