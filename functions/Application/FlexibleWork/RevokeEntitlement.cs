using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.FlexibleWork;

/// <summary>Which entitlement to end, from which day on, and why.</summary>
public sealed record RevocationCommand(EntitlementKind Kind, LocalDate EntitlementFrom, LocalDate From, string Reason);

/// <summary>Ends a grant from a day on. Nothing is deleted: what was granted and why it ended stays readable.</summary>
public sealed class RevokeEntitlement(
    WriteEntitlement step, AgencyDirectory register, IEntitlements entitlements, TimeProvider clock)
{
    public async Task<Result<Entitlement>> ExecuteAsync(
        Actor actor,
        EmployeeId employee,
        RevocationCommand claim,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        if (await entitlements.FindAsync(agency, employee, claim.Kind, claim.EntitlementFrom, cancel) is not { } known)
        {
            return NotFound.Entitlement(claim.Kind, claim.EntitlementFrom);
        }

        var revocation = new Revocation(claim.From, claim.Reason, clock.Now()) { Actor = actor };
        return await step.WriteAsync(agency, known, EntitlementRules.Revoke(known.Value, revocation), cancel);
    }
}
