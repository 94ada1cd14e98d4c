using NodaTime;

namespace Kinerja.Application.Tests;

/// <summary>Time that stands still until a test moves it, for both of its faces: the wall and the stopwatch.</summary>
internal sealed class ManualClock(Instant start) : TimeProvider
{
    internal Instant Now { get; set; } = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public override long GetTimestamp() => Now.ToUnixTimeTicks();

    internal void Advance(Duration by) => Now += by;
}
