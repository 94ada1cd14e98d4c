using NetTopologySuite.Geometries;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// How much work the check for self-intersection would be. It compares edges whose bounding boxes meet: a few for each
/// edge of anything that stands in the world, but all with all for an aslant comb of hair-thin teeth, which would take
/// minutes. A sample of edges, counted against all, tells the two apart beforehand in linear time.
/// </summary>
internal static class EdgeCrowding
{
    private const double MostPairs = 2e6;
    private const int SampleSize = 256;

    /// <summary>Strides by the golden ratio visit the edges evenly and in no order that a drawing repeats.</summary>
    private const long Stride = 2654435761;

    internal static bool IsTooDense(MultiPolygon area)
    {
        var boxes = BoxesOf(area);
        // Even if all of them met all others, it would be little.
        if ((double)boxes.Length * boxes.Length / 2 <= MostPairs)
        {
            return false;
        }

        var met = 0L;
        for (var i = 0; i < SampleSize; i++)
        {
            var one = boxes[(int)(i * Stride % boxes.Length)];
            foreach (var other in boxes)
            {
                met += one.Meets(other) ? 1 : 0;
            }
        }

        return (double)met / SampleSize * boxes.Length / 2 > MostPairs;
    }

    private static Box[] BoxesOf(MultiPolygon area)
    {
        var boxes = new List<Box>(area.NumPoints);
        foreach (var polygon in area.Geometries.Cast<Polygon>())
        {
            foreach (var ring in polygon.Holes.Prepend(polygon.Shell))
            {
                var at = ring.Coordinates;
                for (var i = 1; i < at.Length; i++)
                {
                    boxes.Add(Box.Of(at[i - 1], at[i]));
                }
            }
        }

        return [.. boxes];
    }

    private readonly record struct Box(double West, double South, double East, double North)
    {
        internal static Box Of(Coordinate a, Coordinate b) =>
            new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));

        internal bool Meets(in Box other) =>
            West <= other.East && other.West <= East && South <= other.North && other.South <= North;
    }
}
