using System.Collections.Concurrent;
using System.Collections.Frozen;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// The prepared map of each agency. Reading the fences and building their index is dear, so the stamp is asked first:
/// while it is the same text and the same calendars hold, the map of before is as good as a new one. Of a changed one,
/// areas that stayed the same are not prepared again. Large maps are built one after the other, apart from other dear
/// work, since check-ins wait for them.
/// </summary>
internal sealed class PreparedMaps(IGeofences geofences)
{
    /// <summary>What is prepared in some milliseconds.</summary>
    private const int MostCheapVertices = 20_000;

    /// <summary>Nobody is sent away from here: an agency builds one map at a time.</summary>
    private static readonly ExpensiveWorkLane Lane = new(
        Math.Max(1, Environment.ProcessorCount / 2), mostWaiting: int.MaxValue, mostOfAgency: int.MaxValue);

    private readonly ConcurrentDictionary<AgencyId, (string Stamp, GeofenceMap Map)> _known = new();

    /// <param name="agency">Whose fences.</param>
    /// <param name="calendars">The agency's, by which fences are out of force on holidays.</param>
    /// <param name="cancel">Stops it.</param>
    internal async Task<GeofenceMap> ReadAsync(
        AgencyId agency, PolicyTimeline<WorkCalendar> calendars, CancellationToken cancel)
    {
        // The stamp before the fences: a change in between makes the map newer than its stamp, never older.
        var stamp = $"{await geofences.StampAsync(agency, cancel)} {VersionsOf(calendars)}";
        if (_known.TryGetValue(agency, out var known) && known.Stamp == stamp)
        {
            return known.Map;
        }

        var holidays = HolidaysOf(calendars);
        var fences = await geofences.ListAsync(agency, cancel).ToListAsync(cancel);
        Result<GeofenceMap> Build(CancellationToken stop) => new GeofenceMap(fences, holidays.Contains, known.Map);
        var map = fences.Sum(fence => (long)fence.Area.NumPoints) > MostCheapVertices
            ? (await Lane.RunAsync(agency, Build, cancel)).Value
            : Build(cancel).Value;
        _known[agency] = (stamp, map);
        return map;
    }

    /// <summary>Each document's own days off, until the next one holds. A year without a calendar has none.</summary>
    private static FrozenSet<LocalDate> HolidaysOf(PolicyTimeline<WorkCalendar> calendars) => calendars.Documents
        .SelectMany(d => d.Value.DaysOff.Where(day => calendars.Find(day) == d))
        .ToFrozenSet();

    private static string VersionsOf(PolicyTimeline<WorkCalendar> calendars) =>
        string.Join(' ', calendars.Documents.Select(d => d.Value.Version));
}
