using NetTopologySuite.Geometries;

namespace Kinerja.Benchmarks.Geofences;

/// <summary>
/// Administrative regions: ragged outlines on a loose grid over Indonesia, a few overlapping their neighbours.
/// </summary>
internal static class Regions
{
    private const int Columns = 30;
    private const double Width = 46.0 / Columns;
    private const double Height = 0.85;

    public static IEnumerable<MultiPolygon> Draw(RaggedRings dice, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var longitude = 95 + ((i % Columns + dice.Between(0.3, 0.7)) * Width);
            var latitude = -11 + ((i / Columns + dice.Between(0.3, 0.7)) * Height);
            var ring = dice.Ring(longitude, latitude, dice.Between(0.35, 0.65), Corners(dice));
            yield return new MultiPolygon([new Polygon(ring)]);
        }
    }

    /// <summary>500 to 5,000, the smaller ones more often: 1,800 on average.</summary>
    private static int Corners(RaggedRings dice) => 500 + (int)(4_500 * Math.Pow(dice.Dice.NextDouble(), 2.4));
}
