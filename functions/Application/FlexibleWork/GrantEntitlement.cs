using Kinerja.Application.FollowUp;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.FlexibleWork;

/// <summary>What somebody grants; when is the server's to say.</summary>
public sealed record EntitlementCommand(
    EntitlementKind Kind,
    LocalDate From,
    LocalDate To,
    LocalTime? Start,
    int? DaysPerWeek,
    int? DaysOff,
    string Source,
    EmployeeId DecidedBy)
{
    public Entitlement At(EmployeeId employee, Instant now, Actor actor) =>
        new(employee, Kind, From, To, Start, DaysPerWeek, Source, now)
        {
            Actor = actor,
            DecidedBy = DecidedBy,
            DaysOff = DaysOff,
        };
}

/// <summary>Grants a reward.</summary>
public sealed class GrantEntitlement(
    WriteEntitlement step, AgencyDirectory register, GrantOfficials officials, IEntitlements entitlements,
    TimeProvider clock)
{
    /// <summary>By an official who may grant to that person; the app says who.</summary>
    public async Task<Result<Entitlement>> ExecuteAsync(
        Actor actor,
        EmployeeId employee,
        EntitlementCommand claim,
        CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(actor.Agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var found = await officials.FindAsync(actor.Agency, claim.DecidedBy, cancel);
        if (!found.TryGet(out var official, out var unknown))
        {
            return unknown;
        }

        return await official.FaultOfAsync(employee, cancel) is { } fault
            ? fault
            : await ExecuteAsync(actor.Agency, claim.At(employee, clock.Now(), actor), cancel);
    }

    /// <summary>To a person whom the register knows.</summary>
    public async Task<Result<Entitlement>> ExecuteAsync(AgencyId agency, Entitlement asked, CancellationToken cancel)
    {
        var known = await entitlements.FindAsync(agency, asked.EmployeeId, asked.Kind, asked.From, cancel);
        return await step.WriteAsync(agency, known, EntitlementRules.Grant(asked, known?.Value), cancel);
    }
}
