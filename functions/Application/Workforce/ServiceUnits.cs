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
        var seen = new HashSet<UnitId>();
        for (var next = unit; next is not null && seen.Add(next.Id);)
        {
            if (next.DirectService)
            {
                return unit with { DirectService = true };
            }

            next = next.ParentId is { } above ? await register.FindUnitAsync(agency, above, date, cancel) : null;
        }

        return unit;
    }
}
