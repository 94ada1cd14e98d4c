using NetTopologySuite.Geometries;
using Position = Kinerja.Domain.Geofencing.Position;

namespace Kinerja.Domain.Tests.Geofencing;

/// <summary>
/// The oracle of probability: 100,000 true places thrown around the fix, counted by crossing numbers. It shares no code
/// and no projection with the rule: metres come from Vincenty's formula.
/// </summary>
internal static class MonteCarlo
{
    internal const int Throws = 100_000;

    private static readonly (double X, double Y)[] Errors = StandardErrors(new Random(20260401));

    internal static double Inside(MultiPolygon area, Position fix)
    {
        // 68% of a round Gaussian lie within accuracy = sigma × sqrt(−2 ln 0.32).
        var sigma = fix.AccuracyMetres / Math.Sqrt(-2 * Math.Log(0.32));
        var (latitude, longitude) = (fix.LatitudeDegrees, fix.LongitudeDegrees);
        var east = sigma * 0.001 / Vincenty.Metres(latitude, longitude, latitude, longitude + 0.001);
        var north = sigma * 0.001 / Vincenty.Metres(latitude, longitude, latitude + 0.001, longitude);
        var rings = area.Geometries.Cast<Polygon>().SelectMany(p => p.Holes.Prepend(p.Shell))
            .Select(r => r.Coordinates.Select(c => (X: c.X, Y: c.Y)).ToArray()).ToArray();
        var hits = 0;
        foreach (var (x, y) in Errors)
        {
            hits += Crossings(rings, longitude + (x * east), latitude + (y * north)) % 2;
        }

        return (double)hits / Throws;
    }

    private static int Crossings((double X, double Y)[][] rings, double x, double y)
    {
        var count = 0;
        foreach (var ring in rings)
        {
            for (var i = 1; i < ring.Length; i++)
            {
                var (a, b) = (ring[i - 1], ring[i]);
                count += (a.Y > y) != (b.Y > y) && x < a.X + ((y - a.Y) / (b.Y - a.Y) * (b.X - a.X)) ? 1 : 0;
            }
        }

        return count;
    }

    private static (double X, double Y)[] StandardErrors(Random random) =>
    [
        .. Enumerable.Range(0, Throws).Select(_ =>
        {
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            var angle = 2 * Math.PI * random.NextDouble();
            return (radius * Math.Cos(angle), radius * Math.Sin(angle));
        }),
    ];
}
