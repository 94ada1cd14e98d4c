using Kinerja.Application.Events;
using Kinerja.Domain;
using Kinerja.Domain.Webhooks;

namespace Kinerja.Application.Webhooks;

public interface IWebhooks
{
    /// <summary>Null where the agency gave no address.</summary>
    Task<Webhook?> FindAsync(AgencyId agency, CancellationToken cancel);

    Task PutAsync(Webhook webhook, CancellationToken cancel);

    Task RemoveAsync(AgencyId agency, CancellationToken cancel);
}

/// <summary>Carries what is still to be delivered; a step comes at least once.</summary>
public interface IWebhookQueue
{
    Task SendAsync(IReadOnlyCollection<WebhookStep> steps, CancellationToken cancel);
}

/// <summary>A request to an agency's own server, signed.</summary>
public sealed record WebhookCall(Uri Url, string Id, long Timestamp, string Signature, ReadOnlyMemory<byte> Body);

/// <summary>
/// Calls servers that are not ours, with retries of its own. Throws when the server did not take it: the queue brings
/// the step again, and sets it aside when that is hopeless.
/// </summary>
public interface IWebhookSender
{
    Task SendAsync(WebhookCall call, CancellationToken cancel);
}

/// <summary>Whether addresses of this machine's own network may be told: for one machine only.</summary>
public sealed record WebhookSettings(bool AllowLocal);
