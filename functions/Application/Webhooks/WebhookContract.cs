using NodaTime.Text;

namespace Kinerja.Application.Webhooks;

public sealed record WebhookRequest(string? Url);

/// <summary>The secret stands in the answer that made it, and in no other.</summary>
public sealed record WebhookResponse(
    string Url, string KeyId, string? Secret, string? FormerKeyId, string? FormerUntil, string SetAt)
{
    public static WebhookResponse Of(KeptWebhook kept) => new(
        kept.Webhook.Url.AbsoluteUri,
        kept.Webhook.Key.Id,
        kept.NewKey?.Secret,
        kept.Webhook.Former?.Id,
        kept.Webhook.FormerUntil is { } until ? InstantPattern.ExtendedIso.Format(until) : null,
        InstantPattern.ExtendedIso.Format(kept.Webhook.SetAt));
}
