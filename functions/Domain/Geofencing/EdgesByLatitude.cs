using System.Numerics;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index;
using NetTopologySuite.Index.IntervalRTree;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// How many edges of some rings a search for a point by its latitude looks at, without looking at them.
/// </summary>
internal sealed class EdgesByLatitude
{
    private readonly SortedPackedIntervalRTree<(Coordinate From, Coordinate To)> _tree = new();
    private readonly double[] _lows;
    private readonly double[] _highs;

    internal EdgesByLatitude(params ReadOnlySpan<LinearRing> rings)
    {
        var (lows, highs) = (new List<double>(), new List<double>());
        foreach (var ring in rings)
        {
            var at = ring.Coordinates;
            for (var i = 1; i < at.Length; i++)
            {
                lows.Add(Math.Min(at[i - 1].Y, at[i].Y));
                highs.Add(Math.Max(at[i - 1].Y, at[i].Y));
                _tree.Insert(lows[^1], highs[^1], (at[i - 1], at[i]));
            }
        }

        (_lows, _highs) = ([.. lows], [.. highs]);
        Array.Sort(_lows);
        Array.Sort(_highs);
    }

    /// <summary>
    /// Nodes and edges of an interval tree that a search looks at: on each level those above an edge at this
    /// latitude, and at most one more, whose edges lie on both sides of it; of each both children.
    /// </summary>
    internal long Visits(Coordinate point)
    {
        var levels = BitOperations.Log2((uint)_lows.Length) + 2;
        return Math.Min(2L * _lows.Length, 2L * (EdgesAt(point.Y) + 1) * levels);
    }

    /// <summary>Whether an edge's box holds the point; false: it lies on none.</summary>
    internal bool MayTouch(Coordinate point)
    {
        var visitor = new BoxVisitor(point);
        _tree.Query(point.Y, point.Y, visitor);
        return visitor.Found;
    }

    private int EdgesAt(double latitude) =>
        CountBelow(_lows, Math.BitIncrement(latitude)) - CountBelow(_highs, latitude);

    private static int CountBelow(double[] sorted, double value)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = sorted[middle] < value ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private sealed class BoxVisitor(Coordinate point) : IItemVisitor<(Coordinate From, Coordinate To)>
    {
        internal bool Found { get; private set; }

        public void VisitItem((Coordinate From, Coordinate To) item) =>
            Found |= Envelope.Intersects(item.From, item.To, point);
    }
}
