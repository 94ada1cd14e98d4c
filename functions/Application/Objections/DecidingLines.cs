using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Objections;

/// <summary>Who may decide an objection by the register of today.</summary>
internal static class DecidingLines
{
    internal static async Task<DecidingLine> FindAsync(
        AgencyDirectory register, AgencyId agency, Objection objection, CancellationToken cancel)
    {
        var superior = (await register.FindEmployeeAsync(agency, objection.RaterId, cancel))?.RaterId;
        var above = await register.FindEmployeeAsync(agency, superior ?? objection.SuperiorId, cancel);
        return new(superior, above?.RaterId);
    }
}
