using System.Text.Json;
using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// A fence as it was sent: one once its version is known. Dear means that reading takes a processor for longer than
/// some milliseconds, and so takes a place in the <see cref="ExpensiveWorkLane"/>.
/// </summary>
public sealed record FenceDraft(bool IsDear, Func<int, CancellationToken, Result<Geofence>> Read)
{
    /// <param name="feature">As it was sent.</param>
    /// <param name="id">The fence that it is to be.</param>
    /// <param name="under">Where the feature stands in its document; pointers begin there.</param>
    /// <param name="cancel">Stops it.</param>
    public static FenceDraft Of(JsonElement feature, GeofenceId id, string under, CancellationToken cancel)
    {
        if (GeofenceReader.IsLong(feature))
        {
            return new FenceDraft(
                IsDear: true,
                (version, stop) => GeofenceReader.Read(feature, id, stop).Check(version, stop).Under(under));
        }

        var drawn = GeofenceReader.Read(feature, id, cancel);
        return new FenceDraft(drawn.IsDear(cancel), (version, stop) => drawn.Check(version, stop).Under(under));
    }

    /// <summary>Reads it here, or in the lane when it is dear, and makes of it what else takes long.</summary>
    internal Task<Result<T>> ReadAsync<T>(
        ExpensiveWorkLane lane,
        AgencyId agency,
        int version,
        Func<Geofence, T> make,
        CancellationToken cancel)
        where T : notnull
    {
        Result<T> ReadIt(CancellationToken stop) => Read(version, stop).Then<T>(fence => make(fence));
        return IsDear ? lane.RunAsync(agency, ReadIt, cancel) : Task.FromResult(ReadIt(cancel));
    }
}
