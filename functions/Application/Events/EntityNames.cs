namespace Kinerja.Application.Events;

/// <summary>
/// The Storage queues that carry the work inside (<c>infra/queues.json</c>) and the Service Bus topic that carries
/// events out (<c>infra/messaging.json</c>).
/// </summary>
public static class EntityNames
{
    public const string RunsQueue = "kinerja-runs";
    public const string DaysQueue = "kinerja-days";
    public const string WebhooksQueue = "kinerja-webhooks";
    public const string PullsQueue = "kinerja-pulls";
    public const string ImportsQueue = "kinerja-imports";
    public const string SiasnQueue = "kinerja-siasn";
    public const string SurveysQueue = "kinerja-surveys";
    public const string EventsTopic = "kinerja-events";

    /// <summary>
    /// Every work queue; the Functions host moves what fails too often to the queue of <see cref="PoisonOf"/>.
    /// </summary>
    public static IReadOnlyList<string> Queues { get; } =
        [RunsQueue, DaysQueue, WebhooksQueue, PullsQueue, ImportsQueue, SiasnQueue, SurveysQueue];

    public static string PoisonOf(string queue) => queue + "-poison";
}
