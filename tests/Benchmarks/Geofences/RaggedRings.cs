using NetTopologySuite.Geometries;

namespace Kinerja.Benchmarks.Geofences;

/// <summary>
/// Coast-like rings around a centre: the radius by midpoint displacement over the angle, so that no ring crosses
/// itself; corners rounded to 7 decimals, as maps are exchanged. Seeded: the same on every machine.
/// </summary>
internal sealed class RaggedRings(int seed)
{
    private const int Fineness = 16_384;
    private const double LeastShare = 0.45;

    private readonly double[] _shares = new double[Fineness + 1];

    public Random Dice { get; } = new(seed);

    public double Between(double least, double most) => least + (Dice.NextDouble() * (most - least));

    /// <summary>No corner is nearer to the centre than 0.45 of the radius, none farther than the radius.</summary>
    public LinearRing Ring(double longitude, double latitude, double radius, int corners)
    {
        Roughen();
        var ring = new Coordinate[corners + 1];
        for (var i = 0; i < corners; i++)
        {
            var angle = i * Math.Tau / corners;
            var away = radius * _shares[(int)((long)i * Fineness / corners)];
            ring[i] = Rounded(longitude + (away * Math.Cos(angle)), latitude + (away * Math.Sin(angle)));
        }

        ring[corners] = ring[0];
        return new LinearRing(ring);
    }

    public static Coordinate Rounded(double x, double y) => new(Math.Round(x, 7), Math.Round(y, 7));

    private void Roughen()
    {
        _shares[0] = _shares[Fineness] = 0.72;
        var swing = 0.25;
        for (var step = Fineness; step > 1; step /= 2, swing *= 0.6)
        {
            for (var at = 0; at < Fineness; at += step)
            {
                var middle = (_shares[at] + _shares[at + step]) / 2;
                _shares[at + (step / 2)] = Math.Clamp(middle + Between(-swing, swing), LeastShare, 1);
            }
        }
    }
}
