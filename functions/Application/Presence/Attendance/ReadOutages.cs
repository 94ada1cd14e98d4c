using System.Globalization;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>An agency's outage windows.</summary>
public sealed class ReadOutages(AgencyDirectory register, IOutages outages)
{
    /// <summary>The current version of each by its begin, the withdrawn ones too.</summary>
    public async Task<Result<ListPage<OutageNotice>>> ListAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var found = await outages.ListAsync(agency, cancel).ToListAsync(cancel);
        return found.After(after, most, o => string.Create(
            CultureInfo.InvariantCulture, $"{o.Window.From.ToUnixTimeTicks():D20}_{o.Window.Id}"));
    }
}
