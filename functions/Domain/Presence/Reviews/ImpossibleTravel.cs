using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Presence.Reviews;

/// <summary>
/// One person at two places with too little time between: neighbours in time, farther apart than both fixes' errors,
/// the policy's least way and its speed explain. Moments that are the server's are left out. n log n.
/// </summary>
public static class ImpossibleTravel
{
    private const double EarthMetres = 6_371_008.8;

    public static IEnumerable<Evidence> Find(IEnumerable<Sighting> sightings, SignalPolicy policy) => sightings
        .Where(s => s is { At: not null, Position: not null })
        .GroupBy(s => s.EmployeeId)
        .SelectMany(person => OfPerson(person.OrderBy(s => s.At).ThenBy(s => s.CheckInId), policy));

    private static IEnumerable<Evidence> OfPerson(IEnumerable<Sighting> inOrder, SignalPolicy policy)
    {
        Sighting? before = null;
        foreach (var now in inOrder)
        {
            if (before is not null && Between(before, now, policy) is { } evidence)
            {
                yield return evidence;
            }

            before = now;
        }
    }

    private static Evidence? Between(Sighting before, Sighting now, SignalPolicy policy)
    {
        var (from, to) = (before.Position!.Value, now.Position!.Value);
        var time = now.At!.Value - before.At!.Value;
        var kilometres = (Metres(from, to) - from.AccuracyMetres - to.AccuracyMetres) / 1000;
        return kilometres >= policy.LeastTravelKilometres && kilometres > policy.MostKilometresPerHour * time.TotalHours
            ? Evidence.Of(SignalKind.ImpossibleTravel, [before, now], FiguresOf(kilometres, time))
            : null;
    }

    private static SignalFigures FiguresOf(double kilometres, Duration time) =>
        new() { Kilometres = Math.Round(kilometres, 1), Minutes = Math.Round(time.TotalMinutes, 1) };

    /// <summary>
    /// Great circle on a sphere: within 0.6% of the ellipsoid, which at these speeds decides nothing.
    /// </summary>
    private static double Metres(Position from, Position to)
    {
        var (a, b) = (double.DegreesToRadians(from.LatitudeDegrees), double.DegreesToRadians(to.LatitudeDegrees));
        var over = double.DegreesToRadians(to.LongitudeDegrees - from.LongitudeDegrees);
        var half = Square(Math.Sin((b - a) / 2)) + (Math.Cos(a) * Math.Cos(b) * Square(Math.Sin(over / 2)));
        return 2 * EarthMetres * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double Square(double value) => value * value;
}
