using System.Globalization;
using System.Text.Json;
using Kinerja.Application.Events;
using NodaTime.Text;

namespace Kinerja.Application.Webhooks;

/// <summary>An event as CloudEvents 1.0 writes it in one piece (structured mode).</summary>
public sealed record StructuredEvent(
    string Specversion, string Id, string Type, string Source, string Subject, string Time, string Datacontenttype,
    string Sequence, JsonElement Data)
{
    internal static StructuredEvent Of(OutgoingEvent one) => new(
        "1.0",
        one.Id,
        one.Type,
        $"urn:kinerja:agency:{one.AgencyId}",
        $"{one.AgencyId}/{one.Period}",
        InstantPattern.General.Format(one.Time),
        "application/json",
        one.Number!.Value.ToString("D12", CultureInfo.InvariantCulture),
        JsonElement.Parse(one.Json.Span));
}

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
