using NetTopologySuite.Geometries;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// All rings of one fence in two flat arrays, closed, shells counter-clockwise and holes clockwise, so that the inside
/// lies to the left of every edge. Edge i runs from vertex i to vertex i + 1. A NaN parts two rings and fills the end:
/// whatever is computed with it compares false, so an edge that is none never counts, and nobody has to ask.
/// </summary>
internal sealed class FenceVertices
{
    /// <summary>How many edges a group has: what one step of a walk looks at.</summary>
    internal const int GroupSize = 8;

    private FenceVertices(double[] longitudes, double[] latitudes, int groups)
    {
        Longitudes = longitudes;
        Latitudes = latitudes;
        Groups = groups;
    }

    internal double[] Longitudes { get; }

    internal double[] Latitudes { get; }

    /// <summary>Group g has the edges from GroupSize × g on.</summary>
    internal int Groups { get; }

    internal static FenceVertices Of(MultiPolygon area)
    {
        // One NaN after each ring, and room for a whole group after the last edge.
        var most = area.NumPoints + area.Geometries.Cast<Polygon>().Sum(p => p.NumInteriorRings + 1);
        var groups = (most + GroupSize - 1) / GroupSize;
        var (longitudes, latitudes) = (new double[(groups + 1) * GroupSize], new double[(groups + 1) * GroupSize]);
        Array.Fill(longitudes, double.NaN);
        Array.Fill(latitudes, double.NaN);
        var at = 0;
        foreach (var polygon in area.Geometries.Cast<Polygon>())
        {
            Write((LinearRing)polygon.ExteriorRing, counterClockwise: true);
            foreach (var hole in polygon.InteriorRings)
            {
                Write((LinearRing)hole, counterClockwise: false);
            }
        }

        return new(longitudes, latitudes, groups);

        void Write(LinearRing ring, bool counterClockwise)
        {
            var turned = ring.IsCCW != counterClockwise;
            var points = ring.CoordinateSequence;
            for (var i = 0; i < points.Count; i++)
            {
                var from = turned ? points.Count - 1 - i : i;
                (longitudes[at], latitudes[at]) = (points.GetX(from), points.GetY(from));
                at++;
            }

            at++;
        }
    }

    /// <summary>The box of a group's edges; empty for a group without any.</summary>
    internal Box BoxOf(int group)
    {
        var box = Box.Empty;
        var first = group * GroupSize;
        for (var i = first; i < first + GroupSize; i++)
        {
            var (ax, ay, bx, by) = (Longitudes[i], Latitudes[i], Longitudes[i + 1], Latitudes[i + 1]);
            if (!double.IsNaN(ax) && !double.IsNaN(bx))
            {
                box = box.And(new(Math.Min(ax, bx), Math.Min(ay, by), Math.Max(ax, bx), Math.Max(ay, by)));
            }
        }

        return box;
    }
}
