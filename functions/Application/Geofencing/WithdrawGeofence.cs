using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// Puts a fence out of force. Its versions stay readable, and verdicts keep the one they were made with.
/// </summary>
public sealed class WithdrawGeofence(IGeofences geofences, AgencyDirectory register)
{
    public async Task<Result<StandingFence>> ExecuteAsync(
        Actor actor,
        GeofenceId id,
        VersionCondition? condition,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await geofences.FindStandingAsync(agency, id, cancel) is not { Withdrawn: false } standing)
        {
            return NotFound.Geofence(id);
        }

        if (condition?.Allows(standing.Version) == false
            || !await geofences.WithdrawAsync(agency, id, standing with { Actor = actor }, cancel))
        {
            return PublishGeofence.Stale(id, standing);
        }

        register.Invalidate(agency);
        return standing;
    }
}
