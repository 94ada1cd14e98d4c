using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Domain.Presence.Reviews;

/// <summary>
/// One person who sent from several devices on one day. A new phone and an old one are two; three are asked about.
/// Linear.
/// </summary>
public static class ManyDevices
{
    public static IEnumerable<Evidence> Find(IEnumerable<Sighting> sightings, SignalPolicy policy) => sightings
        .Where(s => s.DeviceId is not null && !s.IsAssisted)
        .GroupBy(s => (s.EmployeeId, s.Date))
        .Select(day => (Seen: day, Devices: day.Select(s => s.DeviceId).Distinct().Count()))
        .Where(day => day.Devices >= policy.DevicesOfPerson)
        .Select(day => Evidence.Of(SignalKind.ManyDevices, day.Seen, new SignalFigures { Devices = day.Devices }));
}
