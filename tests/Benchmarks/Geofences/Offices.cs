using NetTopologySuite.Geometries;

namespace Kinerja.Benchmarks.Geofences;

/// <summary>Office buildings, ten to a town, on a grid wide enough that no two touch.</summary>
internal static class Offices
{
    private const int PerTown = 10;
    private const double SpacingMetres = 400;
    private const double MetresPerDegree = 111_320;

    public static IEnumerable<MultiPolygon> Draw(RaggedRings dice, int count)
    {
        var town = new Coordinate();
        for (var i = 0; i < count; i++)
        {
            var place = i % PerTown;
            town = place == 0 ? FenceWorkload.Anywhere(dice) : town;
            var spacing = SpacingMetres / MetresPerDegree;
            var centre = new Coordinate(town.X + (place % 4 * spacing), town.Y + (place / 4 * spacing));
            var shell = Ring(dice, centre, dice.Dice.Next(8, 41), 35, 65);
            LinearRing[] holes = i % 5 == 0 ? [Ring(dice, centre, 8, 8, 20)] : [];
            yield return new MultiPolygon([new Polygon(shell, holes)]);
        }
    }

    /// <summary>Corners by rising angle around the centre never cross each other.</summary>
    private static LinearRing Ring(
        RaggedRings dice, Coordinate centre, int corners, double leastMetres, double mostMetres)
    {
        var ring = new Coordinate[corners + 1];
        for (var i = 0; i < corners; i++)
        {
            var angle = (i + dice.Between(0.1, 0.9)) * Math.Tau / corners;
            var degrees = dice.Between(leastMetres, mostMetres) / MetresPerDegree;
            ring[i] = RaggedRings.Rounded(
                centre.X + (degrees * Math.Cos(angle)), centre.Y + (degrees * Math.Sin(angle)));
        }

        ring[corners] = ring[0];
        return new LinearRing(ring);
    }
}
