using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Reviews;

/// <summary>
/// What detectors look at of a check-in. The moment is null when it is the server's: then it says nothing of movement.
/// </summary>
public sealed record Sighting(
    EmployeeId EmployeeId,
    ClientId CheckInId,
    LocalDate Date,
    Instant? At,
    Position? Position,
    string? DeviceId,
    int Trust)
{
    /// <summary>Who helped, on a device that many use: neither its device nor its place says anything.</summary>
    public EmployeeId? AssistedById { get; init; }

    public bool IsAssisted => AssistedById is not null;

    /// <summary>Degrees to seven decimals, about a centimetre.</summary>
    private const double StepsPerDegree = 1e7;

    /// <summary>Steps of five decimals: an app that rounds gives equal coordinates to honest people.</summary>
    private const long RoundedSteps = 100;

    public static Sighting Of(CheckIn checkIn) => new(
        checkIn.Claim.EmployeeId,
        checkIn.Claim.Id,
        checkIn.WorkDate,
        checkIn.TimeSource == TimeSource.Server ? null : checkIn.TimeThatCounts,
        checkIn.UsablePosition,
        checkIn.Claim.DeviceId,
        checkIn.Trust)
    {
        AssistedById = checkIn.Claim.AssistedById,
    };

    /// <summary>
    /// The exact place to be compared; null when the fix is coarser than the policy compares, or rounded, or a shared
    /// device's.
    /// </summary>
    public (long Latitude, long Longitude)? ExactPlace(SignalPolicy policy)
    {
        if (IsAssisted || Position is not { } fix || fix.AccuracyMetres > policy.MostAccuracyMetres)
        {
            return null;
        }

        var place = (Steps(fix.LatitudeDegrees), Steps(fix.LongitudeDegrees));
        return place.Item1 % RoundedSteps == 0 && place.Item2 % RoundedSteps == 0 ? null : place;
    }

    private static long Steps(double degrees) => (long)Math.Round(degrees * StepsPerDegree);
}
