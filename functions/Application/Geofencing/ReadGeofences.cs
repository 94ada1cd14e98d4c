using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing;

/// <summary>Geofences of an agency in force, and every version of each.</summary>
public sealed class ReadGeofences(IGeofences geofences, AgencyDirectory register)
{
    public async Task<Result<Geofence>> FindAsync(AgencyId agency, GeofenceId id, CancellationToken cancel) =>
        await geofences.FindAsync(agency, id, cancel) is { } fence ? fence : NotFound.Geofence(id);

    public async Task<Result<Geofence>> FindVersionAsync(
        AgencyId agency,
        GeofenceId id,
        int version,
        CancellationToken cancel) =>
        await geofences.FindVersionAsync(agency, id, version, cancel) is { } fence
            ? fence
            : NotFound.GeofenceVersion(id, version);

    /// <summary>The fences in force, by id.</summary>
    public async Task<Result<IReadOnlyList<FenceSummary>>> ListAsync(AgencyId agency, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is null
            ? NotFound.Agency(agency)
            : await geofences.ListSummariesAsync(agency, cancel).ToListAsync(cancel);

    /// <summary>Oldest first, also of a fence that was withdrawn.</summary>
    public async Task<Result<IReadOnlyList<FenceSummary>>> ListVersionsAsync(
        AgencyId agency,
        GeofenceId id,
        CancellationToken cancel) =>
        await geofences.ListVersionsAsync(agency, id, cancel).ToListAsync(cancel) is { Count: > 0 } versions
            ? versions
            : NotFound.Geofence(id);
}
