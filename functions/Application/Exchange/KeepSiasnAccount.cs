using Kinerja.Application.Webhooks;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Exchange;

namespace Kinerja.Application.Exchange;

/// <summary>Where an agency's final results go, and as whom.</summary>
public sealed class KeepSiasnAccount(
    AgencyDirectory register, ISiasnResults siasn, PlanSending plan, WebhookSettings settings, TimeProvider clock)
{
    /// <summary>
    /// Secrets may be left out where they are known for the same servers: they are never sent to others. What waits is
    /// tried again with what was given.
    /// </summary>
    public async Task<Result<SiasnAccount>> PutAsync(
        Actor actor, SiasnAccountCommand asked, VersionCondition? condition, CancellationToken cancel)
    {
        if (!WebhookAddress.Parse(asked.Url, settings.AllowLocal).TryGet(out var url, out var refusal)
            || !WebhookAddress.Parse(asked.TokenUrl, settings.AllowLocal, "/tokenUrl")
                .TryGet(out var tokenUrl, out refusal))
        {
            return refusal;
        }

        if (await register.FindAgencyAsync(actor.Agency, cancel) is null)
        {
            return NotFound.Agency(actor.Agency);
        }

        while (true)
        {
            var standing = await siasn.FindAccountAsync(actor.Agency, cancel);
            if (condition?.Allows(standing?.Value.Version) == false)
            {
                return Refusal.Stale($"The account is version {standing?.Value.Version ?? 0}.");
            }

            var known = standing?.Value is { } one && one.IsAt(url, tokenUrl) ? one.Credentials : null;
            if (!Credentials(asked, known).TryGet(out var credentials, out refusal))
            {
                return refusal;
            }

            var next = new SiasnAccount(
                actor.Agency, (standing?.Value.Version ?? 0) + 1, url, tokenUrl, credentials, asked.Enabled,
                asked.Mapping, clock.Now())
            {
                Actor = actor,
            };
            var same = standing?.Value is { Problem: null } stands && stands.Says(next);
            if (same || await siasn.PutAccountAsync(next, standing?.Tag, cancel))
            {
                var holds = same ? standing!.Value : next;
                if (holds.Enabled)
                {
                    await plan.ResumeAsync(actor.Agency, cancel);
                }

                return holds;
            }
        }
    }

    public async Task<Result<SiasnAccount>> FindAsync(AgencyId agency, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is null ? NotFound.Agency(agency)
        : await siasn.FindAccountAsync(agency, cancel) is { } standing ? standing.Value
        : NotFound.SiasnAccount(agency);

    /// <summary>What waits to be sent then is dropped; what was sent stays readable.</summary>
    public async Task<Result<AgencyId>> RemoveAsync(AgencyId agency, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        await siasn.RemoveAccountAsync(agency, cancel);
        return agency;
    }

    private static Result<SiasnCredentials> Credentials(SiasnAccountCommand asked, SiasnCredentials? known)
    {
        const string Expected = "Expected with the first address on a server.";
        return (asked.ClientSecret ?? known?.ClientSecret) is not { } secret
            ? Refusal.Malformed("/clientSecret", Expected)
            : (asked.SignOn ?? known?.SignOn) is not { } signOn
                ? Refusal.Malformed("/signOn", Expected)
            : new SiasnCredentials(asked.ClientId, secret, signOn);
    }
}
