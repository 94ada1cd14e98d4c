namespace Kinerja.Domain.Geofencing;

/// <summary>
/// Lays a fence's edges into the cells that they cross and counts, once, what the paths of a cell cross elsewhere.
/// </summary>
internal sealed class ContainmentGridBuilder
{
    private const int LeastCells = 16;
    private const double CellsPerEdge = 2;

    /// <summary>
    /// Cells that an edge crosses, on the average; with more of them the cells become larger instead.
    /// </summary>
    private const int MostEntriesPerEdge = 16;

    /// <summary>
    /// Where an edge crosses a border is known to a few roundings; cells within this much of it get it too.
    /// </summary>
    private const double MarginDegrees = 1e-13;
    private const double MarginCells = 1e-6;

    private readonly Box _box;
    private readonly CellFrame _frame;
    private readonly FenceVertices _vertices;
    private readonly double _margin;

    /// <summary>
    /// Odd when the cell's path crosses an odd number of edges below the cell, those in the cell left out.
    /// </summary>
    private readonly byte[] _odd;

    /// <summary>A crossing of the east border that every cell of the column above it sees.</summary>
    private readonly byte[] _crossings;

    /// <summary>Each cell's latest run, or 0.</summary>
    private readonly int[] _latest;
    private (int First, int Count, int Before)[] _runs;
    private int _runCount = 1;

    private ContainmentGridBuilder(in Box box, FenceVertices vertices)
    {
        _box = box;
        _vertices = vertices;
        var edges = vertices.Groups * FenceVertices.GroupSize;
        _frame = FrameFor(box, vertices, edges);
        _margin = MarginDegrees + (MarginCells * _frame.Side);
        var cells = _frame.Columns * _frame.Rows;
        (_odd, _crossings, _latest) = (new byte[cells], new byte[cells], new int[cells]);
        _runs = new (int, int, int)[2 * edges];
    }

    internal static ContainmentGrid Build(in Box box, FenceVertices vertices)
    {
        var builder = new ContainmentGridBuilder(box, vertices);
        var (xs, ys) = (vertices.Longitudes, vertices.Latitudes);
        for (var i = 0; i + 1 < xs.Length; i++)
        {
            if (!double.IsNaN(xs[i]) && !double.IsNaN(xs[i + 1]))
            {
                builder.Lay(i, xs[i], ys[i], xs[i + 1], ys[i + 1]);
            }
        }

        return builder.Finish();
    }

    private static CellFrame FrameFor(in Box box, FenceVertices vertices, int edges)
    {
        for (var wanted = Math.Max(LeastCells, CellsPerEdge * edges); ; wanted /= 4)
        {
            var frame = new CellFrame(box, wanted);
            if (wanted <= LeastCells || Entries(frame, vertices) <= (long)MostEntriesPerEdge * edges)
            {
                return frame;
            }
        }
    }

    /// <summary>An edge crosses a border at most once, and a new cell at each.</summary>
    private static long Entries(in CellFrame frame, FenceVertices vertices)
    {
        var (xs, ys) = (vertices.Longitudes, vertices.Latitudes);
        var entries = 0L;
        for (var i = 0; i + 1 < xs.Length; i++)
        {
            if (!double.IsNaN(xs[i]) && !double.IsNaN(xs[i + 1]))
            {
                entries += 1L + Math.Abs(frame.Column(xs[i]) - frame.Column(xs[i + 1]))
                    + Math.Abs(frame.Row(ys[i]) - frame.Row(ys[i + 1]));
            }
        }

        return entries;
    }

    private void Lay(int edge, double ax, double ay, double bx, double by)
    {
        var (west, east) = ax < bx ? (ax, bx) : (bx, ax);
        var last = _frame.Column(east);
        for (var column = _frame.Column(west); column <= last; column++)
        {
            var border = _frame.EastBorder(column);
            var straddles = east >= border;
            var enters = west == east ? ay : LatitudeAt(Math.Max(west, border - _frame.Side));
            var leaves = west == east ? by : LatitudeAt(Math.Min(east, border));
            var crossing = straddles ? _frame.NearestRow(leaves) : int.MaxValue;
            if (crossing < _frame.Rows - 1)
            {
                _crossings[((crossing + 1) * _frame.Columns) + column] ^= 1;
            }

            var top = _frame.NearestRow(Math.Max(enters, leaves) + _margin);
            for (var row = _frame.NearestRow(Math.Min(enters, leaves) - _margin); row <= top; row++)
            {
                var cell = (row * _frame.Columns) + column;
                Append(cell, edge);
                // The cell counts this edge itself: it is taken out of what lies below.
                _odd[cell] ^= (byte)(row > crossing ? 1 : 0);
            }
        }

        double LatitudeAt(double longitude) => Math.Clamp(
            ay + ((longitude - ax) / (bx - ax) * (by - ay)), Math.Min(ay, by), Math.Max(ay, by));
    }

    private void Append(int cell, int edge)
    {
        var latest = _latest[cell];
        if (latest > 0 && _runs[latest].First + _runs[latest].Count == edge)
        {
            _runs[latest].Count++;
            return;
        }

        if (_runCount == _runs.Length)
        {
            Array.Resize(ref _runs, 2 * _runs.Length);
        }

        _runs[_runCount] = (edge, 1, latest);
        _latest[cell] = _runCount++;
    }

    private ContainmentGrid Finish()
    {
        var codes = _latest;
        var busy = codes.Count(latest => latest > 0);
        // The first place stays empty: codes 0 and 1 mean out and in.
        var runs = new int[1 + busy + (2 * (_runCount - 1))];
        var at = 1;
        for (var cell = 0; cell < codes.Length; cell++)
        {
            if (cell >= _frame.Columns)
            {
                _crossings[cell] ^= _crossings[cell - _frame.Columns];
            }

            var odd = _crossings[cell] ^ _odd[cell];
            var latest = codes[cell];
            codes[cell] = latest == 0 ? odd : (at << 1) | odd;
            if (latest > 0)
            {
                at = Write(runs, at, latest);
            }
        }

        return new ContainmentGrid(_box, _frame, codes, runs, _vertices);
    }

    private int Write(int[] runs, int at, int latest)
    {
        var count = at++;
        for (var run = latest; run > 0; run = _runs[run].Before)
        {
            (runs[at], runs[at + 1]) = (_runs[run].First, _runs[run].Count);
            runs[count]++;
            at += 2;
        }

        return at;
    }
}
