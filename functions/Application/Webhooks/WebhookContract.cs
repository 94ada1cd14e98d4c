using NodaTime;

using NodaTime.Text;

namespace Kinerja.Application.Webhooks;

public sealed record WebhookRequest(string? Url);

/// <summary>The secret stands in the answer that made it, and in no other.</summary>
public readonly struct WebhookResponse(KeptWebhook kept)
{
    public string Url => kept.Webhook.Url.AbsoluteUri;
    public string KeyId => kept.Webhook.Key.Id;
    public string? Secret => kept.NewKey?.Secret;
    public string? FormerKeyId => kept.Webhook.Former?.Id;
    public Instant? FormerUntil => kept.Webhook.FormerUntil;
    public Instant SetAt => kept.Webhook.SetAt;

    public static WebhookResponse Of(KeptWebhook kept) => new(kept);
}
