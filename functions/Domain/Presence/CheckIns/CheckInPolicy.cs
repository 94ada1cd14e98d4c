using NodaTime;

namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>What each signal takes from a trust of 100. An agency's figures [U]; late sending and a missing signal take nothing.</summary>
public sealed record TrustWeights(int MockLocation, int Attestation, int DeviceClock, int Accuracy)
{
    public static TrustWeights Default { get; } = new(60, 50, 20, 20);
}

/// <summary>
/// How far a device's clock is believed, how old a check-in may be, what is expected of a day and what lowers trust. No
/// regulation fixes these figures: they are an agency's, with the defaults stated here.
/// </summary>
public sealed record CheckInPolicy(string Version, Duration MostClockSkew, Duration MostAge, Duration SentLateAfter)
{
    public static CheckInPolicy Default { get; } = new(
        "check-in-2026.1",
        Duration.FromMinutes(5),
        Duration.FromDays(7),
        Duration.FromMinutes(15));

    /// <summary>Two: coming and leaving. Three with a mid-day record, as East Java asks (SE 800/1141/204/2026).</summary>
    public int ExpectedPerDay { get; init; } = 2;

    /// <summary>When a mid-day record is expected, by the wall clock of the place of work; the end is excluded.</summary>
    public LocalTime MidDayFrom { get; init; } = new(12, 0);

    public LocalTime MidDayTo { get; init; } = new(13, 0);

    /// <summary>A check-in trusted less than this opens a review. Of the defaults, a mock flag or a failed attestation does.</summary>
    public int ReviewBelowTrust { get; init; } = 60;

    public TrustWeights Weights { get; init; } = TrustWeights.Default;

    /// <summary>A radius below this many metres is more than phones can know: their best fixes say 1 to 3.</summary>
    public double LeastAccuracyMetres { get; init; } = 1;

    public SignalPolicy Signals { get; init; } = SignalPolicy.Default;

    public SpotCheckRule SpotChecks { get; init; } = SpotCheckRule.None;
}
