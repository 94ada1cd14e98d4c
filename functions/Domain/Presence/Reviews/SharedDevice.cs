using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Domain.Presence.Reviews;

/// <summary>
/// Several people who sent from one device on one day: a cloned phone (Kab. Bangka Selatan 2024), or a phone that was
/// lent. Check-ins that a superior assisted are left out. Each gets evidence of his own check-ins. Linear.
/// </summary>
public static class SharedDevice
{
    public static IEnumerable<Evidence> Find(IEnumerable<Sighting> sightings, SignalPolicy policy) => sightings
        .Where(s => s.DeviceId is not null && !s.IsAssisted)
        .GroupBy(s => (s.DeviceId, s.Date))
        .Select(same => same.ToLookup(s => s.EmployeeId))
        .Where(people => people.Count >= policy.PeopleOnDevice)
        .SelectMany(people => people.Select(person =>
            Evidence.Of(SignalKind.SharedDevice, person, new SignalFigures { People = people.Count })));
}
