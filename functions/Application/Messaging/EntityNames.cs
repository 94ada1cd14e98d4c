namespace Kinerja.Application.Messaging;

/// <summary>Queues and topic; <c>infra/messaging.json</c> creates exactly these.</summary>
public static class EntityNames
{
    public const string RunsQueue = "kinerja-runs";
    public const string DaysQueue = "kinerja-days";
    public const string EventsTopic = "kinerja-events";
}
