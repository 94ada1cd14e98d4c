using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>Direct service holds for the units below too: a counter's teams serve at the counter.</summary>
internal static class ServiceUnits
{
    /// <summary>
    /// The unit, in direct service where it or any unit above it is. Ends where a register goes round.
    /// </summary>
    internal static async Task<OrganisationUnit> WithServiceAsync(
        this AgencyDirectory register, AgencyId agency, OrganisationUnit unit, LocalDate date, CancellationToken cancel)
    {
        var above = Ascent.FromAsync(
            unit.ParentId, id => register.FindUnitAsync(agency, id, date, cancel), found => found.ParentId);
        return unit.DirectService || !await above.AnyAsync(one => one.Found is { DirectService: true }, cancel)
            ? unit
            : unit with { DirectService = true };
    }
}
