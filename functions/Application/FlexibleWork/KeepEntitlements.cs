using Kinerja.Application.Events;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Presence.Attendance;
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
    string Source,
    EmployeeId DecidedBy)
{
    public Entitlement At(EmployeeId employee, Instant now, Actor actor) =>
        new(employee, Kind, From, To, Start, DaysPerWeek, Source, now) { Actor = actor, DecidedBy = DecidedBy };
}

/// <summary>Which entitlement to end, from which day on, and why.</summary>
public sealed record RevocationCommand(EntitlementKind Kind, LocalDate EntitlementFrom, LocalDate From, string Reason);

/// <summary>
/// Grants, lists and revokes rewards. Nothing is deleted: what was granted and why it ended stays readable. A change
/// that reaches back marks the months of past days before it is written.
/// </summary>
public sealed class KeepEntitlements(
    AgencyDirectory register, GrantOfficials officials, IEntitlements entitlements, IStaleMonths dirty,
    OutboxPublisher tell, TimeProvider clock)
{
    /// <summary>By an official who may grant to that person; the app says who.</summary>
    public async Task<Result<Entitlement>> GrantAsync(
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
            : await GrantAsync(actor.Agency, claim.At(employee, clock.Now(), actor), cancel);
    }

    /// <summary>To a person whom the register knows.</summary>
    public async Task<Result<Entitlement>> GrantAsync(AgencyId agency, Entitlement asked, CancellationToken cancel)
    {
        var known = await entitlements.FindAsync(agency, asked.EmployeeId, asked.Kind, asked.From, cancel);
        return await WriteAsync(agency, known, EntitlementRules.Grant(asked, known?.Value), cancel);
    }

    public async Task<Result<Entitlement>> RevokeAsync(
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
        return await WriteAsync(agency, known, EntitlementRules.Revoke(known.Value, revocation), cancel);
    }

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

    private async Task<Result<Entitlement>> WriteAsync(
        AgencyId agency,
        Tagged<Entitlement>? known,
        Result<Entitlement> decided,
        CancellationToken cancel)
    {
        if (!decided.TryGet(out var next, out var refusal) || next == known?.Value)
        {
            return refusal is null ? next! : refusal;
        }

        foreach (var month in EntitlementRules.MonthsTouched(next, known?.Value, clock.Now()))
        {
            await dirty.MarkAsync(agency, next.EmployeeId, month, cancel);
        }

        var news = FollowUpEvents.Of(agency, next);
        if (!await entitlements.PutAsync(agency, next, known?.Tag, news, cancel))
        {
            return Refusal.Stale("Somebody else changed this entitlement meanwhile.");
        }

        await tell.SendAsync(agency, news, cancel);
        return next;
    }
}
