using System.Text.Json;
using Kinerja.Application.Events;

namespace Kinerja.Application.Webhooks;

/// <summary>
/// Delivers one event to an agency's own server: read from what is kept, signed now, by the keys that sign now. An
/// agency that took its address back is told no more. Its id is the event's, so that a repeat is recognised.
/// </summary>
public sealed class DeliverWebhook(
    IWebhooks webhooks, IEventLog events, IWebhookSender sender, TimeProvider clock)
{
    public async Task ExecuteAsync(WebhookStep step, CancellationToken cancel)
    {
        if (await webhooks.FindAsync(step.AgencyId, cancel) is not { } webhook)
        {
            return;
        }

        var told = await events.ListAsync(step.AgencyId, step.Number - 1, cancel).FirstAsync(cancel);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            StructuredEvent.Of(told), JsonFormat.Default.StructuredEvent);
        var now = clock.Now();
        var timestamp = now.ToUnixTimeSeconds();
        var signature = WebhookSignature.Of(webhook.SigningAt(now), told.Id, timestamp, body);
        await sender.SendAsync(new(webhook.Url, told.Id, timestamp, signature, body), cancel);
    }
}
