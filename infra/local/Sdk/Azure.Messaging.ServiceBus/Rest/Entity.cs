namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>A queue, topic or subscription, or one of the two queues of dead letters under it.</summary>
/// <param name="Path">As the client shows it, for example <c>topic/Subscriptions/name</c>.</param>
/// <param name="Root">The queue or topic itself: the narrowest thing that has access keys.</param>
internal sealed record Entity(string Path, string Root)
{
    public static Entity Of(string queueOrTopic)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queueOrTopic);
        return new(queueOrTopic, queueOrTopic);
    }

    public static Entity Of(string topic, string subscription)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        ArgumentException.ThrowIfNullOrWhiteSpace(subscription);
        return new($"{topic}/Subscriptions/{subscription}", topic);
    }

    public Entity Under(SubQueue subQueue) => subQueue switch
    {
        SubQueue.None => this,
        SubQueue.DeadLetter => this with { Path = Path + "/$DeadLetterQueue" },
        SubQueue.TransferDeadLetter => this with { Path = Path + "/$Transfer/$DeadLetterQueue" },
    };

    /// <summary>The path as a part of an address; its slashes divide, everything else is escaped.</summary>
    public string Address(string rest) =>
        string.Join('/', Path.Split('/').Select(part => part.StartsWith('$') ? part : Uri.EscapeDataString(part))) + rest;
}
