using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Domain.Presence.Reviews;

/// <summary>Check-ins that by what they say of themselves are trusted less than the policy lets pass. Linear.</summary>
public static class LowTrust
{
    public static IEnumerable<Evidence> Find(IEnumerable<Sighting> sightings, CheckInPolicy policy) => sightings
        .Where(s => s.Trust < policy.ReviewBelowTrust)
        .Select(s => Evidence.Of(SignalKind.LowTrust, [s], new SignalFigures { Trust = s.Trust }));
}
