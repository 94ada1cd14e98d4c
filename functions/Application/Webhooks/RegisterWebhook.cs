using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Webhooks;

namespace Kinerja.Application.Webhooks;

/// <summary>A webhook as it stands, and its new key; null where the key was shown before.</summary>
public sealed record KeptWebhook(Webhook Webhook, WebhookKey? NewKey);

/// <summary>Where an agency is told, and its keys. A key is shown once, when it is made.</summary>
public sealed class RegisterWebhook(
    AgencyDirectory register, IWebhooks webhooks, WebhookDirectory known, WebhookSettings settings, TimeProvider clock)
{
    /// <summary>The first address comes with a key; another address keeps it.</summary>
    public async Task<Result<KeptWebhook>> PutAsync(Actor actor, string? url, CancellationToken cancel)
    {
        if (!WebhookAddress.Parse(url, settings.AllowLocal).TryGet(out var address, out var refusal))
        {
            return refusal;
        }

        if (await register.FindAgencyAsync(actor.Agency, cancel) is null)
        {
            return NotFound.Agency(actor.Agency);
        }

        var standing = await webhooks.FindAsync(actor.Agency, cancel);
        if (standing?.Url == address)
        {
            return new KeptWebhook(standing, null);
        }

        var key = standing is null ? WebhookSignature.NewKey() : null;
        var next = standing is null
            ? new Webhook(actor.Agency, address, key!, clock.Now())
            : standing with { Url = address, SetAt = clock.Now() };
        return await StoreAsync(next with { Actor = actor }, key, cancel);
    }

    /// <summary>A new key; the former one signs beside it for a day, and the one before that no more.</summary>
    public async Task<Result<KeptWebhook>> RenewKeyAsync(Actor actor, CancellationToken cancel)
    {
        if (await webhooks.FindAsync(actor.Agency, cancel) is not { } standing)
        {
            return await NoneAsync(actor.Agency, cancel);
        }

        var key = WebhookSignature.NewKey();
        return await StoreAsync(
            standing with
            {
                Key = key,
                Former = standing.Key,
                FormerUntil = clock.Now() + WebhookRules.Overlap,
                Actor = actor,
            },
            key,
            cancel);
    }

    public async Task<Result<KeptWebhook>> FindAsync(AgencyId agency, CancellationToken cancel) =>
        await webhooks.FindAsync(agency, cancel) is { } standing
            ? new KeptWebhook(standing, null)
            : await NoneAsync(agency, cancel);

    /// <summary>What waits to be delivered then is dropped.</summary>
    public async Task<Result<AgencyId>> RemoveAsync(AgencyId agency, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        await webhooks.RemoveAsync(agency, cancel);
        known.Invalidate(agency);
        return agency;
    }

    private async Task<Refusal> NoneAsync(AgencyId agency, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is null ? NotFound.Agency(agency) : NotFound.Webhook(agency);

    private async Task<KeptWebhook> StoreAsync(Webhook next, WebhookKey? key, CancellationToken cancel)
    {
        await webhooks.PutAsync(next, cancel);
        known.Invalidate(next.AgencyId);
        return new KeptWebhook(next, key);
    }
}
