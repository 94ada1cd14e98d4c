using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Domain.Presence.Reviews;

/// <summary>
/// One person at the very same centimetre day after day, by fixes that claim to be good: a real one moves by metres.
/// One's own desk is nothing of the kind. Linear.
/// </summary>
public static class RepeatedCoordinates
{
    public static IEnumerable<Evidence> Find(IEnumerable<Sighting> sightings, SignalPolicy policy) => sightings
        .Where(s => s.ExactPlace(policy) is not null)
        .GroupBy(s => (s.EmployeeId, s.ExactPlace(policy)))
        .Select(same => (Seen: same, Days: same.Select(s => s.Date).Distinct().Count()))
        .Where(same => same.Days >= policy.RepeatedDays)
        .Select(same => Evidence.Of(SignalKind.RepeatedCoordinates, same.Seen, new SignalFigures { Days = same.Days }));
}
