using NodaTime;

namespace Kinerja.Application;

/// <summary>The one way a use case learns the time.</summary>
internal static class ClockReading
{
    internal static Instant Now(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());
}
