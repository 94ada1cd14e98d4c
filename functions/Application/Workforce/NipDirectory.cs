using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Whose a NIP is in an agency, remembered per instance under the NIP's hash. A NIP never changes hands, so that
/// nothing has to be forgotten after a write.
/// </summary>
public sealed class NipDirectory(IIdentities identities, NipLookupKey key, TimeProvider clock)
{
    private readonly ReadThroughCache _known = new(AgencyDirectory.Lifetime, clock);

    public async Task<EmployeeId?> FindAsync(AgencyId agency, Nip nip, CancellationToken cancel)
    {
        var hash = key.HashOf(nip);
        var owner = await _known.GetAsync(
            agency,
            hash.Text,
            async stop => await identities.FindAsync(agency, hash, stop) is { } id ? new Owner(id) : null,
            cancel);
        return owner?.Id;
    }

    /// <summary>The person's surrogate id; a NIP that nobody has is a refusal.</summary>
    public async Task<Result<EmployeeId>> LookUpAsync(AgencyId agency, Nip nip, CancellationToken cancel) =>
        await FindAsync(agency, nip, cancel) is { } id ? id : NotFound.Nip();

    private sealed record Owner(EmployeeId Id);
}
