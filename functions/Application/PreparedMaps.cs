using System.Collections.Concurrent;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application;

/// <summary>
/// The prepared map of each agency. Reading the fences and building their index is dear, so the stamp is asked first:
/// while it is the same text, no fence has changed and the map of before is as good as a new one.
/// </summary>
internal sealed class PreparedMaps(IGeofences geofences)
{
    private readonly ConcurrentDictionary<AgencyId, (string Stamp, GeofenceMap Map)> _known = new();

    internal async Task<GeofenceMap> ReadAsync(AgencyId agency, CancellationToken cancel)
    {
        // The stamp before the fences: a change in between makes the map newer than its stamp, never older.
        var stamp = await geofences.StampAsync(agency, cancel);
        if (_known.TryGetValue(agency, out var known) && known.Stamp == stamp)
        {
            return known.Map;
        }

        var fences = await geofences.ListAsync(agency, cancel).ToListAsync(cancel);
        var map = new GeofenceMap(fences, day => Year2026.Calendar.Covers(day) && Year2026.Calendar.HolidayOn(day) is not null);
        _known[agency] = (stamp, map);
        return map;
    }
}
