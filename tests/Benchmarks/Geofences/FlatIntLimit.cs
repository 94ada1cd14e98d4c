using System.Runtime.Intrinsics;
using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;

namespace Kinerja.Benchmarks.Geofences;

/// <summary>
/// What the machine allows for small polygons: corners as 16-bit offsets of 1e-7 degree, a grid of 1,024 × 512 cells
/// with lists, eight edges at a time in exact whole numbers. A point on an edge may fall on either side.
/// </summary>
internal sealed class FlatIntLimit
{
    private const int Columns = 1024;
    private const int Rows = 512;
    private const double PerDegree = 1e7;

    private readonly int _west, _south, _columnWidth, _rowHeight;
    private readonly int[] _cells = new int[Columns * Rows];
    private readonly int[] _lists;
    private readonly int[] _boxWest, _boxSouth, _boxWidth, _boxHeight, _first, _count;
    private readonly short[] _ax, _ay, _bx, _by;

    public FlatIntLimit(IReadOnlyList<Geofence> fences)
    {
        var all = new Envelope();
        fences.ToList().ForEach(f => all.ExpandToInclude(f.Area.EnvelopeInternal));
        (_west, _south) = (Whole(all.MinX), Whole(all.MinY));
        (_columnWidth, _rowHeight) = (1 + (Whole(all.Width) / (Columns - 1)), 1 + (Whole(all.Height) / (Rows - 1)));
        var boxes = fences.Select(f => f.Area.EnvelopeInternal).ToArray();
        _boxWest = [.. boxes.Select(b => Whole(b.MinX))];
        _boxSouth = [.. boxes.Select(b => Whole(b.MinY))];
        _boxWidth = [.. boxes.Select(b => Whole(b.MaxX) - Whole(b.MinX))];
        _boxHeight = [.. boxes.Select(b => Whole(b.MaxY) - Whole(b.MinY))];
        (_first, _count) = (new int[fences.Count], new int[fences.Count]);
        List<short> ax = [], ay = [], bx = [], by = [];
        for (var i = 0; i < fences.Count; i++)
        {
            _first[i] = ax.Count;
            foreach (var (a, b) in Edges(fences[i].Area))
            {
                ax.Add((short)(Whole(a.X) - _boxWest[i]));
                ay.Add((short)(Whole(a.Y) - _boxSouth[i]));
                bx.Add((short)(Whole(b.X) - _boxWest[i]));
                by.Add((short)(Whole(b.Y) - _boxSouth[i]));
            }

            // Filled up with edges that are points: they cross nothing.
            for (; ax.Count % Vector128<short>.Count != 0; ax.Add(0), ay.Add(0), bx.Add(0), by.Add(0))
            {
            }

            _count[i] = ax.Count - _first[i];
        }

        (_ax, _ay, _bx, _by) = ([.. ax], [.. ay], [.. bx], [.. by]);
        _lists = Lists();
    }

    /// <summary>The lowest number of a fence that holds the point, or −1.</summary>
    public int Find(double longitude, double latitude)
    {
        var (x, y) = (Whole(longitude), Whole(latitude));
        var (column, row) = ((x - _west) / _columnWidth, (y - _south) / _rowHeight);
        if (x < _west || y < _south || column >= Columns || row >= Rows)
        {
            return -1;
        }

        var at = _cells[(row * Columns) + column];
        for (var end = at + 1 + _lists[at++]; at < end; at++)
        {
            var i = _lists[at];
            var (px, py) = (x - _boxWest[i], y - _boxSouth[i]);
            if ((uint)px <= (uint)_boxWidth[i] && (uint)py <= (uint)_boxHeight[i] && Holds(i, px, py))
            {
                return i;
            }
        }

        return -1;
    }

    private bool Holds(int fence, int px, int py)
    {
        var (x, y) = (Vector256.Create(px), Vector256.Create(py));
        var odd = 0;
        for (var i = _first[fence]; i < _first[fence] + _count[fence]; i += Vector256<int>.Count)
        {
            var (ax, ay, bx, by) = (Wide(_ax, i), Wide(_ay, i), Wide(_bx, i), Wide(_by, i));
            var straddles = Vector256.GreaterThan(ay, y) ^ Vector256.GreaterThan(by, y);
            var turn = ((bx - ax) * (y - ay)) - ((by - ay) * (x - ax));
            var left = Vector256.GreaterThan(turn, Vector256<int>.Zero) ^ Vector256.GreaterThan(ay, by);
            odd += System.Numerics.BitOperations.PopCount((straddles & left).ExtractMostSignificantBits());
        }

        return (odd & 1) != 0;
    }

    private static Vector256<int> Wide(short[] values, int at)
    {
        var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref values[0], (nuint)at));
        return Vector256.Create(low, high);
    }

    private int[] Lists()
    {
        var lists = new List<int>[Columns * Rows];
        for (var i = 0; i < _boxWest.Length; i++)
        {
            for (var row =
                (_boxSouth[i] - _south) / _rowHeight; row <= (_boxSouth[i]
                    + _boxHeight[i] - _south) / _rowHeight; row++)
            {
                for (var column = (_boxWest[i] - _west) / _columnWidth;
                    column <= (_boxWest[i] + _boxWidth[i] - _west) / _columnWidth;
                    column++)
                {
                    (lists[(row * Columns) + column] ??= []).Add(i);
                }
            }
        }

        var flat = new List<int> { 0 };
        for (var cell = 0; cell < lists.Length; cell++)
        {
            if (lists[cell] is { } list)
            {
                _cells[cell] = flat.Count;
                flat.Add(list.Count);
                flat.AddRange(list);
            }
        }

        return [.. flat];
    }

    private static IEnumerable<(Coordinate A, Coordinate B)> Edges(MultiPolygon area) => area.Geometries.Cast<Polygon>()
        .SelectMany(p => p.InteriorRings.Prepend(p.ExteriorRing))
        .SelectMany(ring => ring.Coordinates.Zip(ring.Coordinates.Skip(1)));

    private static int Whole(double degrees) => (int)Math.Round(degrees * PerDegree);
}
