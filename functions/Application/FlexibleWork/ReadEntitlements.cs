using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;

namespace Kinerja.Application.FlexibleWork;

/// <summary>A person's grants, the ended ones too.</summary>
public sealed class ReadEntitlements(AgencyDirectory register, IEntitlements entitlements)
{
    public async Task<Result<IReadOnlyList<Entitlement>>> ListAsync(
        AgencyId agency, EmployeeId employee, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var found = await entitlements.ListAsync(agency, employee, cancel);
        return found.OrderBy(e => e.From).ThenBy(e => e.Kind).ToList();
    }
}
