using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>
/// What each signal takes from a trust of 100. An agency's figures [U]; late sending and a missing signal take nothing.
/// </summary>
public sealed record TrustWeights(int MockLocation, int Attestation, int DeviceClock, int Accuracy)
{
    /// <summary>Of a clock that was off and corrected.</summary>
    public required int ClockCorrected { get; init; }
}

/// <summary>
/// How far a device's clock is believed, how old a check-in may be, what is expected of a day and what lowers trust. No
/// regulation fixes these figures: they are an agency's.
/// </summary>
public sealed record CheckInPolicy(string Version, Duration MostClockSkew, Duration MostAge, Duration SentLateAfter)
{
    /// <summary>
    /// A clock that is off by more than the skew and at most so much is corrected; of more nothing can be told.
    /// </summary>
    public required Duration MostClockCorrection { get; init; }

    /// <summary>
    /// Two: coming and leaving. Three with a mid-day record, as East Java asks (SE 800/1141/204/2026).
    /// </summary>
    public required int ExpectedPerDay { get; init; }

    /// <summary>
    /// When a mid-day record is expected, by the wall clock of the place of work; the end is excluded.
    /// </summary>
    public required LocalTime MidDayFrom { get; init; }

    public required LocalTime MidDayTo { get; init; }

    /// <summary>
    /// A check-in trusted less than this opens a review. As shipped, a mock flag or a failed attestation does.
    /// </summary>
    public required int ReviewBelowTrust { get; init; }

    public required TrustWeights Weights { get; init; }

    /// <summary>A radius below this many metres is more than phones can know: their best fixes say 1 to 3.</summary>
    public required double LeastAccuracyMetres { get; init; }

    /// <summary>A larger radius tells no place: it is kept and not judged. It bounds what judging costs.</summary>
    public required double MostUsableAccuracyMetres { get; init; }

    /// <summary>Whether a fix tells a place; the bound itself still does.</summary>
    public bool CanUse(Position position) => position.AccuracyMetres <= MostUsableAccuracyMetres;

    /// <summary>How often leaders together may ask one person for a proof of presence on one day; 0: never.</summary>
    public required int MostProofsPerDay { get; init; }

    public required SignalPolicy Signals { get; init; }

    public required SpotCheckRule SpotChecks { get; init; }
}
