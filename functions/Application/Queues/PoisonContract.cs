using System.Text.Json;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Queues;

public sealed record WorkQueueAnswer(string Queue, int Waiting, int Poisoned);

public sealed record WorkQueueListAnswer(IReadOnlyList<WorkQueueAnswer> Queues)
{
    public static WorkQueueListAnswer Of(IReadOnlyList<WorkQueueLength> lengths) =>
        new([.. lengths.Select(l => new WorkQueueAnswer(l.Queue, l.Waiting, l.Poisoned))]);
}

/// <summary>The message as JSON where it is JSON, else as the text that it is.</summary>
public sealed record PoisonMessageAnswer(string Id, string SetAsideAt, JsonElement Message)
{
    internal static PoisonMessageAnswer Of(PoisonMessage poison) => new(
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

public sealed record PoisonListAnswer(IReadOnlyList<PoisonMessageAnswer> Messages)
{
    public static PoisonListAnswer Of(IReadOnlyList<PoisonMessage> messages) => new([.. messages.Select(PoisonMessageAnswer.Of)]);
}

public sealed record ReplayBody(int? Most)
{
    /// <summary>How many messages at most; all that one request may move when nothing is said.</summary>
    public Result<int> Read() => Most switch
    {
        null => PoisonQueues.MostReplayed,
        >= 1 and <= PoisonQueues.MostReplayed => Most.Value,
        _ => Refusal.Malformed("/most", $"From 1 to {PoisonQueues.MostReplayed}."),
    };
}

public sealed record ReplayAnswer(int Replayed, int Left)
{
    public static ReplayAnswer Of(Replay replay) => new(replay.Replayed, replay.Left);
}
