using NodaTime;

namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>
/// How often the system asks for a proof of presence, and when: a chance in percent for each window of a day, how many
/// windows a day at the most, how long one stays open, and between which times of the wall clock. No rule fixes these
/// figures [U]; shipped is a chance of 0: nobody is asked until an agency decides so.
/// </summary>
public sealed record SpotCheckRule
{
    public required int ChancePercent { get; init; }

    public required int MostPerDay { get; init; }

    public required int WindowMinutes { get; init; }

    public required LocalTime From { get; init; }

    /// <summary>No window ends after it.</summary>
    public required LocalTime To { get; init; }
}

/// <summary>A time in which a proof of presence is asked for; the end is excluded.</summary>
public readonly record struct SpotCheckWindow(Instant Opens, Instant Closes);
