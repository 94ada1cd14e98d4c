namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>One operation, of which every attempt sends a fresh request.</summary>
internal sealed record Call(HttpMethod Method, Entity Entity, string Rest)
{
    /// <summary>Complete, abandon or renew: "not found" then speaks of the lock.</summary>
    public bool IsSettlement { get; init; }

    /// <summary>How long the service may hold the answer back.</summary>
    public TimeSpan Wait { get; init; }

    public Action<HttpRequestMessage>? Fill { get; init; }
}
