using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application;

/// <summary>Geofences of an agency. Every change is a new version; no version is ever changed.</summary>
public sealed class KeepGeofences(IGeofences geofences, Register register)
{
    /// <summary>
    /// Adds the next version. <paramref name="read"/> makes the fence once its version is known. With
    /// <paramref name="expectedVersion"/> (If-Match) the current version must be that one.
    /// </summary>
    public async Task<Result<Geofence>> PutAsync(
        AgencyId agency,
        GeofenceId id,
        int? expectedVersion,
        Func<int, Result<Geofence>> read,
        CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return Unknown.Agency(agency);
        }

        // The number first: whoever writes after this takes it, and then either the check or the insert below fails.
        var next = await geofences.NextVersionAsync(agency, id, cancel);
        var current = await geofences.FindAsync(agency, id, cancel);
        if (expectedVersion is { } expected && current?.Version != expected)
        {
            return Stale(id, current);
        }

        if (!read(next).TryGet(out var fence, out var refusal))
        {
            return refusal;
        }

        if (current is not null && SameMeaning(current, fence))
        {
            return current;
        }

        if (!await geofences.AddVersionAsync(agency, fence, cancel))
        {
            return Stale(id, current);
        }

        register.Forget(agency);
        return fence;
    }

    public async Task<Result<Geofence>> FindAsync(AgencyId agency, GeofenceId id, CancellationToken cancel) =>
        await geofences.FindAsync(agency, id, cancel) is { } fence ? fence : Unknown.Geofence(id);

    public async Task<Result<Geofence>> WithdrawAsync(
        AgencyId agency,
        GeofenceId id,
        int? expectedVersion,
        CancellationToken cancel)
    {
        if (await geofences.FindAsync(agency, id, cancel) is not { } current)
        {
            return Unknown.Geofence(id);
        }

        if ((expectedVersion is { } expected && current.Version != expected)
            || !await geofences.WithdrawAsync(agency, current, cancel))
        {
            return Stale(id, current);
        }

        register.Forget(agency);
        return current;
    }

    /// <summary>A repeated PUT of what is in force adds no version.</summary>
    private static bool SameMeaning(Geofence current, Geofence next) =>
        current.Area.EqualsExact(next.Area)
        && current.Scope.Units.SequenceEqual(next.Scope.Units)
        && current.Scope.Employees.SequenceEqual(next.Scope.Employees)
        && current == next with { Version = current.Version, Area = current.Area, Scope = current.Scope };

    private static Refusal Stale(GeofenceId id, Geofence? current) => new(
        RefusalKind.Stale,
        RefusalCodes.StaleVersion,
        current is null ? $"Geofence {id} is not in force." : $"The current version of {id} is {current.Version}.");
}
