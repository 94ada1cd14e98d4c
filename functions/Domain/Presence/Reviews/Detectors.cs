using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Domain.Presence.Reviews;

/// <summary>Everything that is looked for in an agency's month.</summary>
public static class Detectors
{
    public static IReadOnlyList<Evidence> FindAll(IReadOnlyList<Sighting> sightings, CheckInPolicy policy) =>
    [
        .. LowTrust.Find(sightings, policy),
        .. ImpossibleTravel.Find(sightings, policy.Signals),
        .. RepeatedCoordinates.Find(sightings, policy.Signals),
        .. SharedCoordinates.Find(sightings, policy.Signals),
        .. SharedDevice.Find(sightings, policy.Signals),
        .. ManyDevices.Find(sightings, policy.Signals),
        .. UntoldClock.Find(sightings),
        .. ManyAssisted.Find(sightings, policy.Signals),
    ];
}
