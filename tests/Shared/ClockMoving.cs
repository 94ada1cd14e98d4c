using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Kinerja.Shared;

/// <summary>A test's clock in the terms of the code under test. It goes forward only: an earlier time throws.</summary>
public static class ClockMoving
{
    public static FakeTimeProvider ClockAt(this Instant start) => new(start.ToDateTimeOffset());

    public static void MoveTo(this FakeTimeProvider clock, Instant time) => clock.SetUtcNow(time.ToDateTimeOffset());

    public static void Advance(this FakeTimeProvider clock, Duration by) => clock.Advance(by.ToTimeSpan());
}
