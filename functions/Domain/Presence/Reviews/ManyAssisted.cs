using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Domain.Presence.Reviews;

/// <summary>
/// One helper whose name stands under many people's check-ins of one day. It is shown to the helper's own superior, as
/// a thing of the day: deciding it touches nobody's check-in. Who was assisted is not suspected of anything. Linear.
/// </summary>
public static class ManyAssisted
{
    public static IEnumerable<Evidence> Find(IEnumerable<Sighting> sightings, SignalPolicy policy) => sightings
        .Where(s => s.IsAssisted)
        .GroupBy(s => (Helper: s.AssistedById!.Value, s.Date))
        .Select(day => (day.Key, People: day.Select(s => s.EmployeeId).Distinct().Count()))
        .Where(day => day.People >= policy.PeopleAssisted)
        .Select(day => new Evidence(
            day.Key.Helper, SignalKind.ManyAssisted, day.Key.Date, [], new SignalFigures { People = day.People }));
}
