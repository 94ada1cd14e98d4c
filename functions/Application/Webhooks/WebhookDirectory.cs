using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Webhooks;

namespace Kinerja.Application.Webhooks;

/// <summary>
/// Which agencies are told, remembered per instance: it is asked with every event. Another instance's change is seen
/// after <see cref="AgencyDirectory.Lifetime"/>; a delivery itself reads the store.
/// </summary>
public sealed class WebhookDirectory(IWebhooks webhooks, TimeProvider clock)
{
    private readonly ReadThroughCache _known = new(AgencyDirectory.Lifetime, clock);

    internal async Task<bool> IsToldAsync(AgencyId agency, CancellationToken cancel) =>
        (await _known.GetAsync<Told>(
            agency, "", async stop => new Told(await webhooks.FindAsync(agency, stop) is not null), cancel))!.Is;

    internal void Invalidate(AgencyId agency) => _known.Invalidate(agency);

    private sealed record Told(bool Is);
}
