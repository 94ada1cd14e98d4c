using System.Globalization;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Windows in which nobody can be late, since nobody could check in. Every change is a new version; before it is
/// written it marks the agency's months that it or the version before it touches.
/// </summary>
public sealed class KeepOutages(AgencyDirectory register, IOutages outages, IStaleMonths dirty, TimeProvider clock)
{
    public async Task<Result<OutageNotice>> PutAsync(
        Actor actor, OutageWindow window, VersionCondition? condition, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        if (await UnknownUnitAsync(agency, window, cancel) is { } unknown)
        {
            return unknown;
        }

        var current = await outages.FindAsync(agency, window.Id, cancel);
        var next = new OutageNotice(agency, (current?.Version ?? 0) + 1, window, Withdrawn: false, clock.Now())
        {
            Actor = actor,
        };
        return await SaveAsync(next, current, condition, cancel);
    }

    public async Task<Result<OutageNotice>> WithdrawAsync(
        Actor actor, ClientId id, VersionCondition? condition, CancellationToken cancel)
    {
        if (await outages.FindAsync(actor.Agency, id, cancel) is not { } current
            || (current.Withdrawn && condition?.Match is not { Any: false }))
        {
            return NotFound.Outage(id);
        }

        var next = current with
        {
            Version = current.Version + 1,
            Withdrawn = true,
            DeclaredAt = clock.Now(),
            Actor = actor,
        };
        return await SaveAsync(next, current, condition, cancel);
    }

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

    private async Task<Result<OutageNotice>> SaveAsync(
        OutageNotice next, OutageNotice? current, VersionCondition? condition, CancellationToken cancel)
    {
        if (current is not null && current.SaysTheSameAs(next))
        {
            return current;
        }

        if (condition?.Allows(current?.Version) == false)
        {
            return Stale(current);
        }

        foreach (var month in next.MonthsUntil(next.DeclaredAt).Union(current?.MonthsUntil(next.DeclaredAt) ?? []))
        {
            await dirty.MarkAllAsync(next.AgencyId, month, cancel);
        }

        return await outages.AddVersionAsync(next, cancel) ? next : Stale(current);
    }

    private async Task<Refusal?> UnknownUnitAsync(AgencyId agency, OutageWindow window, CancellationToken cancel)
    {
        foreach (var unit in window.Units)
        {
            if (await register.FindUnitAsync(agency, unit, cancel) is null)
            {
                return NotFound.Unit(unit);
            }
        }

        return null;
    }

    private static Refusal Stale(OutageNotice? current) =>
        Refusal.Stale($"The current version is {current?.Version ?? 0}.");
}
