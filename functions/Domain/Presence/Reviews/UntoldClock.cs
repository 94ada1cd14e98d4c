namespace Kinerja.Domain.Presence.Reviews;

/// <summary>
/// Check-ins that count at their receipt, since nothing tells how far the device's clock was off: the true time is for
/// a superior to find. Linear.
/// </summary>
public static class UntoldClock
{
    public static IEnumerable<Evidence> Find(IEnumerable<Sighting> sightings) => sightings
        .Where(s => s.At is null)
        .Select(s => Evidence.Of(SignalKind.UntoldClock, [s], new SignalFigures()));
}
