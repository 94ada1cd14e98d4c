using NodaTime;

namespace Kinerja.Domain.Webhooks;

/// <summary>
/// Where an agency's own server takes what is told, and the keys that sign it. After a change of keys the former one
/// signs beside the new one until its time is over, so that the receiver changes when it can.
/// </summary>
public sealed record Webhook(AgencyId AgencyId, Uri Url, WebhookKey Key, Instant SetAt)
{
    public WebhookKey? Former { get; init; }

    /// <summary>From when on the former key signs no more.</summary>
    public Instant? FormerUntil { get; init; }

    public Actor? Actor { get; init; }

    /// <summary>The newest first.</summary>
    public IEnumerable<WebhookKey> SigningAt(Instant now) =>
        Former is { } former && now < FormerUntil ? [Key, former] : [Key];
}

/// <summary>A secret of 256 bits, shared with the agency's server alone.</summary>
public sealed record WebhookKey(string Id, string Secret)
{
    public override string ToString() => $"webhook key {Id} (hidden)";
}

/// <summary>What holds for keys.</summary>
public static class WebhookRules
{
    /// <summary>How long the former key signs beside the new one. No rule says it.</summary>
    public static readonly Duration Overlap = Duration.FromHours(24);
}
