using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Registers an agency or changes its name and zone; it joins in the quarter of its first registration.
/// </summary>
public sealed class RegisterAgency(IAgencies agencies, AgencyDirectory register, TimeProvider clock)
{
    public async Task<Agency> PutAsync(Agency agency, CancellationToken cancel)
    {
        var known = await agencies.FindAsync(agency.Id, cancel);
        var first = known?.FirstQuarter ?? Quarter.Of(clock.Now(), agency.Zone);
        var joined = agency with { FirstQuarter = first };
        await agencies.PutAsync(joined, cancel);
        register.Invalidate(agency.Id);
        return joined;
    }
}
