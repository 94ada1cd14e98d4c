using NodaTime;

namespace Kinerja.Domain.Presence;

/// <summary>
/// How far a device's clock is believed and how old a check-in may be. No regulation fixes these figures: they are an
/// agency's, with the defaults stated here.
/// </summary>
public sealed record CheckInPolicy(string Version, Duration MostClockSkew, Duration MostAge, Duration SentLateAfter)
{
    public static CheckInPolicy Default { get; } = new(
        "check-in-2026.1",
        Duration.FromMinutes(5),
        Duration.FromDays(7),
        Duration.FromMinutes(15));
}
