using System.Runtime.Intrinsics;
using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;

namespace Kinerja.Benchmarks.Geofences;

/// <summary>
/// What the machine allows, for comparison only: one grid over all fences, each cell out, in one fence, or a list of
/// edges to test; doubles, half-open parity, four edges at a time. A point on an edge may fall on either side, two
/// fences over one cell are told apart by testing both, and no scope, no time, no distance exist.
/// </summary>
internal sealed class FlatGridLimit
{
    private const int LeastSide = 256;

    private readonly double _west, _south, _east, _north, _perColumn, _perRow;
    private readonly int _columns, _rows;

    /// <summary>
    /// −1 out; 0 and more the fence that holds the whole cell; below −1 the complement of where its entries start, less
    /// one.
    /// </summary>
    private readonly int[] _cells;

    /// <summary>Count of fences, then of each: fence, odd bit, first edge, edge count.</summary>
    private readonly int[] _entries;
    private readonly double[] _ax, _ay, _by, _slope;

    public FlatGridLimit(IReadOnlyList<Geofence> fences)
    {
        var all = new Envelope();
        foreach (var fence in fences)
        {
            all.ExpandToInclude(fence.Area.EnvelopeInternal);
        }

        (_west, _south, _east, _north) = (all.MinX, all.MinY, all.MaxX, all.MaxY);
        var edges = fences.Sum(f => f.Area.NumPoints);
        var cells = Math.Max(LeastSide * LeastSide, 2.0 * edges);
        _columns = (int)Math.Sqrt(cells * all.Width / all.Height);
        _rows = (int)(cells / _columns);
        (_perColumn, _perRow) = (_columns / all.Width, _rows / all.Height);
        var build = new FlatGridBuild(fences, _columns, _rows, all);
        (_cells, _entries) = (build.Cells, [.. build.Entries]);
        (_ax, _ay, _by, _slope) = (Padded(build.Ax), Padded(build.Ay), Padded(build.By), Padded(build.Slope));
    }

    /// <summary>The lowest number of a fence that holds the point, or −1.</summary>
    public int Find(double x, double y)
    {
        if (x < _west || x > _east || y < _south || y > _north)
        {
            return -1;
        }

        var column = Math.Min((int)((x - _west) * _perColumn), _columns - 1);
        var row = Math.Min((int)((y - _south) * _perRow), _rows - 1);
        var code = _cells[(row * _columns) + column];
        return code >= -1 ? code : Test(~code - 1, x, y);
    }

    private int Test(int at, double x, double y)
    {
        for (var left = _entries[at++]; left > 0; left--, at += 4)
        {
            var odd = _entries[at + 1];
            var end = _entries[at + 2] + _entries[at + 3];
            for (var i = _entries[at + 2]; i < end; i += Vector256<double>.Count)
            {
                var py = Vector256.Create(y);
                var ay = Vector256.LoadUnsafe(ref _ay[0], (nuint)i);
                var straddles = Vector256.GreaterThan(
                    ay, py) ^ Vector256.GreaterThan(Vector256.LoadUnsafe(ref _by[0], (nuint)i), py);
                var crossing = Vector256.LoadUnsafe(
                    ref _ax[0], (nuint)i) + ((py - ay) * Vector256.LoadUnsafe(ref _slope[0], (nuint)i));
                var right = straddles & Vector256.GreaterThan(crossing, Vector256.Create(x));
                odd += System.Numerics.BitOperations.PopCount(
                    right.ExtractMostSignificantBits() & ((1u << Math.Min(4, end - i)) - 1));
            }

            if ((odd & 1) != 0)
            {
                return _entries[at];
            }
        }

        return -1;
    }

    private static double[] Padded(List<double> values) => [.. values, 0, 0, 0, 0];
}
