using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>Declares a window in which nobody can be late, since nobody could check in, or changes it.</summary>
public sealed class DeclareOutage(WriteOutage step, AgencyDirectory register, IOutages outages, TimeProvider clock)
{
    public async Task<Result<OutageNotice>> ExecuteAsync(
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
        return await step.SaveAsync(next, current, condition, cancel);
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
}
